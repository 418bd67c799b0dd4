import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { expect } from 'vitest'
import { serverAddress } from './own-server.ts'

const found = JSON.parse(process.env.TEST_BROWSER ?? '{"executablePath":"/usr/bin/chromium","args":[]}')
const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A phone in a shop, in the size that many people have. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: found.executablePath, args: [...found.args, ...quiet] })
}

/** A person's own browser window: nobody else's cookies. */
export async function openWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: serverAddress(),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  })
  return { context, page: await context.newPage() }
}

/** Fails when axe finds anything on the page that keeps somebody from using it; `only` these rules, or all. */
export async function expectAccessible(page: Page, { only }: { only?: string[] } = {}): Promise<void> {
  // None of our pages has a frame from elsewhere, so that axe may run in the page itself: twice as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (only ? axe.withRules(only) : axe).analyze()
  const said = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(' | ')}`,
  )
  expect.soft(said, page.url()).toEqual([])
}

/** Fails when the page is wider than the window. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
