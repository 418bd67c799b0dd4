import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { idIn, leave, press, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const text = (page: Page) => page.getByRole('main').textContent()

test.each([
  ['with JavaScript', 'Trà sen đá Tà Xùa', true],
  ['without JavaScript', 'Trà gừng đá Tà Xùa', false],
])('an idea becomes a plan, the plan a dossier, %s', async (_, product, javaScriptEnabled) => {
  const mai = await signedIn(browser, 'chu-the', { ...phone, javaScriptEnabled })
  await mai.goto('/plans/ideas/new')
  await mai.locator('input[name=name]').fill(product)
  await mai.locator('select[name=productSetNo]').selectOption('11')
  await mai.locator('textarea[name=description]').fill('Trà ướp, đóng túi lọc.')
  await press(mai, 'Lưu')
  // What the commune decides on is missing yet.
  expect(await text(mai)).toContain('Trước khi gửi, hãy viết: Nguyên liệu tại địa phương')
  const idea = idIn(mai, 'ideas')
  await mai.goto(`/plans/ideas/${idea}/edit`)
  await mai.locator('textarea[name=material]').fill('Chè và sen đá của bản Bẹ.')
  await press(mai, 'Lưu')
  await press(mai, 'Gửi xã')
  await expectNoSideScroll(mai)
  if (javaScriptEnabled) await expectAccessible(mai)

  const tua = await signedIn(browser, 'xa', { javaScriptEnabled })
  await tua.goto('/plans?state=sent')
  await tua.getByRole('link', { name: product }).click()
  await tua.waitForURL(`**/plans/ideas/${idea}`)
  await tua.locator('input[name=answer][value=accepted]').check({ force: true })
  await press(tua, 'Gửi trả lời')
  if (javaScriptEnabled) await expectAccessible(tua)

  await mai.goto(`/plans/ideas/${idea}`)
  await mai.getByRole('link', { name: 'Lập phương án sản xuất, kinh doanh' }).last().click()
  await mai.waitForURL(/business\/new/)
  expect(await mai.locator('textarea[name=materialArea]').inputValue()).toBe('Chè và sen đá của bản Bẹ.')
  const figures = { 'output-1': '1.000', 'price-1': '50.000', 'materialCost-1': '20000000', unit: 'hộp' }
  for (const [name, value] of Object.entries({ ...figures, 'fixedCost-1': '6.000.000' }))
    await mai.locator(`input[name="${name}"]`).fill(value)
  if (javaScriptEnabled) await expectAccessible(mai)
  await press(mai, 'Lưu')
  expect(await text(mai)).toContain('Hòa vốn khi bán được 200 hộp, bằng 20 % sản lượng dự kiến.')
  await expectNoSideScroll(mai)
  if (javaScriptEnabled) await expectAccessible(mai)

  await press(mai, 'Lập hồ sơ từ phương án này')
  const dossier = idIn(mai, 'dossiers')
  expect(await text(mai)).toContain('Mở phương án')
  await mai.goto(`/dossiers/${dossier}/report`)
  expect(await mai.locator('textarea[name=materialArea]').inputValue()).toBe('Chè và sen đá của bản Bẹ.')
  expect(await text(mai)).toContain('Phần này lấy từ phương án')
  await leave(mai)

  await tua.goto('/plans/year')
  expect(await text(tua)).toContain('Xã Tà Xùa')
  await leave(tua)
})

test('a practice sheet becomes a plan of raises and a dossier with its answers', async () => {
  const mai = await signedIn(browser, 'chu-the', phone)
  await mai.goto('/products/new')
  await mai.locator('input[name=name]').fill('Chè bánh Tà Xùa')
  await mai.locator('select[name=productSetNo]').selectOption('11')
  await press(mai, 'Lưu')

  await mai.goto('/tu-cham/qd26-2026-11')
  for (const code of ['1.1', '1.2', '2.2']) await mai.locator(`input[name="answer:${code}"]`).first().check()
  await press(mai, 'Xem kết quả và kế hoạch')
  expect(await text(mai)).toContain('Kế hoạch nâng điểm lên 3 sao')
  await press(mai, 'Mở hồ sơ với các câu trả lời này')
  await expectNoSideScroll(mai)
  await expectAccessible(mai)
  await mai.locator('select[name=product]').selectOption({ label: 'Chè bánh Tà Xùa' })
  await press(mai, 'Lập hồ sơ')
  const dossier = idIn(mai, 'dossiers')
  expect(mai.url()).toContain('/self-assessment')
  await mai.goto(`/dossiers/${dossier}/raise-plan?stars=3`)
  expect(await text(mai)).toMatch(/Để đạt 3 sao còn thiếu \d+ điểm/)
  await leave(mai)
})

test('the province looks a list of efforts over before it keeps it', async () => {
  const hoa = await signedIn(browser, 'tinh')
  await hoa.goto('/guidance/effort-list')
  const buffer = Buffer.from(
    'Mã,Mức thứ,"Số tháng (ước tính)","Chi phí (ước tính, đồng)",Giấy tờ\n' +
      'packaging,1,1,5000000,Bản thiết kế\npackaging,2,2,6000000,\npackaging,3,3,7000000,\nstory,1,hai,1,\n',
  )
  await hoa.locator('input[name=file]').setInputFiles({ name: 'cong-suc.csv', mimeType: 'text/csv', buffer })
  await press(hoa, 'Xem trước')
  const shown = await text(hoa)
  expect(shown).toContain('1 mục sẽ đổi')
  expect(shown).toContain('Nhập số tháng từ 0 đến 120.')
  await expectAccessible(hoa)
  await press(hoa, 'Nhận 1 thay đổi')
  expect(await text(hoa)).toContain('Mức 1: 1 tháng, 5.000.000')
  await leave(hoa)
})
