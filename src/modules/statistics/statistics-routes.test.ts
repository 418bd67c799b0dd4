import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes as catalogue } from '#modules/catalogue/index.ts'
import { addImportedRecognition } from '#modules/recognition/index.ts'
import { as, bareResults, lan, makeCertificate, makeProduct } from '#modules/recognition/testing.ts'
import type { Database } from '#platform/db/connect.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { missingYears } from './read-figures.ts'
import { routes } from './statistics-routes.tsx'
import { importRecognised2019 } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  const { db } = database
  await importRecognised2019(db)
  const tea = await makeCertificate(as(db, lan), { name: 'Chè Shan tuyết', average: 7840 })
  const past = { ...tea, year: 2020, level: 'province' as const, stars: 3, unitId: '03869~2025' }
  await addImportedRecognition(testCtx(db), past)
  const other = await makeProduct(db, { name: 'Măng khô' })
  await addImportedRecognition(testCtx(db), { ...past, ...other })
})
afterAll(() => database.close())

const open = async (path: string) => {
  const answer = await testApp(database.db, routes).request(path)
  const { document } = parseHTML(await answer.text())
  const figures = [...document.querySelectorAll('figure')].map((figure) => ({
    title: figure.querySelector('h2')?.textContent,
    rows: [...figure.querySelectorAll('li')].map((row) => ({
      label: row.querySelector('span')?.textContent,
      value: Number(row.querySelector('a')?.textContent),
      href: row.querySelector('a')?.getAttribute('href') ?? '',
    })),
  }))
  return { document, figures, text: document.body?.textContent ?? '' }
}

test('each chart asks a question, and says which years are not on record', async () => {
  const { figures, text } = await open('/thong-ke')
  expect(figures.map(({ title }) => title)).toEqual([
    'Bao nhiêu sản phẩm được công nhận mỗi năm?',
    'Sản phẩm mang mấy sao?',
    'Sản phẩm thuộc nhóm nào?',
    'Xã, phường nào có sản phẩm?',
    'Ai làm ra các sản phẩm?',
  ])
  expect(figures[0]?.rows.map(({ label, value }) => [label, value])).toEqual([
    ['2019', 28],
    ['2020', 2],
    ['2026', 1],
  ])
  expect(text).toContain('2021–2025')
})

test.each([
  '/thong-ke',
  '/thong-ke?nam=2019',
  '/thong-ke?nam=2020',
  '/thong-ke?nam=2020&ban-do=cu',
  '/thong-ke?ban-do=cu',
])('every number of %s is the length of the list behind it', async (path) => {
  const { figures } = await open(path)
  const lists = testApp(database.db, catalogue)
  for (const { value, href } of figures.flatMap(({ rows }) => rows)) {
    const page = parseHTML(await (await lists.request(href)).text())
    const said = page.document.querySelector('[role=status]')?.textContent
    expect([href, said]).toEqual([href, `${value} sản phẩm`])
  }
})

test('a recognition of before stands under the commune of today, or under that of its day', async () => {
  const labels = async (path: string) => (await open(path)).figures[3]?.rows.map(({ label }) => label)
  expect(await labels('/thong-ke?nam=2020')).toEqual(['Xã Tà Xùa'])
  expect(await labels('/thong-ke?nam=2020&ban-do=cu')).toEqual(['Xã Háng Đồng (Huyện Bắc Yên)'])
})

test('the same figures come as Excel', async () => {
  const answer = await testApp(database.db, routes).request('/thong-ke.xlsx?nam=2019')
  const { headers, rows } = await readSheet(new Uint8Array(await answer.arrayBuffer()))
  const read = []
  for await (const { cells } of rows) read.push(cells)
  expect(headers).toEqual(['Câu hỏi', 'Mục', 'Số sản phẩm'])
  expect(read).toContainEqual(['Sản phẩm mang mấy sao?', 'OCOP 4 sao', '9'])
})

test('only past years without any recognition are missing', () => {
  expect(missingYears([2019, 2021], 2023)).toEqual([2020, 2022])
  expect(missingYears([], 2026)).toEqual([])
})
