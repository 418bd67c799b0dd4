import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, openWindow, phone } from './browser.ts'
import { serverAddress } from './own-server.ts'
import { leave, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

interface Listed {
  items: { code: string; status: string }[]
}

async function codeThatIs(status: string): Promise<string> {
  const answer = await fetch(`${serverAddress()}/api/v1/certificates?status=${status}&limit=1`)
  const { items } = (await answer.json()) as Listed
  return items[0]?.code ?? ''
}

test.each([
  ['/'],
  ['/san-pham'],
  ['/kiem-tra'],
  ['/bo-tieu-chi'],
  ['/bo-tieu-chi/qd26-2026-13'],
  ['/tu-cham'],
  ['/tu-cham/qd26-2026-13'],
  ['/thong-ke'],
  ['/sign-in'],
])('%s is open to everybody on a phone', async (path) => {
  const { page, context } = await openWindow(browser, phone)
  await page.goto(path)
  await expectNoSideScroll(page)
  await expectAccessible(page)
  await context.close()
})

test.each([
  ['expired', 'Hết hạn'],
  ['revoked', 'Đã thu hồi'],
])('the page of an %s certificate says so first', async (status, word) => {
  const { page, context } = await openWindow(browser, phone)
  await page.goto(`/v/${await codeThatIs(status)}`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(word)
  await expectAccessible(page)
  await context.close()
})

test('an unknown code is said to be unknown, and never green', async () => {
  const { page, context } = await openWindow(browser, phone)
  const answer = await page.goto('/v/ZZZZ-ZZZZ')
  expect(answer?.status()).toBe(404)
  expect(await page.locator('.bg-sao-ok').count()).toBe(0)
  await context.close()
})

test('a code is checked without a script, however it is typed', async () => {
  const code = await codeThatIs('valid')
  const { page, context } = await openWindow(browser, { ...phone, javaScriptEnabled: false })
  await page.goto('/kiem-tra')
  await page.getByRole('main').getByRole('textbox').fill(code.toLowerCase().replace('-', ' '))
  await page.getByRole('main').getByRole('button', { name: 'Kiểm tra' }).click()
  await page.waitForURL(`**/v/${code}`)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Còn hiệu lực')
  await context.close()
})

test.each([true, false])('a sheet is practised without an account, script %s', async (javaScriptEnabled) => {
  const { page, context } = await openWindow(browser, { ...phone, javaScriptEnabled })
  await page.goto('/tu-cham/qd26-2026-13')
  for (const code of ['1.1', '4.1', '7']) await page.locator(`input[name="answer:${code}"]`).nth(1).check()
  if (javaScriptEnabled) {
    expect(await page.locator('[data-sum="total"]').textContent()).toBe('5')
    await page.reload()
    expect(await page.locator('input[name="answer:4.1"]').nth(1).isChecked()).toBe(true)
  }
  await page.getByRole('button', { name: 'Xem kết quả và kế hoạch' }).click()
  await page.getByRole('heading', { name: 'Kế hoạch nâng điểm lên 3 sao' }).waitFor()
  expect(await page.getByText('Đây không phải kết quả công nhận').count()).toBeGreaterThan(0)
  await expectNoSideScroll(page)
  // The checks of axe are a script themselves.
  if (javaScriptEnabled) await expectAccessible(page)
  await page.getByRole('button', { name: 'Sửa câu trả lời' }).click()
  expect(await page.locator('input[name="answer:4.1"]').nth(1).isChecked()).toBe(true)
  await context.close()
})

test('the language is switched and stays', async () => {
  const { page, context } = await openWindow(browser)
  await page.goto('/san-pham')
  await page.getByRole('button', { name: 'English' }).first().click()
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  await page.goto('/thong-ke')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await context.close()
})

test('92 points that miss a 5-star mark are 4 stars, and the council’s page says why', async () => {
  const page = await signedIn(browser, 'chu-tich')
  await page.goto('/my-scoring')
  const sessions = await page
    .locator('main a[href^="/sessions/"]')
    .evaluateAll((links) => [
      ...new Set(links.map((link) => link.getAttribute('href')?.split('/').slice(0, 3).join('/') ?? '')),
    ])
  const texts: string[] = []
  for (const session of sessions) {
    await page.goto(session)
    const result = page.locator('main a', { hasText: 'Cà phê hạt rang mộc' }).first()
    if ((await result.count()) === 0) continue
    const dossier = (await result.getAttribute('href')) ?? ''
    await page.goto(dossier.endsWith('/result') ? dossier : `${dossier}/result`)
    texts.push((await page.getByRole('main').textContent()) ?? '')
  }
  expect(texts.join(' ')).toMatch(/4 sao/)
  expect(texts.join(' ')).toMatch(/4\.1/)
  await leave(page)
})
