import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdfText } from '../../src/platform/pdf/testing/read-pdf-text.ts'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { chooseBest, chooseLeast } from './filing.ts'
import { press, signedIn } from './people.ts'
import { roomOf, scorers } from './scoring.ts'

const coffee = 'Cà phê phin giấy Chiềng Cơi'
const plum = 'Mận sấy gừng Mộc Sơn'
const begun = 'Cà phê mật ong Chiềng Cơi'
const why = 'Đã nếm lại và đối chiếu giấy tờ.'
let browser: Browser
const windows = new Map<string, Page>()

/** Chair, secretary and five members, each in a window of their own from the first minute to the last. */
beforeAll(async () => {
  browser = await openBrowser()
  for (const mailbox of [...scorers, 'thu-ky'])
    windows.set(mailbox, await signedIn(browser, mailbox, optionsOf(mailbox)))
})
afterAll(() => browser.close())

function optionsOf(mailbox: string) {
  if (mailbox === 'thanh-vien-1') return { javaScriptEnabled: false }
  return mailbox === 'thanh-vien-5' ? phone : {}
}

const windowOf = (mailbox: string): Page => {
  const page = windows.get(mailbox)
  if (!page) throw new Error(`${mailbox} is not here`)
  return page
}
const chair = () => windowOf('chu-tich')
const secretary = () => windowOf('thu-ky')
const wordsOf = async (page: Page): Promise<string> => (await page.getByRole('main').textContent()) ?? ''

/** A member scores by the form of the whole sheet in the own window, and hands in. */
async function score(mailbox: string, room: string, answers: 'best' | 'least' = 'best'): Promise<void> {
  const page = await (
    await browser.newContext({
      baseURL: new URL(chair().url()).origin,
      javaScriptEnabled: false,
      storageState: await windowOf(mailbox).context().storageState(),
    })
  ).newPage()
  await page.goto(`${room}/sheet?all=1`)
  await (answers === 'best' ? chooseBest(page, 4) : chooseLeast(page))
  for (const reason of await page.locator('main textarea[name^="reason:"]').all()) await reason.fill(why)
  await press(page, 'Lưu phiếu')
  await page.goto(`${room}/sheet/hand-in`)
  await press(page, 'Nộp phiếu')
  await page.context().close()
}

test('members check in from their own windows, and the room’s screen follows the product that is called', async () => {
  const room = await roomOf(chair(), plum)
  const session = room.replace(/\/dossiers\/.*/, '')
  await secretary().goto(session)
  await secretary().locator('input[name=present]').first().waitFor()
  for (const box of await secretary().locator('input[name=present]').all()) await box.uncheck()
  await press(secretary(), 'Ghi nhận dự họp')
  for (const mailbox of [...scorers, 'thu-ky']) {
    await windowOf(mailbox).goto(session)
    await press(windowOf(mailbox), 'Tôi có mặt')
    expect(await wordsOf(windowOf(mailbox))).toContain('Bạn đang được ghi nhận có mặt.')
  }
  await expectAccessible(windowOf('thanh-vien-5'))
  await expectNoSideScroll(windowOf('thanh-vien-5'))

  await secretary().goto(`${session}/screen`)
  await expectAccessible(secretary())
  // Its sample is tasted blind: the room knows its code only.
  expect(await wordsOf(secretary())).toContain('nếm mù theo mã')
  expect(await wordsOf(secretary())).not.toContain(begun)
  await chair().goto(room)
  await press(chair(), 'Gọi sản phẩm')
  await expect
    .poll(() => secretary().getByRole('heading', { level: 1 }).textContent(), { timeout: 15_000 })
    .toContain('Mận sấy gừng')
  const mien = windowOf('thanh-vien-5')
  await mien.goto('/my-scoring')
  expect(await wordsOf(mien)).toContain('Đang gọi')
  const refused = await mien.request.get(`${session}/screen`)
  expect(refused.status()).toBe(403)
})

