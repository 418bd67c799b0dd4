import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { idIn, leave, press, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a returned dossier is mended on a phone and sent again, %s', async (_, javaScriptEnabled) => {
  const options = { ...phone, javaScriptEnabled }
  const tua = await signedIn(browser, 'xa', { javaScriptEnabled })
  await tua.goto('/inbox')
  await tua.locator('main tr, main li', { hasText: 'Măng trúc' }).locator('a').last().click()
  await tua.waitForURL(/dossiers/)
  const dossier = idIn(tua, 'dossiers')
  await tua.goto(`/dossiers/${dossier}/return`)
  await tua
    .locator('details', { has: tua.locator('[value=report]') })
    .locator('summary')
    .click()
  await tua.locator('input[name=item][value=report]').check({ force: true })
  await tua.locator('input[name="reason:report"][value=incomplete]').check({ force: true })
  await tua.locator('textarea[name="note:report"]').fill('Ghi rõ diện tích vùng măng của từng bản.')
  await tua.locator('input[name=dueOn]').fill('2099-12-31')
  await press(tua, 'Gửi yêu cầu bổ sung')
  await leave(tua)

  const mai = await signedIn(browser, 'chu-the', options)
  await mai.goto('/dossiers')
  expect(await mai.locator('main').textContent()).toContain('Măng trúc')
  await mai.goto(`/dossiers/${dossier}/mending`)
  expect(await mai.getByRole('main').textContent()).toContain('Ghi rõ diện tích vùng măng của từng bản.')
  await expectNoSideScroll(mai)
  if (javaScriptEnabled) await expectAccessible(mai)
  await mai.goto(`/dossiers/${dossier}/registration`)
  expect(await mai.locator('main form input[name=phone]').count()).toBe(0)
  await mai.goto(`/dossiers/${dossier}/report`)
  const words = `Bản Trò A 4 ha, bản Bẹ 6 ha. ${javaScriptEnabled ? 'Lần 1.' : 'Lần 2.'}`
  await mai.locator('textarea[name=materialArea]').fill(words)
  await press(mai, /^Lưu/)
  await mai.goto(`/dossiers/${dossier}/mending`)
  expect(await mai.getByRole('main').textContent()).toContain(words)
  await mai.locator('input[name=pledged]').check({ force: true })
  await press(mai, 'Gửi lại hồ sơ')
  await leave(mai)

  const again = await signedIn(browser, 'xa', { javaScriptEnabled })
  await again.goto(`/dossiers/${dossier}/return`)
  expect(await again.getByRole('main').textContent()).toContain('Ghi rõ diện tích vùng măng của từng bản.')
  await leave(again)
})
