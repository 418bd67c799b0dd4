import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { chooseBest, chooseLeast } from './filing.ts'
import { leave, press, signedIn } from './people.ts'

/** The mailboxes of those who score in the demonstration's council, the chair first. */
export const scorers = [
  'chu-tich',
  'thanh-vien-1',
  'thanh-vien-2',
  'thanh-vien-3',
  'thanh-vien-4',
  'thanh-vien-5',
] as const

/** The address of the product in the room of the demonstration's open session: `/sessions/…/dossiers/…`. */
export async function roomOf(page: Page, product: string): Promise<string> {
  await page.goto('/my-scoring')
  const line = page.locator('main li', { hasText: product }).first()
  const sheet = (await line.locator('a[href$="/sheet"]').getAttribute('href')) ?? ''
  return sheet.replace(/\/sheet$/, '')
}

/** Hands in the sheet of the product in this room; answers may still be on their way to the server. */
export async function handIn(page: Page, room: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${room}/sheet/hand-in`)
        return page.getByRole('main').getByRole('button', { name: 'Nộp phiếu' }).isEnabled()
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(true)
  await press(page, 'Nộp phiếu')
}

/** A member scores by form and hands in, giving the best answers of a product of 4 stars, or the least. */
export async function score(
  browser: Browser,
  { member, room, answers = 'best' }: { member: string; room: string; answers?: 'best' | 'least' },
): Promise<void> {
  const page = await signedIn(browser, member, { javaScriptEnabled: false })
  await page.goto(`${room}/sheet?all=1`)
  await (answers === 'best' ? chooseBest(page, 4) : chooseLeast(page))
  for (const why of await page.locator('main textarea[name^="reason:"]').all())
    await why.fill('Đã thảo luận tại phiên họp.')
  await press(page, 'Lưu phiếu')
  await handIn(page, room)
  await leave(page)
}
