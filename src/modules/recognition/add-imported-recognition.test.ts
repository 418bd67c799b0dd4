import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { addImportedRecognition, canHaveBeen, type ImportedRecognition } from './add-imported-recognition.ts'
import { as, bareResults, lan, makeCertificate, makeProduct, officer } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(() => database.close())

const add = (
  product: { productId: string; producerId: string },
  change: Partial<ImportedRecognition> = {},
  actor = officer,
) => {
  const { productId, producerId } = product
  const past = { productId, producerId, stars: 4, year: 2019, level: 'province' as const, unitId: '14' }
  return addImportedRecognition(as(database.db, actor), { ...past, ...change })
}
const rowsOf = (productId: string) =>
  database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('productId', '=', productId)
    .orderBy('year')
    .execute()

test('a recognition of the past has no certificate and is never in force', async () => {
  const product = await makeProduct(database.db)
  await add(product, { note: 'Quyết định chưa có trong hồ sơ' })
  const [row] = await rowsOf(product.productId)
  expect(row).toMatchObject({
    year: 2019,
    expiresOn: '2022-12-31',
    inForceUntil: null,
    code: null,
    source: 'import',
    isCurrent: true,
    note: 'Quyết định chưa có trong hồ sơ',
  })
})

test('it does not take the place of a newer one', async () => {
  const certificate = await makeCertificate(as(database.db, lan))
  await add(certificate)
  expect((await rowsOf(certificate.productId)).map(({ year, isCurrent }) => [year, isCurrent])).toEqual([
    [2019, false],
    [2026, true],
  ])
})

test('under today’s unit a former unit is its successor', async () => {
  const product = await makeProduct(database.db)
  await add(product, { unitId: '03869~2025' })
  const [row] = await rowsOf(product.productId)
  expect(row).toMatchObject({ unitName: 'Xã Háng Đồng', todayUnitName: 'Xã Tà Xùa', todayUnitId: '03868' })
})

test('the same import twice, also at once, adds one', async () => {
  const product = await makeProduct(database.db)
  const twice = await Promise.allSettled([add(product), add(product)])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(add(product)).rejects.toMatchObject({ code: 'recognition.imported_already' })
})

test.each([
  [{ stars: 3, year: 2019, level: 'province' }, true],
  [{ stars: 5, year: 2020, level: 'centre' }, true],
  [{ stars: 5, year: 2020, level: 'province' }, false],
  [{ stars: 4, year: 2020, level: 'centre' }, false],
  [{ stars: 3, year: 2024, level: 'district' }, true],
  [{ stars: 4, year: 2024, level: 'district' }, false],
  [{ stars: 3, year: 2026, level: 'district' }, false],
  [{ stars: 2, year: 2019, level: 'province' }, false],
  [{ stars: 3.5, year: 2019, level: 'province' }, false],
  [{ stars: 3, year: 2017, level: 'province' }, false],
  [{ stars: 3, year: 2027, level: 'province' }, false],
] as const)('%o can have been: %s', (imported, possible) => {
  expect(canHaveBeen(imported, 2026)).toBe(possible)
})

test.each([
  ['an officer of another province', actorWith('province_officer', 'vn/01')],
  ['a leader', lan],
  ['a commune officer', actorWith('commune_officer', 'vn/14/03868')],
  ['an auditor', actorWith('auditor', 'vn')],
])('refuses %s', async (_, actor) => {
  const product = await makeProduct(database.db)
  await expect(add(product, {}, actor)).rejects.toMatchObject({ code: 'recognition.unit_unknown' })
})
