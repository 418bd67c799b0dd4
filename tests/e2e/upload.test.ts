import { randomBytes } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallPdf } from '../../src/platform/files/testing/small-files.ts'
import { expectAccessible, expectNoSideScroll, openBrowser, phone } from './browser.ts'
import { beginDossier } from './filing.ts'
import { leave, press, signedIn } from './people.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A PDF of about so many bytes, which no compression makes shorter. */
function pdfOf(bytes: number) {
  const ballast = randomBytes(bytes / 2).toString('hex')
  return { mimeType: 'application/pdf', buffer: Buffer.from(smallPdf({ objects: `% ${ballast}` })) }
}

/** Lets this many pieces through, then breaks the line until `mend` is called. */
async function breakLine(page: Page, after: number): Promise<{ mend: () => Promise<void> }> {
  let pieces = 0
  await page.route('**/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH') pieces += 1
    if (pieces <= after) return route.continue()
    await page.context().setOffline(true)
    return route.abort('internetdisconnected')
  })
  return {
    mend: async () => {
      await page.unroute('**/uploads/*')
      await page.context().setOffline(false)
    },
  }
}

test('on a phone a paper goes on where the line was lost, and is in the vault and in the dossier', async () => {
  const page = await signedIn(browser, 'chu-the', phone)
  const dossier = await beginDossier(page, `Trà mạng yếu ${Date.now()}`)
  await page.goto(`/dossiers/${dossier}/citations?criterion=1.1`)
  const line = await breakLine(page, 2)
  const file = { name: 'Hợp đồng vùng chè.pdf', ...pdfOf(2_000_000) }
  await page.locator('#f-files').setInputFiles(file)
  const status = page.locator('[data-upload] li [role=status]')
  await status.filter({ hasText: 'Mất kết nối' }).waitFor()
  expect(await status.textContent()).toMatch(/từ (4|5)\d%/)
  await expectNoSideScroll(page)
  await line.mend()
  await status.filter({ hasText: 'Đã nhận' }).waitFor()
  await expectAccessible(page)
  await press(page, 'Tải lên')
  await page.getByText('Đã viện dẫn 1 giấy tờ').waitFor()
  await page.goto('/vault?q=hop dong vung che')
  await page.getByRole('link', { name: 'Hợp đồng vùng chè', exact: true }).waitFor()
  await leave(page)
})

test('after the page was left the same file goes on, and the form waits for files under way', async () => {
  const page = await signedIn(browser, 'chu-the', phone)
  await page.goto('/vault')
  const line = await breakLine(page, 2)
  const file = { name: `Sổ ghi chép ${Date.now()}.pdf`, ...pdfOf(2_000_000) }
  const folder = await onDisk(file)
  await page.locator('#f-files').setInputFiles(folder)
  await page.locator('[data-upload] li').filter({ hasText: 'Mất kết nối' }).waitFor()
  // Left while the line is still broken: mended before, the page would go on by itself.
  await page.goto('about:blank')
  await line.mend()
  await page.goto('/vault')
  const offsets: (string | null)[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? null)
  })
  await page.locator('#f-files').setInputFiles(folder)
  await press(page, 'Lưu vào kho')
  await page.getByText('Đã lưu 1 giấy tờ vào kho').waitFor()
  expect(Number(offsets[0])).toBeGreaterThanOrEqual(2 * 512 * 1024)
  await leave(page)
})

test('what is too large is refused in words before it is sent', async () => {
  const page = await signedIn(browser, 'chu-the', phone)
  await page.goto('/vault')
  const sent: string[] = []
  page.on('request', (request) => void (request.url().includes('/uploads') && sent.push(request.url())))
  const large = await onDisk({ name: 'phim.pdf', buffer: Buffer.alloc(26 * 1024 * 1024) })
  await page.locator('#f-files').setInputFiles(large)
  await page.getByText('Tệp lớn hơn 25 MB').waitFor()
  expect(sent).toEqual([])
  await leave(page)
})

/** On the disk, where choosing it twice finds the same file of the same moment. */
async function onDisk({ name, buffer }: { name: string; buffer: Buffer }): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'saolang-upload-')), name)
  await writeFile(path, buffer)
  return path
}
