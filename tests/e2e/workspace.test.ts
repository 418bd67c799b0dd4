import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvOf, goodRow } from '../../src/modules/imports/testing.ts'
import { expectAccessible, expectNoSideScroll, openBrowser } from './browser.ts'
import { beginDossier } from './filing.ts'
import { leave, press, signedIn } from './people.ts'

let browser: Browser
/** The public site has its own tests. */
const open = /^\/($|san-pham|v\/|chu-the\/|kiem-tra|bo-tieu-chi|thong-ke|dia-phuong|luat|[?#])/
/** Addresses that answer with something other than a page. */
const file =
  /^\/(files|pictures)\/|\.\w+($|\?)|\/(file|picture|training)$|\/(evidence|photos|dossiers\/[^/]{36}\/papers)\/[^/]{36}($|\?)|format=|^\/api\//
/** Pages that were looked at, whoever saw them: `/dossiers/:id/check`. */
const seen = new Set<string>()
/** Pages that are a kind of their own: forms that are still open, a list with faults, what no link leads to. */
const also: Record<string, string[]> = { 'quan-tri': ['/components'] }

beforeAll(async () => {
  browser = await openBrowser()
  also['chu-the'] = await beginDraft()
  also.tinh = [await uploadList()]
})
afterAll(() => browser.close())

test.each([
  ['chu-the'],
  ['xa'],
  ['tinh'],
  ['thanh-vien-3'],
  ['chu-tich'],
  ['thu-ky'],
  ['lanh-dao'],
  ['trung-uong'],
  ['bo-truong'],
  ['quan-tri'],
  ['kiem-toan'],
  ['tu-van'],
  ['kiem-tra'],
  ['to-tu-van'],
])('every kind of page that %s comes to is open to everybody, on a phone and on a desk', async (mailbox) => {
  const page = await signedIn(browser, mailbox)
  for (const path of await placesOf(page)) await glance(page, path)
  const waiting = [...(also[mailbox] ?? []), '/work', ...(await linksOf(page, '/work'))]
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    if (seen.has(shapeOf(path))) continue
    await look(page, path)
    waiting.push(...(await linksOf(page)))
  }
  await leave(page)
})

test('the walk has come to every place of work', () => {
  expect(seen.size).toBeGreaterThan(60)
  for (const place of ['/account', '/dossiers/:id/report', '/imports/:id/rows/:id', '/sessions/:id'])
    expect(seen).toContain(place)
})

/** Light and dark side by side, each at the width of a phone and at that of a desk. */
async function look(page: Page, path: string): Promise<void> {
  seen.add(shapeOf(path))
  const [, other] = page.context().pages()
  const dark = other ?? (await page.context().newPage())
  await dark.emulateMedia({ colorScheme: 'dark' })
  await Promise.all([lookAt(page, path, [390, 1280]), lookAt(dark, path, [1280, 390])])
}

/** Everything at the first width; at the second what a width can change. */
async function lookAt(page: Page, path: string, [first, second]: readonly [number, number]): Promise<void> {
  await page.setViewportSize({ width: first, height: 844 })
  const answer = await page.goto(path)
  expect.soft(answer?.status(), path).toBe(200)
  await expectNoSideScroll(page)
  await expectAccessible(page)
  await page.setViewportSize({ width: second, height: 844 })
  await expectNoSideScroll(page)
  await expectAccessible(page, { only: ['color-contrast', 'target-size'] })
}

/** A place of work and the first record behind it, as this person sees them, on a phone. */
async function glance(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(path)
  await expectNoSideScroll(page)
  const record = await page
    .locator('main table a[href^="/"]')
    .first()
    .getAttribute('href', { timeout: 1 })
    .catch(() => null)
  if (!record || file.test(record) || open.test(record)) return
  const answer = await page.goto(record)
  expect.soft(answer?.status(), record).toBe(200)
  await expectNoSideScroll(page)
}

/** The places of work that the navigation offers. */
async function placesOf(page: Page): Promise<string[]> {
  await page.goto('/work')
  return hrefsIn(page, '.menu a[href^="/"]')
}

/** Where one can go on from here by a link, each kind of page once; files and the public site are no pages of work. */
async function linksOf(page: Page, path?: string): Promise<string[]> {
  if (path) await page.goto(path)
  const paths = (await hrefsIn(page, 'a[href^="/"]')).filter((href) => !file.test(href) && !open.test(href))
  return paths.filter((path) => !seen.has(shapeOf(path)))
}

async function hrefsIn(page: Page, selector: string): Promise<string[]> {
  const hrefs = await page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(hrefs)]
}

function shapeOf(path: string): string {
  const [place = ''] = path.split(/[?#]/)
  if (Object.values(also).flat().includes(place)) return place
  return place
    .replace(/^\/(san-pham|v|chu-the)\/.+/, '/$1/:id')
    .replaceAll(/\/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9.]+|[0-9]{5}|qd[\w-]+)(?=\/|$)/g, '/:id')
}

/** A dossier that its producer has only begun: every form of it is open. Answers its pages. */
async function beginDraft(): Promise<string[]> {
  const page = await signedIn(browser, 'chu-the')
  const dossier = `/dossiers/${await beginDossier(page, 'Chè lam Tà Xùa')}`
  await page.goto(`${dossier}/self-assessment`)
  const [section = ''] = await hrefsIn(page, `main a[href^="${dossier}/self-assessment/"]`)
  await leave(page)
  const forms = ['', '/registration', '/report', '/evidence', '/submission', '/withdrawal']
  return [...forms.map((form) => `${dossier}${form}`), section]
}

/** A list with a row that has to be mended. Answers its page. */
async function uploadList(): Promise<string> {
  const page = await signedIn(browser, 'tinh')
  await page.goto('/imports')
  const buffer = Buffer.from(csvOf([goodRow(), goodRow({ product: 'Chè xanh', commune: 'Không có xã này' })]))
  await page
    .locator('input[name=file]')
    .setInputFiles({ name: 'danh sách.csv', mimeType: 'text/csv', buffer })
  await press(page, /./)
  const { pathname } = new URL(page.url())
  await leave(page)
  return pathname
}
