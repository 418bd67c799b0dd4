import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, openWindow, phone } from './browser.ts'
import { idIn, leave, press, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const text = (page: Page) => page.getByRole('main').textContent()

test.each([
  ['with JavaScript', 'Chè mời siêu thị', true],
  ['without JavaScript', 'Chè mời bếp ăn', false],
])(
  'a producer makes a pack and shares it; a buyer opens it on a phone, %s',
  async (_, name, javaScriptEnabled) => {
    const looks = async (page: Page) => {
      await expectNoSideScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
    }
    const mai = await signedIn(browser, 'chu-the', { ...phone, javaScriptEnabled })
    await mai.goto('/buyer-packs')
    await looks(mai)
    await mai.getByRole('link', { name: 'Lập hồ sơ chào hàng' }).click()
    await mai.waitForURL(/buyer-packs\/new/)
    await mai.locator('input[name=name]').fill(name)
    await mai.locator('input[name=buyer]').fill('Siêu thị Sông Đà')
    const price = mai.locator('input[name^="price:"]:visible').first()
    await price.fill('rẻ')
    await press(mai, 'Lưu')
    expect(await text(mai)).toContain('Ghi số đồng tròn, ví dụ 180.000.')
    await looks(mai)
    await mai.locator('input[name^="price:"]:visible').first().fill('180.000')
    await press(mai, 'Lưu')
    const pack = idIn(mai, 'buyer-packs')
    expect(await text(mai)).toContain('Còn đủ hiệu lực')
    expect(await text(mai)).toContain('180.000')
    await looks(mai)

    await mai.goto(`/buyer-packs/${pack}/share`)
    expect(await text(mai)).toContain('Ai có đường dẫn đều đọc được các giấy tờ này')
    await looks(mai)
    await mai.locator('input[name=understood]').check()
    await press(mai, 'Mở đường dẫn')
    const link = await mai.getByRole('textbox', { name: 'Đường dẫn' }).inputValue()
    const shared = new URL(link).pathname

    const { context, page: buyer } = await openWindow(browser, { ...phone, javaScriptEnabled })
    expect((await buyer.goto(shared))?.status()).toBe(200)
    expect(await text(buyer)).toContain('Kính gửi: Siêu thị Sông Đà')
    await looks(buyer)
    const [download] = await Promise.all([
      buyer.waitForEvent('download'),
      buyer.getByRole('link', { name: 'Tải cả bộ (tiếng Việt)' }).click(),
    ])
    const zip = await JSZip.loadAsync(await readFile(await download.path()))
    expect(Object.keys(zip.files)).toContain('00-ho-so-chao-hang.pdf')
    expect(Object.keys(zip.files).some((file) => file.startsWith('01-giay-chung-nhan/'))).toBe(true)

    await mai.goto(`/buyer-packs/${pack}`)
    expect(await text(mai)).toContain('1 lần')
    await press(mai, 'Đóng đường dẫn')
    expect(await text(mai)).toContain('Đường dẫn đã đóng.')
    await leave(mai)
    expect((await buyer.goto(shared))?.status()).toBe(410)
    expect(await text(buyer)).toContain('Đường dẫn này đã hết hạn')
    await looks(buyer)
    await context.close()
  },
)
