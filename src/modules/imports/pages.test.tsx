import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, nobody, system } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import type { Env } from '#platform/http/env.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { wordsOf } from '#platform/ui/testing.tsx'
import { confirmImport } from './confirm-import.ts'
import { routes } from './routes.tsx'
import { runImport } from './run-import.ts'
import { startImport } from './start-import.ts'
import { csvOf, goodRow } from './testing.ts'

let database: Database
let batchId: string
const officer = actorWith('province_officer', 'vn/14', { id: 'hoa' })
const app = (actor: Actor = officer) => testApp(database.db, routes, { actor })
const wordsAt = async (path: string, actor = officer) =>
  wordsOf(await (await app(actor).request(path)).text())
const upload = (name: string, bytes: Uint8Array, actor: Actor = officer) => {
  const form = new FormData()
  form.append('unitId', '14')
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name))
  const wrapped = new Hono<Env>()
  wrapped.use(async (c, next) => {
    c.req.raw = new Request(c.req.url, { method: 'POST', body: form })
    await next()
  })
  return testApp(database.db, wrapped.route('/', routes), { actor }).request('/imports', {})
}
const rows = [
  goodRow(),
  goodRow({ product: 'Trà <b>', stars: '9' }),
  goodRow({ stars: '3' }),
  goodRow({ product: 'Mận', commune: 'Mộc Lan' }),
]

beforeAll(async () => {
  database = await openTestDb()
  const list = { unitId: '14', name: 'danh sách.csv', bytes: csvOf(rows) }
  batchId = (await startImport(testCtx(database.db, { actor: officer }), list)).batchId
})
afterAll(() => database.close())

describe('bringing a list in', () => {
  test('leads to its preview, and the same file again to the same', async () => {
    const answer = await upload('danh sách.csv', csvOf(rows))
    expect(answer.headers.get('location')).toBe(`/imports/${batchId}`)
    expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toContain('done.known')
    expect(await wordsAt('/imports')).toContain('danh sách.csv')
  })

  test.each([
    ['no file', '', new Uint8Array(), 'Hãy chọn một tệp.'],
    ['a picture', 'a.csv', Buffer.from([0x89, 0x50, 0, 1]), 'id="f-file-fault"'],
    ['only heads', 'a.csv', csvOf([]), 'Tệp chỉ có tên cột'],
  ])('with %s says what is wrong beside the file', async (_, name, bytes, words) => {
    const answer = await upload(name, bytes)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(words)
  })

  test('begins with a form whose heads the importer knows', async () => {
    const answer = await app().request('/imports/template.xlsx')
    const { headers } = await readSheet(new Uint8Array(await answer.arrayBuffer()))
    expect(headers).toContain('Tên sản phẩm')
  })
})

describe('the preview', () => {
  test('shows every row and what is wrong with it', async () => {
    const page = await wordsAt(`/imports/${batchId}`)
    expect(page).toContain('Hạng sao: Cao nhất là 5 sao.')
    expect(page).toContain('Cùng sản phẩm, cùng năm với dòng 2')
    expect(page).toContain('Trà &lt;b>')
    expect(page).toContain('1 dòng sẽ được nhập.')
    expect(page).toContain('4 · 2023 · Tỉnh')
    expect(page).toContain('3 dòng có lỗi ở lại đây')
  })

  test.each([
    ['faulty', 'Mận', 'Sẵn sàng Sửa'],
    ['ready', 'Chè Shan tuyết', 'Mận'],
    ['nonsense', 'Mận', 'xxx'],
  ])('by %s shows those', async (tab, shown, hidden) => {
    const page = await wordsAt(`/imports/${batchId}?tab=${tab}&after=0`)
    expect(page).toContain(shown)
    expect(page).not.toContain(hidden)
  })

  test('gives the faulty rows out with what is wrong, fit to be brought in again', async () => {
    const answer = await app().request(`/imports/${batchId}/faults.xlsx`)
    const sheet = await readSheet(new Uint8Array(await answer.arrayBuffer()))
    expect(sheet.headers.at(0)).toBe('Dòng')
    expect(sheet.headers.at(-1)).toBe('Lỗi')
    const lines: string[][] = []
    for await (const { cells } of sheet.rows) lines.push(cells)
    expect(lines.map(([line]) => line)).toEqual(['3', '4', '5'])
    expect(lines[2]?.at(-1)).toBe('Xã, phường: Không có xã, phường này trong tỉnh, cả tên cũ.')
  })

  test('asks which column is what, with what was guessed and examples', async () => {
    const html = await (await app().request(`/imports/${batchId}/columns`)).text()
    expect(html).toMatch(/<option value="0" selected[^>]*>Cột 1: Tên sản phẩm/)
    expect(html).toContain('Ví dụ: Chè Shan tuyết; Trà &lt;b>')
    const faulty = await app().request(`/imports/${batchId}/columns`, {
      'column.product': '0',
      'column.stars': '0',
    })
    expect(faulty.status).toBe(422)
    const words = wordsOf(await faulty.text())
    expect(words).toContain('Cột này đã dùng cho mục khác.')
    expect(words).toContain('Hãy chọn cột.')
  })
})

