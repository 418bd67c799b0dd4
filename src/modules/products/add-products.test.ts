import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Producer } from '#modules/producers/index.ts'
import { registerTeaCooperative } from '#modules/producers/testing.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { addProducts } from './add-products.ts'
import { giveDrawings } from './give-drawings.ts'
import { findProduct } from './product-store.ts'
import { addGreenTea } from './testing.ts'

let database: Database
let producer: Producer
const province = actorWith('province_officer', 'vn/14')
const as = (actor: Actor) => testCtx(database.db, { actor })
const add = (names: string[], actor: Actor = province, change = {}) => {
  const products = names.map((name) => ({ producerId: producer.id, name, unitId: '03868', ...change }))
  return addProducts(as(actor), products)
}

beforeAll(async () => {
  database = await openTestDb()
  producer = await registerTeaCooperative(as(province))
})
afterAll(() => database.close())

test('one name of one producer is one product, in the list and with those that are there', async () => {
  const tea = await addGreenTea(as(province), producer.id)
  const ids = await add(['Mận sấy', 'MẬN  SẤY', 'chè shan tuyết tà xùa'])
  expect(ids).toEqual([ids[0], ids[0], tea.id])
  expect(await add(['Mận sấy'])).toEqual([ids[0]])
  expect(await findProduct(database.db, ids[0] ?? '')).toMatchObject({
    slug: 'man-say',
    words: 'man say hop tac xa che may ta xua xa ta xua',
    productSetNo: null,
    isDemo: true,
  })
})

test('however many share an address, each gets its own', async () => {
  // Different names with the same words: only signs tell them apart.
  const names = Array.from({ length: 30 }, (_, n) => `Cao sâm ${'!'.repeat(n)}`)
  const ids = await add(names)
  const slugs = await database.db.selectFrom('product').select('slug').where('id', 'in', ids).execute()
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(30)
  expect(slugs.map(({ slug }) => slug)).toContain('cao-sam-4')
})

test('drawings are given to those that show nothing, where one fits', async () => {
  const [plum = '', other = ''] = await add(['Mận sấy gừng', 'Nấm hương'])
  await giveDrawings(as(province), [plum, other])
  expect(await findProduct(database.db, plum)).toMatchObject({ pictureArt: 'man-gung' })
  expect(await findProduct(database.db, other)).toMatchObject({ pictureArt: null })
})

test.each([
  ['another province', actorWith('province_officer', 'vn/11'), {}, 'producers.may_not_change'],
  ['an auditor', actorWith('auditor', 'vn/14'), {}, 'producers.may_not_change'],
  ['a producer that is not there', province, { producerId: newId() }, 'producers.unknown'],
  ['a former unit', province, { unitId: '03646~2025' }, 'products.faulty'],
])('refuses %s', async (_, actor, change, code) => {
  await expect(add(['Mới'], actor, change)).rejects.toMatchObject({ code })
})
