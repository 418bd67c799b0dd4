import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { leave, signedIn } from './people.ts'

let browser: Browser
/** Addresses that answer with something other than a page. */
const file = /\.\w+($|\?)|\/(file|picture)$|\/evidence\/[^/]{36}$|format=|^\/api\//
/** Pages that were looked at, whoever saw them: `/dossiers/:id/check`. */
const seen = new Set<string>()

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  ['chu-the'],
  ['xa'],
  ['tinh'],
  ['thanh-vien-3'],
  ['thu-ky'],
  ['lanh-dao'],
  ['trung-uong'],
  ['quan-tri'],
  ['kiem-toan'],
  ['tu-van'],
  ['kiem-tra'],
])(
  'every kind of page that %s comes to is open to everybody, on a phone and in the dark',
  async (mailbox) => {
    const page = await signedIn(browser, mailbox, phone)
    await page.goto('/work')
    const waiting = ['/work', ...(await linksOf(page))]
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const shape = shapeOf(path)
      if (seen.has(shape)) continue
      seen.add(shape)
      await look(page, path)
      waiting.push(...(await linksOf(page)))
    }
    await leave(page)
  },
)

test('the walk has come to every place of work', () => {
  expect(seen.size).toBeGreaterThan(55)
})

/** Light at the width of a phone, dark at that of a desk. */
async function look(page: Page, path: string): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    const answer = await page.goto(path)
    expect.soft(answer?.status(), path).toBe(200)
    await expectNoSideScroll(page)
    await expectAccessible(page)
  }
}

/** Where one can go on from here by a link, each kind of page once; files and the public site are not pages of work. */
async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const paths = hrefs.filter((href) => !file.test(href))
  return paths.filter((path) => !seen.has(shapeOf(path)))
}

function shapeOf(path: string): string {
  const [place = ''] = path.split(/[?#]/)
  return place
    .replace(/^\/(san-pham|v|chu-the)\/.+/, '/$1/:id')
    .replaceAll(/\/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9.]+|[0-9]{5}|qd[\w-]+)(?=\/|$)/g, '/:id')
}
