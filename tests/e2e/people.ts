import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { demoPassword } from '../../src/demo/accounts.ts'
import { openWindow } from './browser.ts'

/** A person of the demonstration in a window of their own, signed in. */
export async function signedIn(
  browser: Browser,
  mailbox: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { page } = await openWindow(browser, options)
  await page.goto('/sign-in')
  await page.getByLabel('Thư điện tử').fill(`${mailbox}@saolang.example`)
  await page.getByLabel('Mật khẩu').fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return page
}

/** Leaves the window and everything in it. */
export async function leave(page: Page): Promise<void> {
  await page.context().close()
}

/** Presses a button that sends a form, and waits for the page that answers. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('main').getByRole('button', { name }).last()
  try {
    await Promise.all([page.waitForEvent('load'), button.click()])
  } catch (error) {
    await page.screenshot({ path: 'test-results/stuck.png', fullPage: true })
    throw error
  }
}

/** The part of an address that names a record: `idIn(page, 'dossiers')`. */
export function idIn(page: Page, kind: string): string {
  const id = new RegExp(`/${kind}/([0-9a-f-]{36})`).exec(page.url())?.[1]
  if (!id) throw new Error(`no ${kind} in ${page.url()}`)
  return id
}
