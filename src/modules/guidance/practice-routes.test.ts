import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishAllSets } from '#modules/regulation/index.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { routes } from './routes.tsx'

let database: Database
const coffee = '/tu-cham/qd26-2026-13'

beforeAll(async () => {
  database = await openTestDb()
  await publishAllSets(testCtx(database.db), { acceptedBy: 'system' })
})
afterAll(() => database.close())

const app = (actor: Actor = nobody) => testApp(database.db, routes, { actor })

async function page(path: string, form?: Record<string, string>, actor?: Actor) {
  const answer = await app(actor).request(path, form)
  return { status: answer.status, html: await answer.text() }
}

/** Most of a coffee sheet, well answered, with the mark of 4.1 at three stars. */
const answers = {
  'answer:1.1': '3',
  'answer:1.5': '3',
  'answer:4.1': '1',
  'answer:5.1': '5',
  'answer:5.2': '3',
  'answer:7': '4',
}

test('everybody chooses among the 26 product sets in force', async () => {
  const { status, html } = await page('/tu-cham')
  expect(status).toBe(200)
  expect(html.match(/href="\/tu-cham\/qd26-2026-\d\d"/g)).toHaveLength(26)
  expect(html).toContain('Đây không phải kết quả công nhận')
})

test('the sheet shows every answer, works without script, and is small enough for an old phone', async () => {
  const { status, html } = await page(coffee)
  expect(status).toBe(200)
  expect(html.match(/type="radio"/g)?.length).toBeGreaterThan(100)
  expect(html).toContain('<form method="post" action="/tu-cham/qd26-2026-13"')
  expect(gzipSync(html).length).toBeLessThan(40_000)
})

test('the result tells points, marks and a plan with papers, cost and months, and says what it is not', async () => {
  const { status, html } = await page(coffee, { ...answers, stars: '4' })
  expect(status).toBe(200)
  expect(html).toContain('Đây không phải kết quả công nhận')
  expect(html).toContain('Kế hoạch nâng điểm lên 4 sao')
  expect(html).toMatch(/Để đạt 4 sao còn thiếu \d+ điểm và \d+ tiêu chí chưa đạt mốc/)
  expect(html).toContain('4.1 Khu vực phân phối chính')
  expect(html).toContain('Hợp đồng đại lý')
  expect(html).toContain('ước tính cho')
  expect(html).toContain('tiêu chí chưa trả lời, đang tính 0 điểm')
})

test('going back shows the sheet as it was answered', async () => {
  const { html } = await page(coffee, { ...answers, go: 'edit' })
  expect(html).toMatch(/name="answer:4.1" value="1" checked|checked[^>]*name="answer:4.1" value="1"/)
  expect(html).not.toMatch(/name="answer:4.2" value="\d" checked/)
})

test('nothing answered comes back with a sentence; what the sheet does not offer is left out', async () => {
  const { status, html } = await page(coffee, { 'answer:1.1': '77', 'answer:zz': '1' })
  expect(status).toBe(422)
  expect(html).toContain('Hãy trả lời ít nhất một tiêu chí')
  expect((await page('/tu-cham/qd26-2026-99')).status).toBe(404)
})

test('the plan can be taken along as an Excel file', async () => {
  const answer = await app().request(coffee, { ...answers, stars: '3', go: 'excel' })
  expect(answer.headers.get('content-disposition')).toContain('ke-hoach-nang-diem')
  const { rows } = await readSheet(new Uint8Array(await answer.arrayBuffer()))
  const lines = []
  for await (const row of rows) lines.push(row)
  expect(lines.length).toBeGreaterThan(3)
})

test('nothing of a practice is kept', async () => {
  const count = async () => (await database.db.selectFrom('event').select('seq').execute()).length
  const before = await count()
  await page(coffee, { ...answers })
  expect(await count()).toBe(before)
})

test('a producer is shown the way to a dossier', async () => {
  const mai = actorWith('producer', 'vn/14/03868', { id: 'mai', producerId: 'p1' })
  const way = 'formaction="/dossiers/practice/qd26-2026-13"'
  expect((await page(coffee, { ...answers }, mai)).html).toContain(way)
  const visitor = (await page(coffee, { ...answers })).html
  expect(visitor).not.toContain(way)
  expect(visitor).toContain('vì hồ sơ là của chủ thể')
})
