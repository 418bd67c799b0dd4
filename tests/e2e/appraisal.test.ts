import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { picture } from '../../src/platform/files/testing/small-files.ts'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { leave, press, signedIn } from './people.ts'

let browser: Browser
const product = 'Cà phê phin giấy Chiềng Cơi'

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('an advisory officer writes and signs a report on a phone, and the council reads it', async () => {
  const place = { latitude: 21.32791, longitude: 103.91882 }
  const page = await signedIn(browser, 'to-tu-van', {
    ...phone,
    geolocation: place,
    permissions: ['geolocation'],
  })
  await page.goto('/appraisals?tab=to_write')
  await look(page)
  const row = page.locator('main tbody tr', { hasText: product })
  await row.getByRole('link', { name: 'Viết báo cáo' }).click()
  await page.waitForURL(/\/appraisal\/draft$/)
  await look(page)

  await page.getByLabel('Có khảo sát', { exact: true }).check()
  await page.locator('input[name=surveyOn]').fill(today())
  await page.locator('input[name=surveyPlace]').fill('Xưởng rang, phường Chiềng Cơi')
  await page.getByRole('button', { name: 'Lấy vị trí từ điện thoại' }).click()
  await expect.poll(() => page.locator('input[name=latitude]').inputValue()).toBe('21.32791')
  for (const [name, text] of Object.entries({
    present: 'Lê Quốc Việt, Tổ tư vấn',
    seen: 'Hai máy rang, kho khô ráo, có sổ theo dõi từng mẻ.',
    findingA: 'Nguyên liệu trong tỉnh, có hợp đồng với các hộ.',
    findingB: 'Bán tại hai cửa hàng và qua mạng.',
    findingC: 'Nhãn đủ thông tin; đã có phiếu độ ẩm và tạp chất.',
  }))
    await page.locator(`textarea[name=${name}]`).fill(text)
  await press(page, 'Lưu nháp')

  const photos = [1, 2].map((no) => ({ name: `anh-${no}.png`, mimeType: 'image/png' }))
  const buffer = Buffer.from(await picture('png'))
  await page.locator('#f-photos').setInputFiles(photos.map((photo) => ({ ...photo, buffer })))
  await page.locator('input[name=caption]').fill('Khu rang')
  await press(page, 'Thêm ảnh')
  await page.getByLabel('Chú thích ảnh 2').fill('Kho thành phẩm')
  await press(page, 'Lưu chú thích')

  await press(page, 'Lưu và xem lại để ký')
  await page.getByText('Báo cáo còn thiếu').waitFor()
  await page.getByRole('link', { name: 'Tổ kết luận' }).click()
  await page.getByLabel('Đề nghị trình Hội đồng đánh giá, phân hạng').check()
  await page.locator('textarea[name=conclusionWords]').fill('Đủ căn cứ để Hội đồng chấm.')
  await press(page, 'Lưu và xem lại để ký')
  await look(page)
  await page.locator('input[name=signature]').fill('Lê Quốc Việt')
  await press(page, /^Ký và gửi/)
  await page.getByText('Mã toàn vẹn').waitFor()
  await look(page)
  expect(await page.locator('figure').count()).toBe(2)
  await leave(page)
  await readByMember()
})

async function readByMember(): Promise<void> {
  const page = await signedIn(browser, 'thanh-vien-5')
  await page.goto('/my-scoring')
  await page.locator('main a[href*="/sheet"]', { hasText: /./ }).first().waitFor()
  const hrefs = await page
    .locator('main a[href*="/sheet"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  for (const href of new Set(hrefs)) {
    await page.goto(href)
    if (await page.getByText(product).first().isVisible()) break
  }
  await page.getByRole('link', { name: 'Báo cáo thẩm định của tổ tư vấn' }).click()
  await page.getByText('Kho thành phẩm').waitFor()
  expect((await page.textContent('main')) ?? '').toContain('Đủ căn cứ để Hội đồng chấm.')
  await look(page)
  await leave(page)
}

test('samples go to a tasting under a code that only their keeper knows', async () => {
  const page = await signedIn(browser, 'to-tu-van', phone)
  await page.goto('/samples?tab=to_store')
  await page.getByRole('link', { name: product }).click()
  await page.waitForURL(/\/samples\/[0-9a-f-]{36}$/)
  await step(page, 'Nhập kho hoặc chuyển chỗ', { place: 'Tủ lạnh số 1', condition: '4 độ C' })
  await step(page, 'Đưa ra nếm, cấp mã ẩn', { units: '9', counterpart: 'Thư ký Hội đồng' })
  await page.getByText('Lô chỉ còn 5 đơn vị.').waitFor()
  await step(page, 'Đưa ra nếm, cấp mã ẩn', { units: '2', counterpart: 'Thư ký Hội đồng' }, { isOpen: true })
  const said = (await page.getByRole('status').first().textContent()) ?? ''
  const code = /: ([2-9A-HJ-NP-Z]{4})\./.exec(said)?.[1] ?? ''
  expect(code).toHaveLength(4)
  await look(page)
  const lot = page.url()
  await leave(page)

  const officer = await signedIn(browser, 'tinh')
  await officer.goto(lot)
  expect(await officer.content()).not.toContain(code)
  await officer.getByText('Mã nếm: ẩn').waitFor()
  await leave(officer)
})

/** Takes one of the steps that stand folded on the page of a lot. */
async function step(
  page: Page,
  name: string,
  fields: Record<string, string>,
  { isOpen = false }: { isOpen?: boolean } = {},
): Promise<void> {
  const fold = page.locator('details', { has: page.locator('summary', { hasText: name }) })
  if (!isOpen) await fold.locator('summary').click()
  for (const [field, text] of Object.entries(fields)) await fold.locator(`input[name=${field}]`).fill(text)
  await Promise.all([page.waitForEvent('load'), fold.getByRole('button', { name }).click()])
}

async function look(page: Page): Promise<void> {
  await expectNoSideScroll(page)
  await expectAccessible(page)
}

function today(): string {
  return new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
