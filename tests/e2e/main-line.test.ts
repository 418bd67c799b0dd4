import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, openWindow, phone } from './browser.ts'
import { chooseBest, fileDossier } from './filing.ts'
import { leave, press, signedIn } from './people.ts'
import { handIn, scorers } from './scoring.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  ['with JavaScript', 'Chè ô long Tà Xùa', { javaScriptEnabled: true }],
  ['without JavaScript', 'Chè vàng Tà Xùa', { javaScriptEnabled: false }],
])('from dossier to star, %s', async (_, product, options) => {
  const mai = await signedIn(browser, 'chu-the', options)
  const dossier = await fileDossier(mai, product)
  await leave(mai)

  const lan = await signedIn(browser, 'xa', options)
  await lan.goto(`/dossiers/${dossier}`)
  await press(lan, 'Nhận hồ sơ')
  await lan.goto(`/dossiers/${dossier}/proposal`)
  for (const content of ['materialOrigin', 'localLabour', 'ideaOrigin', 'localIdentity']) {
    await lan.locator(`input[name="met:${content}"][value=yes]`).check({ force: true })
  }
  await lan.locator('input[name=samples]').fill('5')
  await press(lan, /Lập Mẫu 03/)
  await leave(lan)

  const hoa = await signedIn(browser, 'tinh', options)
  await hoa.goto(`/dossiers/${dossier}/check`)
  await press(hoa, 'Đã kiểm tra xong')
  const session = await planSession()
  await leave(hoa)

  async function planSession(): Promise<string> {
    await hoa.goto('/councils')
    await hoa.locator('main a[href^="/councils/0"]').first().click()
    await hoa.locator('input[name=name]').first().fill(`Phiên chấm ${product}`)
    await hoa.locator('input[name=heldOn]').fill('2026-11-24')
    await hoa.locator('input[name=place]').fill('Hội trường')
    for (const order of await hoa.locator('input[name^="order:"]').all()) await order.fill('')
    await hoa.locator(`input[name="order:${dossier}"]`).fill('1')
    await press(hoa, 'Lên lịch')
    return /sessions\/([0-9a-f-]{36})/.exec(hoa.url())?.[1] ?? ''
  }

  async function declare(page: Page): Promise<void> {
    await page.goto(`/sessions/${session}/declaration`)
    await page.locator('input[name=noneElse]').check({ force: true })
    await press(page, 'Gửi bản khai')
  }

  const thu = await signedIn(browser, 'thu-ky', options)
  await declare(thu)
  await thu.goto(`/sessions/${session}`)
  await press(thu, 'Khai mạc')
  for (const box of await thu.locator('main input[name=present]').all()) await box.check({ force: true })
  await press(thu, 'Ghi nhận dự họp')

  for (const member of scorers) {
    const one = await signedIn(browser, member, options)
    await declare(one)
    await one.goto(`/sessions/${session}/dossiers/${dossier}/sheet?all=1`)
    await chooseBest(one, 4)
    // With a script each answer saves itself; without, the form is sent.
    if (options.javaScriptEnabled) await one.waitForLoadState('networkidle')
    else await press(one, 'Lưu phiếu')
    await handIn(one, `/sessions/${session}/dossiers/${dossier}`)
    await leave(one)
  }

  const chung = await signedIn(browser, 'chu-tich', options)
  await chung.goto(`/sessions/${session}/dossiers/${dossier}`)
  await press(chung, 'Kết thúc chấm')
  await leave(chung)
  await thu.goto(`/sessions/${session}`)
  await thu.locator('input[name=minutesNumber]').fill(`${product.length}/BB-HĐ-${dossier.slice(-4)}`)
  await press(thu, 'Kết thúc và chốt biên bản')
  await leave(thu)

  expect(dossier).not.toBe('')
  const code = await certify(dossier)
  const { page: shopper, context } = await openWindow(browser, { ...phone, ...options })
  await shopper.goto(`/v/${code}`)
  expect(await shopper.getByRole('heading', { level: 1 }).textContent()).toContain('Còn hiệu lực')
  expect(await shopper.getByRole('heading', { level: 2 }).first().textContent()).toBe(product)
  await expectNoSideScroll(shopper)
  if (options.javaScriptEnabled) await expectAccessible(shopper)
  await context.close()

  async function certify(id: string): Promise<string> {
    const thang = await signedIn(browser, 'lanh-dao', options)
    await thang.goto('/decisions')
    const form = thang.locator('form', { has: thang.locator(`input[name=dossier][value="${id}"]`) }).first()
    await form.locator(`input[name=dossier][value="${id}"]`).check({ force: true })
    await form.locator('input[name=number]').fill(`${id.slice(-4)}/QĐ-UBND`)
    await Promise.all([thang.waitForEvent('load'), form.getByRole('button').last().click()])
    const code = await thang.locator('main a[href^="/v/"]').first().getAttribute('href')
    await leave(thang)
    return code?.split('/').at(-1) ?? ''
  }
})
