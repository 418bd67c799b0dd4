import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPdf } from '../../src/platform/files/testing/small-files.ts'
import { expectAccessible, expectNoSideScroll, openBrowser, openWindow, phone } from './browser.ts'
import { chooseBest } from './filing.ts'
import { idIn, leave, press, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const wish = 'Phiếu kiểm nghiệm quá 12 tháng, gửi phiếu mới.'
const answer = 'Hộ chưa có tiền làm lại phiếu kiểm nghiệm trong tháng này.'
const signedPage = { name: 'trang-ky.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf({})) }

test('a household without an account is filed for at the counter, looks its dossier up, and answers a return', async () => {
  const officer = await signedIn(browser, 'xa', phone)
  const dossier = await fileAtCounter(officer)
  const code = await receive(officer, dossier)
  expect(await lookUp(code)).toContain('Đang kiểm tra')

  await sendBack(officer, dossier)
  const shown = await lookUp(code)
  expect(shown).toContain('Cần bổ sung trước ngày')
  expect(shown).not.toContain(wish)

  await officer.goto('/counter')
  await officer.locator(`main a[href="/dossiers/${dossier}/mending"]`).click()
  await officer.locator('main details summary', { hasText: 'Không bổ sung được' }).click()
  await officer.locator('textarea[name=words]').fill(answer)
  await press(officer, 'Ghi câu trả lời')
  await handIn(officer, 'Gửi lại hồ sơ')

  await officer.goto(`/dossiers/${dossier}/return`)
  expect(await officer.getByRole('main').textContent()).toContain(answer)
  await expectNoSideScroll(officer)
  await officer.getByRole('link', { name: 'Đánh giá 4 nội dung' }).first().click()
  await officer.waitForURL(`**/dossiers/${dossier}/proposal`)
  expect(await lookUp(code)).toContain('Đang kiểm tra')
  await leave(officer)
})

test('a dossier that its producer left lying goes on once its day has passed', async () => {
  const officer = await signedIn(browser, 'xa', phone)
  await officer.goto('/inbox?tab=waiting')
  await officer.locator('main a[href^="/dossiers/"]').first().click()
  await officer.waitForURL(/dossiers/)
  await officer.goto(`/dossiers/${idIn(officer, 'dossiers')}/fix-list`)
  await expectAccessible(officer)
  await expectNoSideScroll(officer)
  const forms = officer.locator('main form[action$="/conclusion"]')
  // In a week of holidays the last day has moved on to the first working day after them.
  if ((await forms.count()) === 0) {
    expect(await officer.getByRole('main').textContent()).toContain('mở ra khi ngày hẹn đã qua')
    return leave(officer)
  }
  await forms.locator('textarea').fill('Đã gọi điện hai lần, chủ thể đồng ý xét theo hồ sơ hiện có.')
  await press(officer, 'Tiếp tục với hồ sơ hiện có')
  expect(await officer.getByRole('main').textContent()).toContain('Đang kiểm tra')
  await leave(officer)
})

/** Registers a household and its tea, fills its dossier in, and hands it in on the page that it signed. */
async function fileAtCounter(page: Page): Promise<string> {
  await page.goto('/counter')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ghi danh chủ thể' }).click()
  await page.waitForURL('**/producers/new')
  await page.locator('input[name=name]').fill('Hộ Vừ Thị Dợ')
  await page.locator('input[name=kind][value=household]').check({ force: true })
  await page.locator('select[name=unitId]').selectOption('03868')
  await page.locator('input[name=address]').fill('Bản Trò A')
  await page.locator('input[name=phone]').fill('0912 345 679')
  await page.locator('input[name=representativeName]').fill('Vừ Thị Dợ')
  await page.locator('input[name=representativePost]').fill('Chủ hộ')
  await press(page, /Ghi danh|Lưu|Đăng ký/)
  const producer = idIn(page, 'producers')

  await page.goto(`/products/new?producer=${producer}`)
  await page.locator('input[name=name]').fill('Chè búp bản Trò')
  await page.locator('select[name=productSetNo]').selectOption('11')
  await page.locator('textarea[name=specification]').fill('Túi 200 g')
  await press(page, 'Lưu')

  await page.goto('/counter?q=Chè búp bản Trò')
  await expectNoSideScroll(page)
  await press(page, /Lập hồ sơ/)
  const dossier = idIn(page, 'dossiers')
  await page.goto(`/dossiers/${dossier}/registration`)
  await press(page, /^Lưu/)
  await page.goto(`/dossiers/${dossier}/report`)
  await press(page, /^Lưu/)
  await answerAll(page, dossier)
  await page.goto(`/dossiers/${dossier}/submission`)
  expect(await page.getByRole('button', { name: 'Nộp hồ sơ' }).isDisabled()).toBe(true)
  await handIn(page, 'Nộp hồ sơ')
  return dossier
}

async function answerAll(page: Page, dossier: string): Promise<void> {
  await page.goto(`/dossiers/${dossier}/self-assessment`)
  const sections = await page
    .locator(`main a[href^="/dossiers/${dossier}/self-assessment/"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')?.split('#')[0] ?? ''))])
  for (const section of sections) {
    await page.goto(section)
    await chooseBest(page)
    await press(page, /^Lưu/)
  }
}

/** Keeps the signed page, then sends. */
async function handIn(page: Page, name: string): Promise<void> {
  await page.locator('#f-signature-camera').setInputFiles(signedPage)
  await press(page, /trang ký/)
  await page.locator('input[name=pledged]').check({ force: true })
  await expectNoSideScroll(page)
  await press(page, name)
}

/** Receives the dossier; the code stands in the slip, which is a paper, and at the address that its QR code names. */
async function receive(page: Page, dossier: string): Promise<string> {
  await page.goto(`/dossiers/${dossier}`)
  await press(page, 'Nhận hồ sơ')
  const slip = await page.request.get(`/dossiers/${dossier}/slip.pdf`)
  expect(slip.headers()['content-type']).toBe('application/pdf')
  await page.goto(`/dossiers/${dossier}`)
  const text = await page.getByRole('main').textContent()
  return /[0-9A-Y]{3}-[0-9A-Y]{3}-[0-9A-Y]{3}/.exec(text ?? '')?.[0] ?? ''
}

async function sendBack(page: Page, dossier: string): Promise<void> {
  const target = 'paper:test_results'
  await page.goto(`/dossiers/${dossier}/return?item=${target}`)
  await page.locator(`input[name="reason:${target}"][value=outdated]`).check({ force: true })
  await page.locator(`textarea[name="note:${target}"]`).fill(wish)
  await press(page, 'Gửi yêu cầu bổ sung')
}

/** What a visitor without an account reads under a code. */
async function lookUp(code: string): Promise<string> {
  const { context, page } = await openWindow(browser, phone)
  await page.goto('/tra-cuu')
  await page.getByLabel('Mã tra cứu').fill(code.toLowerCase())
  await press(page, 'Tra cứu')
  await expectAccessible(page)
  await expectNoSideScroll(page)
  const text = (await page.getByRole('main').textContent()) ?? ''
  await context.close()
  return text
}
