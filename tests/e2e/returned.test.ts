import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { idIn, leave, press, signedIn } from './people.ts'

const product = 'Măng trúc'
const wish = 'Ghi rõ diện tích vùng măng của từng bản.'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a returned dossier is mended on a phone and sent again, %s', async (_, javaScriptEnabled) => {
  const tua = await signedIn(browser, 'xa', { javaScriptEnabled })
  const dossier = await sendBack(tua)
  await leave(tua)

  const mai = await signedIn(browser, 'chu-the', { ...phone, javaScriptEnabled })
  await mai.goto('/dossiers?tab=to_do')
  await rowOf(mai).getByRole('link', { name: 'Bổ sung' }).click()
  await mai.waitForURL(`**/dossiers/${dossier}/mending`)
  expect(await mai.getByRole('main').textContent()).toContain(wish)
  expect(await mai.getByRole('button', { name: 'Gửi lại hồ sơ' }).isDisabled()).toBe(true)
  await expectNoSideScroll(mai)
  if (javaScriptEnabled) await expectAccessible(mai)
  await expectLocked(mai, dossier)

  const words = `Bản Trò A 4 ha, bản Bẹ 6 ha. ${javaScriptEnabled ? 'Lần 1.' : 'Lần 2.'}`
  await mai.goto(`/dossiers/${dossier}/report`)
  expect(await mai.getByRole('main').textContent()).toContain(wish)
  await mai.locator('textarea[name=materialArea]').fill(words)
  await press(mai, /^Lưu/)
  await mai.goto(`/dossiers/${dossier}/mending`)
  expect(await mai.getByRole('main').textContent()).toContain(words)
  await mai.locator('input[name=pledged]').check({ force: true })
  await press(mai, 'Gửi lại hồ sơ')
  await leave(mai)

  const again = await signedIn(browser, 'xa', { javaScriptEnabled })
  await again.goto('/inbox')
  expect(await rowOf(again).textContent()).toContain('Đã gửi lại')
  await rowOf(again).getByRole('link', { name: 'Xem chỗ đã sửa' }).click()
  await again.waitForURL(`**/dossiers/${dossier}/return`)
  expect(await again.getByRole('main').textContent()).toContain(wish)
  await again.goto(`/dossiers/${dossier}/report`)
  expect(await again.getByRole('main').textContent()).toContain(words)
  await leave(again)
})

/** The officer opens the dossier from the inbox and sends the report back, saying what is missing. Answers its id. */
async function sendBack(page: Page): Promise<string> {
  await page.goto('/inbox')
  await rowOf(page).locator('a[href^="/dossiers/"]').first().click()
  await page.waitForURL(/dossiers/)
  const dossier = idIn(page, 'dossiers')
  await page.goto(`/dossiers/${dossier}/return`)
  await page
    .locator('details', { has: page.locator('[value=report]') })
    .locator('summary')
    .click()
  await page.locator('input[name=item][value=report]').check({ force: true })
  await page.locator('input[name="reason:report"][value=incomplete]').check({ force: true })
  await page.locator('input[name=dueOn]').fill('2099-12-31')
  await press(page, 'Gửi yêu cầu bổ sung')
  // Without words nothing is sent, and what was ticked stays.
  expect(await page.getByRole('main').textContent()).toContain('Ghi rõ chủ thể cần sửa gì.')
  await page.locator('textarea[name="note:report"]').fill(wish)
  await press(page, 'Gửi yêu cầu bổ sung')
  return dossier
}

/** What was not sent back shows no field, and takes nothing when it is sent all the same. */
async function expectLocked(page: Page, dossier: string): Promise<void> {
  const registration = `/dossiers/${dossier}/registration`
  await page.goto(registration)
  expect(await page.locator('main form input[name=phone]').count()).toBe(0)
  const form = { representativeName: 'Người khác' }
  const answer = await page.request.post(registration, {
    form,
    headers: { origin: new URL(page.url()).origin },
  })
  expect(answer.status()).toBe(409)
  expect(await answer.text()).toContain('Phần này giữ nguyên như đã nộp.')
}

function rowOf(page: Page): Locator {
  return page.locator('main tr', { hasText: product }).first()
}
