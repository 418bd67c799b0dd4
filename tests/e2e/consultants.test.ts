import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { beginDossier } from './filing.ts'
import { idIn, leave, press, signedIn } from './people.ts'

const product = 'Trà shan Làng Chiếu'
const consultant = 'Vì Văn Hùng'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('an applicant is registered, works in one dossier while the mandate lasts, and in no other', async () => {
  await register()
  const mai = await signedIn(browser, 'chu-the')
  const dossier = await beginDossier(mai, product)
  const mandate = await askFor(mai)

  const hung = await signedIn(browser, 'tu-van-3', phone)
  await signFromHome(hung, mandate)
  await writePhone(hung, dossier)
  for (const step of ['submission', 'withdrawal']) {
    const answer = await hung.request.post(`/dossiers/${dossier}/${step}`, {
      form: { pledged: 'on', reason: 'Không làm nữa' },
      headers: { origin: new URL(hung.url()).origin },
    })
    expect(answer.status()).toBe(403)
  }

  await mai.goto(`/dossiers/${dossier}/registration`)
  expect(await mai.getByRole('main').textContent()).toContain(`${consultant} (tư vấn)`)
  await mai.goto(`/mandates/${mandate}`)
  await mai.getByText('Chấm dứt trước hạn').first().click()
  await mai.locator('form[action$="/end"] textarea[name=reason]').fill('Chủ thể tự làm tiếp.')
  await press(mai, 'Chấm dứt trước hạn')
  await leave(mai)

  expect((await hung.goto(`/dossiers/${dossier}`))?.status()).toBe(404)
  await expect.poll(() => noticesOf(hung), { timeout: 30_000 }).toContain('Chủ thể chấm dứt thỏa thuận')
  await leave(hung)
})

/** The officer finds the application at home and registers it by decision. */
async function register(): Promise<void> {
  const hoa = await signedIn(browser, 'tinh')
  await hoa.goto('/work')
  await hoa
    .getByRole('main')
    .getByRole('link', { name: `${consultant} (minh họa)`, exact: true })
    .click()
  await hoa.waitForURL(/\/consultants\/[0-9a-f-]{36}/)
  await hoa.goto(`/consultants/${idIn(hoa, 'consultants')}/decision?outcome=register`)
  await hoa.locator('input[name=number]').fill('2788/QĐ-UBND')
  await press(hoa, 'Ghi danh')
  expect(await hoa.getByRole('main').textContent()).toContain('2788/QĐ-UBND')
  await leave(hoa)
}

/** The producer asks for help with the forms of one product; without parts the form comes back as typed. */
async function askFor(mai: Page): Promise<string> {
  await mai.goto('/mandates/new')
  const main = mai.getByRole('main')
  await mai.locator('select[name=consultantId]').selectOption({ label: `${consultant} (minh họa)` })
  await main.getByRole('checkbox', { name: product }).check({ force: true })
  await mai.locator('textarea[name=work]').fill('Viết Mẫu 01 cùng chủ thể.')
  await mai.locator('input[name=toOn]').fill('2099-12-31')
  await mai.locator('input[name=signature]').fill('Mùa Thị Mai')
  await press(mai, 'Ký và gửi đề nghị')
  expect(await mai.locator('textarea[name=work]').inputValue()).toBe('Viết Mẫu 01 cùng chủ thể.')
  await mai.locator('input[name=parts][value=forms]').check({ force: true })
  await press(mai, 'Ký và gửi đề nghị')
  return idIn(mai, 'mandates')
}

/** What waits for the consultant stands at home; the paper is read and signed. */
async function signFromHome(hung: Page, mandate: string): Promise<void> {
  await hung.goto('/work')
  await expectAccessible(hung)
  await expectNoSideScroll(hung)
  await hung.locator(`main a[href="/mandates/${mandate}"]`).first().click()
  await hung.waitForURL(`**/mandates/${mandate}`)
  await hung.locator('input[name=signature]').fill(consultant)
  await press(hung, 'Ký thỏa thuận')
}

async function writePhone(hung: Page, dossier: string): Promise<void> {
  await hung.goto('/work')
  await hung.locator(`main a[href="/dossiers/${dossier}"]`).first().click()
  await hung.waitForURL(`**/dossiers/${dossier}`)
  await hung.goto(`/dossiers/${dossier}/registration`)
  await hung.locator('main input[name=phone]').fill('0912 345 678')
  await press(hung, /^Lưu/)
  await expectNoSideScroll(hung)
}

/** What has been told by now: notices are written by the queue, a moment after what they tell of. */
async function noticesOf(page: Page): Promise<string> {
  await page.goto('/notices')
  return (await page.getByRole('main').textContent()) ?? ''
}
