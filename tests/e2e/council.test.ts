import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdfText } from '../../src/platform/pdf/testing/read-pdf-text.ts'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { leave, press, signedIn } from './people.ts'
import { roomOf, score, scorers } from './scoring.ts'

/** The three dossiers of the demonstration's open session: one on which three have handed in, two on which nobody has. */
const begun = 'Cà phê mật ong Chiềng Cơi'
const coffee = 'Cà phê phin giấy Chiềng Cơi'
const plum = 'Mận sấy gừng Mộc Sơn'
const interest = 'Em gái là xã viên của chủ thể.'
const again = 'Thống nhất lại cách hiểu tiêu chí liên kết.'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const wordsOf = async (page: Page): Promise<string> => (await page.getByRole('main').textContent()) ?? ''

/** A place that answers with a page in words, and shows no points. */
async function expectRefused(page: Page, address: string, status: 403 | 404, words: string): Promise<void> {
  const answer = await page.goto(address)
  expect(answer?.status(), address).toBe(status)
  expect(await wordsOf(page), address).toContain(words)
  expect(await wordsOf(page), address).not.toMatch(/\d điểm|Tổng/)
}

test('nobody sees another’s sheet before the round is closed', async () => {
  const hanh = await signedIn(browser, 'thanh-vien-1')
  const room = await roomOf(hanh, coffee)
  await score(browser, { member: 'chu-tich', room })

  await hanh.goto(room)
  await expectAccessible(hanh)
  expect(await wordsOf(hanh)).toContain('1/6')
  expect(await wordsOf(hanh)).not.toMatch(/\d điểm|Tổng|Lệch/)
  const ways = await hanh
    .locator(`main a[href^="${room}"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(ways).toEqual([`${room}/sheet`])
  await expectRefused(hanh, `${room}/result`, 404, 'chưa có kết quả')
  await expectRefused(hanh, `${room}/sheets`, 404, '')
  await leave(hanh)

  // Their own sheet, open to write, by its address with another's name in it: still their own, and empty.
  const mien = await signedIn(browser, 'thanh-vien-5', phone)
  await mien.goto(`${room}/sheet?member=chu-tich&all=1`)
  expect(await mien.locator('main .option :checked').count()).toBe(0)
  await expectNoSideScroll(mien)
  await expectAccessible(mien)
  await leave(mien)
})

test.each([
  ['with JavaScript', plum, 'thanh-vien-3', true],
  ['without JavaScript', coffee, 'thanh-vien-2', false],
])(
  'a recused member opens nothing more of the dossier, %s',
  async (_, product, mailbox, javaScriptEnabled) => {
    const member = await signedIn(browser, mailbox, { javaScriptEnabled })
    const room = await roomOf(member, product)
    await member.goto(room)
    await member.locator('#reason-recusals').fill(interest)
    await press(member, 'Tôi không tham gia chấm hồ sơ này')
    expect(await wordsOf(member)).toContain('Đã ghi nhận không tham gia chấm.')
    expect(await member.locator(`main a[href^="${room}"]`).count()).toBe(0)
    for (const address of [room, `${room}/sheet`, `${room}/sheet/hand-in`, `${room}/result`])
      await expectRefused(member, address, 403, 'không tham gia chấm')
    await member.goto('/my-scoring')
    expect(await member.locator(`main a[href^="${room}"]`).count()).toBe(0)
    await leave(member)
  },
)

test('the council goes on without the recused member, who stays on record', async () => {
  const chung = await signedIn(browser, 'chu-tich')
  const room = await roomOf(chung, coffee)
  for (const member of ['thanh-vien-1', 'thanh-vien-3', 'thanh-vien-4', 'thanh-vien-5'])
    await score(browser, { member, room })
  await chung.goto(room)
  expect(await wordsOf(chung)).toContain(`Cầm Văn Dũng: ${interest}`)
  expect(await chung.locator('main tr', { hasText: 'Cầm Văn Dũng' }).textContent()).toContain(
    'Không tham gia',
  )
  expect(await wordsOf(chung)).toContain('Đã nộp 5 phiếu hợp lệ')
  await expectAccessible(chung)
  await press(chung, 'Kết thúc chấm')
  expect(await wordsOf(chung)).toContain('4 sao')
  expect(await wordsOf(chung)).not.toContain('Cầm Văn Dũng')
  await expectAccessible(chung)
  await leave(chung)
})

test('a spread over 10 points cannot be closed; a new round is scored, and both stay to be read', async () => {
  const chung = await signedIn(browser, 'chu-tich')
  const room = await roomOf(chung, plum)
  const sitting = scorers.filter((member) => member !== 'thanh-vien-3')
  for (const member of sitting)
    await score(browser, { member, room, answers: member === 'thanh-vien-5' ? 'least' : 'best' })

  const thu = await signedIn(browser, 'thu-ky')
  await thu.goto(room)
  expect(await wordsOf(thu)).toContain('vượt mức 10 của quy chế')
  expect(await thu.getByRole('button', { name: 'Kết thúc chấm' }).count()).toBe(0)
  await thu.goto(room.replace(/\/dossiers\/.*/, ''))
  expect(await thu.getByRole('button', { name: 'Kết thúc và chốt biên bản' }).isDisabled()).toBe(true)
  await leave(thu)

  await chung.goto(room)
  await chung.getByRole('button', { name: 'Kết thúc chấm' }).click()
  const reason = chung.locator('#reason-closing')
  expect(await reason.evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(true)
  const headers = { origin: new URL(chung.url()).origin }
  const forced = await chung.request.post(`${room}/closing`, { form: { reason: '' }, headers })
  expect(forced.status()).toBe(409)
  expect(await forced.text()).toContain('Hãy thảo luận và mở lượt chấm mới')
  await chung.locator('#reason-rounds').fill(again)
  await press(chung, 'Mở lượt chấm mới')
  expect(await wordsOf(chung)).toContain('Các phiếu lượt 1')
  await expectAccessible(chung)

  for (const member of sitting) await score(browser, { member, room })
  await chung.goto(room)
  await press(chung, 'Kết thúc chấm')
  for (const kept of ['Các phiếu lượt 1', 'Các phiếu lượt 2', again])
    expect(await wordsOf(chung)).toContain(kept)
  const totals = await chung.locator('main tr', { hasText: 'Tổng' }).allTextContents()
  expect(totals).toHaveLength(2)
  expect(totals[0]).not.toBe(totals[1])
  await leave(chung)
})

test('the minutes of the session name who was recused and which rounds were scored', async () => {
  const thu = await signedIn(browser, 'thu-ky', { javaScriptEnabled: false })
  await thu.goto(await sessionOf())
  for (const left of await thu.locator('main tr a[href*="/dossiers/"]', { hasText: begun }).all()) {
    const back = thu.url()
    await left.click()
    await thu.locator('#reason-release').fill('Chủ thể xin bổ sung mẫu nếm thử.')
    await press(thu, 'Rút hồ sơ khỏi buổi họp')
    await thu.goto(back)
  }
  await thu.locator('input[name=minutesNumber]').fill('24/BB-HĐ')
  await press(thu, 'Kết thúc và chốt biên bản')
  const pdf = await thu.request.get(`${new URL(thu.url()).pathname}/minutes.pdf`)
  const text = readPdfText(await pdf.body()).replace(/\s+/g, ' ')
  expect(text).toContain(`Không tham gia chấm: Cầm Văn Dũng (${interest})`)
  expect(text).toContain(`Chấm lại lượt 2: ${again}`)
  await leave(thu)

  async function sessionOf(): Promise<string> {
    const chung = await signedIn(browser, 'chu-tich')
    const room = await roomOf(chung, begun)
    await leave(chung)
    return room.replace(/\/dossiers\/.*/, '')
  }
})
