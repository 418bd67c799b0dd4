import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import type { ImportedRecognition } from './add-imported-recognition.ts'
import { addImportedRecognitions } from './add-imported-recognitions.ts'
import { as, bareResults, lan, makeCertificate, makeProduct, officer } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(() => database.close())

type OfProduct = { productId: string; producerId: string }
const past = ({ productId, producerId }: OfProduct, change: Partial<ImportedRecognition> = {}) => ({
  ...{ productId, producerId, stars: 4, year: 2019, level: 'province' as const, unitId: '14' },
  ...change,
})
const add = (many: ImportedRecognition[], actor = officer) =>
  addImportedRecognitions(as(database.db, actor), many)

test('adds each once, says which were known, and shows the newest of each product', async () => {
  const certificate = await makeCertificate(as(database.db, lan))
  const product = await makeProduct(database.db)
  const first = await add([past(product), past(product, { year: 2023 }), past(certificate)])
  expect(first.filter((id) => id !== null)).toHaveLength(3)
  expect(await add([past(product), past(product, { year: 2021 }), past(product, { year: 2021 })])).toEqual([
    null,
    expect.any(String),
    null,
  ])
  const rows = await database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('productId', 'in', [product.productId, certificate.productId])
    .where('isCurrent', '=', true)
    .execute()
  const years = new Map(rows.map(({ productId, year }) => [productId, year]))
  expect(years).toEqual(
    new Map([
      [product.productId, 2023],
      [certificate.productId, 2026],
    ]),
  )
  expect(rows.find(({ productId }) => productId === product.productId)).toMatchObject({
    inForceUntil: null,
    expiresOn: '2026-12-31',
    source: 'import',
  })
})

test('two lists at once add one', async () => {
  const products = await Promise.all([makeProduct(database.db), makeProduct(database.db)])
  const many = products.map((product) => past(product))
  const both = await Promise.all([add(many), add([...many].reverse())])
  expect(both.flat().filter((id) => id !== null)).toHaveLength(2)
})

test.each([
  ['an officer of another province', {}, actorWith('province_officer', 'vn/01'), 'recognition.unit_unknown'],
  ['a leader', {}, lan, 'recognition.unit_unknown'],
  ['a unit that is not there', { unitId: 'x' }, officer, 'recognition.unit_unknown'],
  ['five stars of a province', { stars: 5 }, officer, 'recognition.cannot_have_been'],
])('refuses %s', async (_, change, actor, code) => {
  const product = await makeProduct(database.db)
  await expect(add([past(product, change)], actor)).rejects.toMatchObject({ code })
})