describe('a row', () => {
  test('comes back with what was typed and its faults, until it has none', async () => {
    const path = `/imports/${batchId}/rows/5`
    expect(await wordsAt(path)).toContain('Không có xã, phường này trong tỉnh')
    const faulty = await app().request(path, { ...goodRow({ product: 'Mận', commune: 'Nơi "khác"' }) })
    expect(faulty.status).toBe(422)
    const html = await faulty.text()
    expect(html).toContain('value="Nơi &quot;khác&quot;"')
    expect(html).toContain('Trong tệp: Mộc Lan')
    const good = await app().request(path, {
      ...goodRow({ product: 'Mận', commune: 'Hua La' }),
      next: '1',
    })
    expect(good.headers.get('location')).toBe(`/imports/${batchId}/rows/3`)
  })

  test('is left out and taken back', async () => {
    const path = `/imports/${batchId}/rows/4/omission`
    await app().request(path, { out: '1' })
    expect(await wordsAt(`/imports/${batchId}?tab=left_out`)).toContain('Lấy lại')
    await app().request(path, { out: '' })
    expect(await wordsAt(`/imports/${batchId}?tab=left_out`)).toContain('Không có dòng nào ở đây.')
  })

  test.each(['0', '99', '-1', 'x', '99999999999'])('numbered %s is not there', async (line) => {
    expect((await app().request(`/imports/${batchId}/rows/${line}`)).status).toBe(404)
  })
})

describe('looking', () => {
  test.each([
    ['nobody', nobody, 403, 403],
    ['a commune officer', actorWith('commune_officer', 'vn/14/03868'), 403, 404],
    ['an officer of another province', actorWith('province_officer', 'vn/11'), 200, 404],
    ['an auditor', actorWith('auditor', 'vn'), 200, 200],
  ])('%s', async (_, actor, list, one) => {
    expect((await app(actor).request('/imports')).status).toBe(list)
    for (const path of ['', '/faults.xlsx'])
      expect((await app(actor).request(`/imports/${batchId}${path}`)).status).toBe(one)
    const status = one === 200 ? 403 : one
    for (const path of ['/columns', '/rows/2'])
      expect((await app(actor).request(`/imports/${batchId}${path}`)).status).toBe(status)
    for (const path of ['/confirmation', '/resumption', '/removal', '/rows/2/omission'])
      expect((await app(actor).request(`/imports/${batchId}${path}`, {})).status).toBe(status)
  })
})

test('while it goes in the page shows how far and looks again by itself; then what came of it', async () => {
  const confirmed = await app().request(`/imports/${batchId}/confirmation`, {})
  expect(confirmed.status).toBe(303)
  const running = await app().request(`/imports/${batchId}`)
  expect(running.headers.get('refresh')).toBe('3')
  expect(wordsOf(await running.text())).toContain('0 trên 2 dòng đã xong')
  await runImport(testCtx(database.db, { actor: system }), { batchId })
  const page = await wordsAt(`/imports/${batchId}`)
  expect(page).toContain('Xong: 2 sản phẩm được nhập')
  expect(page).toContain('Xem sản phẩm')
  await confirmImport(testCtx(database.db, { actor: officer }), { batchId })
})