test('a spread over 10 is discussed: sheets open when the round has ended, and change with reasons', async () => {
  const room = await roomOf(chair(), plum)
  for (const mailbox of scorers) await score(mailbox, room, mailbox === 'thanh-vien-5' ? 'least' : 'best')
  await expect.poll(() => wordsOf(secretary()), { timeout: 15_000 }).toContain('Đã nộp 6 phiếu')
  expect(await wordsOf(secretary())).not.toContain('Các phiếu khác nhau')

  const hanh = windowOf('thanh-vien-1')
  await hanh.goto(room)
  expect(await wordsOf(hanh)).not.toContain('Các phiếu lượt 1')
  await chair().goto(room)
  expect(await wordsOf(chair())).toContain('Trước khi kết thúc chấm')
  expect(await wordsOf(chair())).not.toContain('Các phiếu lượt 1')
  await press(chair(), 'Kết thúc lượt chấm để thảo luận')
  expect(await wordsOf(chair())).toContain('Các phiếu lượt 1')
  await expectAccessible(chair())
  await expect.poll(() => wordsOf(secretary()), { timeout: 15_000 }).toContain('Các phiếu khác nhau')
  expect(await wordsOf(secretary())).not.toMatch(/Hoàng Thị Hạnh|Lường Thị Mến/)
  await expectAccessible(secretary())

  await hanh.goto(room)
  expect(await wordsOf(hanh)).not.toContain('Các phiếu lượt 1')
  await press(chair(), 'Mở cho người đã nộp phiếu')
  await hanh.goto(room)
  expect(await wordsOf(hanh)).toContain('Các phiếu lượt 1')

  await chair().locator('#reason-rounds').fill('Thống nhất lại cách hiểu tiêu chí liên kết.')
  await press(chair(), 'Mở lượt chấm mới')
  const mien = windowOf('thanh-vien-5')
  await mien.goto(`${room}/sheet?criterion=1.1`)
  expect(await wordsOf(mien)).toContain('Lượt 1 bạn chấm')
  await expectAccessible(mien)
  for (const mailbox of scorers) await score(mailbox, room)
  await chair().goto(room)
  await press(chair(), 'Kết thúc chấm')
  for (const kept of ['Các phiếu lượt 1', 'Các phiếu lượt 2', 'Thay đổi so với lượt trước', why])
    expect(await wordsOf(chair())).toContain(kept)
})

test('the result comes on the screen when the chair allows it', async () => {
  const session = (await roomOf(chair(), coffee)).replace(/\/dossiers\/.*/, '')
  await secretary().goto(`${session}/screen`)
  expect(await wordsOf(secretary())).not.toMatch(/\d sao/)
  await chair().goto(session)
  await press(chair(), 'Cho chiếu kết quả')
  await expect.poll(() => wordsOf(secretary()), { timeout: 15_000 }).toMatch(/\d sao/)
})

test('a knock-out is voted on in secret, and the votes decide', async () => {
  const room = await roomOf(chair(), begun)
  await chair().goto(room)
  await press(chair(), 'Mở biểu quyết')
  const voters = [...scorers]
  for (const [place, mailbox] of voters.entries()) {
    const page = windowOf(mailbox)
    await page.goto(room)
    await page.getByLabel(place < 4 ? 'Chấp nhận, loại hồ sơ' : 'Không chấp nhận').check()
    await press(page, 'Bỏ phiếu')
    expect(await wordsOf(page)).toContain(`Đã có ${place + 1}/${voters.length} phiếu biểu quyết`)
    expect(await wordsOf(page)).not.toContain('Chấp nhận 1,')
  }
  await expectAccessible(windowOf('thanh-vien-5'))
  await chair().goto(room)
  await chair().locator('textarea[id^="reason-decision"]').fill('Hội đồng đã xem phiếu kết quả kiểm nghiệm.')
  await press(chair(), 'Đóng biểu quyết')
  expect(await wordsOf(chair())).toContain('Chấp nhận 4, không chấp nhận 2')
})

test('the last product is scored at once, the session closes, and its minutes say all of it', async () => {
  const room = await roomOf(chair(), coffee)
  for (const mailbox of scorers) await score(mailbox, room)
  await chair().goto(room)
  await press(chair(), 'Kết thúc chấm')
  await secretary().goto(room.replace(/\/dossiers\/.*/, ''))
  await secretary().locator('input[name=minutesNumber]').fill('25/BB-HĐ')
  await press(secretary(), 'Kết thúc và chốt biên bản')
  const pdf = await secretary().request.get(`${new URL(secretary().url()).pathname}/minutes.pdf`)
  const text = readPdfText(await pdf.body()).replace(/\s+/g, ' ')
  expect(text).toContain('Biểu quyết: 4 chấp nhận, 2 không chấp nhận')
  expect(text).toContain('Chấm lại lượt 2')
})
