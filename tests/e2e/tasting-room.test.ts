import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser } from './browser.ts'
import { leave, signedIn } from './people.ts'
import { roomOf } from './scoring.ts'

const coffee = 'Cà phê phin giấy Chiềng Cơi'
const honey = 'Cà phê mật ong Chiềng Cơi'
const plum = 'Mận sấy gừng Mộc Sơn'
const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Answers every criterion with its first option, by keys alone; where a text is asked for, nothing. */
async function answerAll(page: Page): Promise<void> {
  const [, criteria = '0'] =
    /Đã chấm \d+\/(\d+)/.exec((await page.getByRole('main').textContent()) ?? '') ?? []
  for (let turn = 0; turn < Number(criteria); turn += 1) {
    await page.keyboard.press('1')
    await page.keyboard.press('n')
  }
  expect(await page.getByRole('main').textContent()).toContain(`Đã chấm ${criteria}/${criteria}`)
}

const standing = async (page: Page, product: string) => {
  await page.goto('/my-scoring')
  return page.locator('main li', { hasText: product }).first().textContent()
}

test('in a room without a line a session taken along is scored and handed in; it goes out when the line is back', async () => {
  const page = await signedIn(browser, 'thanh-vien-4', tablet)
  const room = await roomOf(page, coffee)
  await page.getByRole('link', { name: 'Mang theo phiên họp' }).first().click()
  await page.getByRole('button', { name: 'Mang theo trên máy này' }).click()
  await page.getByText(/Đã lưu \d+ tệp/).waitFor()
  await expectAccessible(page)
  await expectNoSideScroll(page)

  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: new RegExp(coffee) }).click()
  await page.waitForURL(`**${room}/sheet`)
  await answerAll(page)
  await page.getByLabel('Ghi chú của tôi').fill('Chấm khi mất mạng.')
  await page.getByLabel('Ghi chú của tôi').blur()
  expect(await page.locator('header [role=status]').textContent()).toContain('đã lưu trên máy này, chưa gửi')
  await page.keyboard.press('h')
  await page.locator('#hand-in').getByRole('button', { name: 'Nộp phiếu' }).click()
  await page.locator('#hand-in').getByText('đang chờ gửi').waitFor()
  await expectAccessible(page)

  // Closed and opened again, still without a line: everything is there, and the next product too.
  await page.goto(`${room}/sheet?criterion=1.1`)
  await page.locator('#hand-in').getByText('đang chờ gửi').waitFor()
  await page.locator('#hand-in').getByRole('link', { name: 'Sản phẩm sau' }).click()
  await page.getByRole('heading', { name: new RegExp(plum) }).waitFor()

  await page.context().setOffline(false)
  const watch = await signedIn(browser, 'thanh-vien-4', { javaScriptEnabled: false })
  await expect.poll(() => standing(watch, coffee), { timeout: 60_000, interval: 2000 }).toContain('Đã nộp')
  await leave(watch)
  // What was kept on this device is let go as the answer comes back, which may take a moment longer.
  const notes = async () => {
    await page.goto(`${room}/sheet?all=1`)
    const fields = page.locator('main textarea')
    return fields.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))
  }
  await expect.poll(notes, { timeout: 30_000, interval: 2000 }).toContain('Chấm khi mất mạng.')
  await leave(page)
})

test('what the server refuses after the line is back is told, and nothing is lost', async () => {
  const page = await signedIn(browser, 'thanh-vien-2', tablet)
  const room = await roomOf(page, plum)
  await page.goto(`${room}/sheet`)
  await page.context().setOffline(true)
  await page.keyboard.press('1')
  await page.locator('header [role=status]', { hasText: 'chưa gửi' }).waitFor()
  const keys = await page.evaluate(() => Object.keys(localStorage))
  const personId = keys.find((key) => key.startsWith('kept:'))?.split(':')[1] ?? ''
  const elsewhere = await signedIn(browser, 'thanh-vien-2')
  const headers = { origin: new URL(elsewhere.url()).origin }
  const reason = 'Có người nhà là xã viên.'
  await elsewhere.request.post(`${room}/recusals`, { form: { personId, reason }, headers })
  await leave(elsewhere)
  await page.context().setOffline(false)
  await page.locator('header [role=status]', { hasText: 'không tham gia chấm' }).waitFor({ timeout: 40_000 })
  const kept = await page.evaluate(() =>
    Object.values(localStorage).some((one) => one.includes('"options":[1]')),
  )
  expect(kept).toBe(true)
  await leave(page)
})

test('by keys alone, from the list to the hand-in', async () => {
  const page = await signedIn(browser, 'thanh-vien-4')
  const room = await roomOf(page, honey)
  await page.locator(`main a[href="${room}/sheet"]`).first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${room}/sheet`)
  await page.locator('main kbd', { hasText: 'h' }).first().waitFor()
  await page.keyboard.press('?')
  await page.getByText('Mức điểm theo thứ tự trên màn hình').waitFor()
  await page.keyboard.press('c')
  await page.getByText('Bạn đã xác nhận theo phiếu của mình').waitFor()
  await page.keyboard.press('n')
  await answerAll(page)
  await page.keyboard.press('h')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#hand-in').getByText('Phiếu đã nộp lúc').waitFor()
  await expectAccessible(page)
  expect(await standing(page, honey)).toContain('Đã nộp')
  await leave(page)
})

test('whoever signs out leaves nothing behind that the next one sees', async () => {
  const page = await signedIn(browser, 'thanh-vien-1', tablet)
  await page.goto('/my-scoring')
  await page.getByRole('link', { name: 'Mang theo phiên họp' }).first().click()
  await page.getByRole('button', { name: 'Mang theo trên máy này' }).click()
  await page.getByText(/Đã lưu \d+ tệp/).waitFor()
  const taken = page.url()
  await page.goto('/account')
  await page.locator('main form[action="/sign-out"] button').click()
  await page.waitForURL('**/sign-in**')
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(0)
  await page.context().setOffline(true)
  await page.goto(taken).catch(() => null)
  expect(await page.locator('body').textContent()).not.toContain(coffee)
  await leave(page)
})
