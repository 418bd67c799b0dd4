import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { idIn, leave, press, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The one dossier that the demonstration's commune has proposed. */
const product = 'Trà xanh Háng Đồng'

test('without JavaScript, on a phone, what is ticked is assigned after a summary', async () => {
  const hoa = await signedIn(browser, 'tinh', { ...phone, javaScriptEnabled: false })
  await hoa.goto('/desk')
  await hoa.getByRole('checkbox', { name: `Đánh dấu ${product}` }).check({ force: true })
  await press(hoa, 'Giao người giữ')
  expect(await hoa.getByRole('main').textContent()).toContain('1 hồ sơ sẽ được giao')
  await press(hoa, 'Giao các hồ sơ này')
  expect(await hoa.getByRole('main').textContent()).toContain('Chọn cán bộ nhận hồ sơ.')
  await hoa.getByLabel('Giao cho').selectOption({ label: 'Nguyễn Thị Hoa' })
  await press(hoa, 'Giao các hồ sơ này')
  await hoa.waitForURL('**/desk/batches/**')
  expect(await hoa.getByRole('main').textContent()).toContain('Đã làm xong 1 hồ sơ')
  await hoa.goto('/desk?holder=me')
  expect(await hoa.getByRole('main').textContent()).toContain(product)
  await leave(hoa)
})

test('what came too late is carried from the board of the round it missed, with its letter', async () => {
  const hoa = await signedIn(browser, 'tinh')
  await hoa.goto('/rounds')
  await expectAccessible(hoa)
  const late = hoa.getByRole('main').getByRole('link', { name: /Đến sau hạn/ })
  // On some days of the year no round is under way, and nothing is late.
  if ((await late.count()) > 0) {
    await late.first().click()
    await hoa.getByRole('link', { name: 'Đánh dấu cả trang' }).click()
    await press(hoa, 'Chuyển đợt')
    await press(hoa, 'Chuyển các hồ sơ này')
    await hoa.waitForURL('**/desk/batches/**')
    expect(await hoa.getByRole('main').textContent()).toContain('CV-OCOP')
    await expectAccessible(hoa)
  }
  await leave(hoa)
})

test('of two officers at once the second is told what the first did, and loses nothing', async () => {
  const first = await signedIn(browser, 'tinh')
  const second = await signedIn(browser, 'tinh')
  await first.goto('/desk')
  await first
    .getByRole('link', { name: new RegExp(product) })
    .first()
    .click()
  await first.waitForURL('**/dossiers/**')
  const id = idIn(first, 'dossiers')
  await second.goto(`/dossiers/${id}/province-return`)
  await writeReturn(second, 'Ghi rõ diện tích vùng chè của từng bản.')

  await first.goto(`/desk/batch?step=check&id=${id}`)
  expect(await first.getByRole('main').textContent()).toContain('1 hồ sơ đủ thành phần')
  await press(first, 'Xác nhận các hồ sơ này')
  expect(await first.getByRole('main').textContent()).toContain('Đã kiểm tra, số')

  await press(second, 'Gửi yêu cầu bổ sung')
  const told = await second.getByRole('main').textContent()
  expect(told).toContain('Tỉnh kiểm tra xong')
  expect(told).toContain('Ghi rõ diện tích vùng chè của từng bản.')
  await second.setViewportSize({ width: 390, height: 844 })
  await expectNoSideScroll(second)
  await expectAccessible(second)
  await leave(first)
  await leave(second)
})

async function writeReturn(page: Page, note: string): Promise<void> {
  await page
    .locator('details', { has: page.locator('[value=report]') })
    .locator('summary')
    .click()
  await page.locator('input[name=item][value=report]').check({ force: true })
  await page.locator('input[name="reason:report"][value=incomplete]').check({ force: true })
  await page.locator('textarea[name="note:report"]').fill(note)
}
