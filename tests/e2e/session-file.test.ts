import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/demo/accounts.ts'
import { readPdfText } from '../../src/platform/pdf/testing/read-pdf-text.ts'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { leave, press, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const wordsOf = async (page: Page): Promise<string> => (await page.getByRole('main').textContent()) ?? ''

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the chair signs the documents of a closed session, %s', async (_, javaScriptEnabled) => {
  const chung = await signedIn(browser, 'chu-tich', { javaScriptEnabled })
  await chung.goto('/work')
  await chung.getByRole('link', { name: 'Xem và ký' }).first().click()
  await chung.waitForURL(/\/documents$/)
  if (javaScriptEnabled) await expectAccessible(chung)
  const address = chung.url()

  await chung.locator('input[name=password]').fill('mat-khau-sai')
  await press(chung, /^Ký \d+ văn bản$/)
  expect(await wordsOf(chung)).toContain('Mật khẩu chưa đúng.')
  expect(await chung.locator('input[name=password]').inputValue()).toBe('')

  await chung.locator('input[name=password]').fill(demoPassword)
  await press(chung, /^Ký \d+ văn bản$/)
  expect(chung.url()).toBe(address)
  expect(await wordsOf(chung)).toContain('hồ sơ phiên họp đã hoàn chỉnh')
  expect(await chung.locator('input[name=password]').count()).toBe(0)
  if (javaScriptEnabled) await expectAccessible(chung)

  const minutes = await chung.locator('main a[href$=".pdf"]').first().getAttribute('href')
  const pdf = await chung.request.get(minutes ?? '')
  const text = readPdfText(await pdf.body()).replace(/\s+/g, ' ')
  expect(text).toContain('Thư ký Vũ Thị Thư đã ký xác nhận trong phần mềm')
  expect(text).toContain('Chủ tọa Lò Văn Chung đã ký xác nhận trong phần mềm')
  expect(text).not.toContain('CHƯA ĐỦ CHỮ KÝ')
  const zip = await chung.request.get(`${address}.zip`)
  expect(zip.headers()['content-type']).toBe('application/zip')
  await leave(chung)
})

test('on a phone a member reads the file and how far members agree; who lies apart is not told', async () => {
  const hanh = await signedIn(browser, 'thanh-vien-1', phone)
  await hanh.goto('/councils')
  await hanh.locator('main a[href^="/sessions/"]', { hasText: 'Phiên chấm ngày' }).first().click()
  await hanh.getByRole('link', { name: 'Hồ sơ phiên họp' }).click()
  await hanh.waitForURL(/\/documents$/)
  await expectNoSideScroll(hanh)
  await hanh.goto(hanh.url().replace('/documents', '/agreement'))
  expect(await wordsOf(hanh)).toContain('Krippendorff')
  expect(await wordsOf(hanh)).not.toContain('Cần trao đổi')
  await expectNoSideScroll(hanh)
  await expectAccessible(hanh)
  await hanh.locator('main a[href$="/result"]').first().click()
  await hanh.waitForURL(/\/result$/)
  expect(await hanh.locator('main figure').count()).toBe(3)
  await expectNoSideScroll(hanh)
  await expectAccessible(hanh)
  await leave(hanh)
})

test('the auditor has every result computed anew, and reads the report', async () => {
  const quan = await signedIn(browser, 'kiem-toan')
  await quan.goto('/recompute')
  await expectAccessible(quan)
  const before = await quan.locator('main tbody tr').count()
  await press(quan, 'Tính lại tất cả')
  expect(await quan.locator('main tbody tr').count()).toBe(before + 1)
  // The job runs beside: the page is asked again until it is done.
  await expect
    .poll(
      async () => {
        await quan.goto('/recompute')
        return quan.locator('main tbody tr').first().textContent()
      },
      { timeout: 30_000, interval: 500 },
    )
    .toContain('Xong')
  await quan.locator('main tbody tr').first().locator('a').click()
  await quan.waitForURL(/\/recompute\/[0-9a-f-]{36}$/)
  expect(await wordsOf(quan)).toContain('Không có sai khác nào.')
  expect(await wordsOf(quan)).toContain('nhập từ hệ thống cũ')
  await expectAccessible(quan)
  const sheet = await quan.request.get(`${quan.url()}/report.xlsx`)
  expect(sheet.status()).toBe(200)
  const pdf = await quan.request.get(`${quan.url()}/papers/tinh-lai.pdf`)
  expect(readPdfText(await pdf.body()).replace(/\s+/g, ' ')).toContain('Kết quả đã tính lại')
  await leave(quan)
})
