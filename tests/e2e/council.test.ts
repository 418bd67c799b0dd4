import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, openBrowser } from './browser.ts'
import { leave, press, signedIn } from './people.ts'
import { roomOf, score, scorers } from './scoring.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('nobody sees another’s sheet before the round is closed; a recused member sees nothing at all', async () => {
  const hanh = await signedIn(browser, 'thanh-vien-1')
  const room = await roomOf(hanh, 'Cà phê phin giấy Chiềng Cơi')
  await score(browser, { member: 'chu-tich', room })

  await hanh.goto(room)
  await expectAccessible(hanh)
  const shown = (await hanh.getByRole('main').textContent()) ?? ''
  expect(shown).toContain('1/6')
  expect(shown).not.toMatch(/\d+ điểm|Tổng/)
  const result = await hanh.goto(`${room}/result`)
  expect(result?.status()).toBe(404)
  expect(await hanh.getByRole('main').textContent()).toContain('chưa có kết quả')
  await leave(hanh)

  const dung = await signedIn(browser, 'thanh-vien-2', { javaScriptEnabled: false })
  await dung.goto(room)
  await dung.locator('#reason-recusals').fill('Em gái là xã viên của chủ thể.')
  await press(dung, 'Tôi không tham gia chấm hồ sơ này')
  for (const address of [room, `${room}/sheet`, `${room}/sheet/hand-in`, `${room}/result`]) {
    const answer = await dung.goto(address)
    expect(answer?.status(), address).toBe(403)
    expect(await dung.getByRole('main').textContent()).toContain('không tham gia chấm')
  }
  await dung.goto('/my-scoring')
  expect(await dung.locator(`main a[href^="${room}"]`).count()).toBe(0)
  await leave(dung)

  for (const member of scorers.filter((one) => one !== 'chu-tich' && one !== 'thanh-vien-2'))
    await score(browser, { member, room })
  const chung = await signedIn(browser, 'chu-tich')
  await chung.goto(room)
  await press(chung, 'Kết thúc chấm')
  const text = (await chung.getByRole('main').textContent()) ?? ''
  expect(text).toContain('4 sao')
  expect(text).not.toContain('Cầm Văn Dũng')
  await expectAccessible(chung)
  await leave(chung)
})

test('a spread over 10 points cannot be closed; a new round is scored, and both stay to be read', async () => {
  const chung = await signedIn(browser, 'chu-tich')
  const room = await roomOf(chung, 'Mận sấy gừng Mộc Sơn')
  for (const member of scorers)
    await score(browser, { member, room, answers: member === 'thanh-vien-5' ? 'least' : 'best' })

  await chung.goto(room)
  expect(await chung.getByRole('main').textContent()).toContain('vượt mức 10 của quy chế')
  await chung.getByRole('button', { name: 'Kết thúc chấm' }).click()
  const reason = chung.locator('#reason-closing')
  expect(await reason.evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(true)
  await chung.locator('#reason-rounds').fill('Thống nhất lại cách hiểu tiêu chí liên kết.')
  await press(chung, 'Mở lượt chấm mới')
  expect(await chung.getByRole('main').textContent()).toContain('Các phiếu lượt 1')
  await expectAccessible(chung)

  for (const member of scorers) await score(browser, { member, room })
  await chung.goto(room)
  await press(chung, 'Kết thúc chấm')
  const text = (await chung.getByRole('main').textContent()) ?? ''
  expect(text).toContain('Thống nhất lại cách hiểu tiêu chí liên kết.')
  expect(text).toContain('Lượt 2')
  await leave(chung)
})
