import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeProducer, type Producer } from '#modules/producers/index.ts'
import { registerTeaCooperative, typedTeaCooperative } from '#modules/producers/testing.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { picture } from '#platform/files/testing/small-files.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { addProduct } from './add-product.ts'
import { changeProduct } from './change-product.ts'
import { productFaults } from './product-form.ts'
import { productSearch } from './product-search-store.ts'
import { productSets } from './product-sets.ts'
import { findProduct, listProducts, type Product, type ProductTables } from './product-store.ts'
import { setPicture } from './set-picture.ts'
import { slugOf } from './slug.ts'
import { addGreenTea, typedGreenTea } from './testing.ts'

let database: Database
let producer: Producer
let tea: Product
const as = (actor: Actor) => testCtx(database.db, { actor })
const lan = actorWith('commune_officer', 'vn/14/03868', { id: 'lan' })
const mai = () => actorWith('producer', 'vn/14/03868', { id: 'mai', producerId: producer.id })

beforeAll(async () => {
  database = await openTestDb()
  producer = await registerTeaCooperative(as(lan))
  tea = await addGreenTea(as(mai()), producer.id)
})
afterAll(() => database.close())

describe('the rules', () => {
  test('there are the 26 sets of the regulation, each in one of six groups', () => {
    expect(productSets().map(({ no }) => no)).toEqual(Array.from({ length: 26 }, (_, place) => place + 1))
    expect(new Set(productSets().map(({ groupCode }) => groupCode)).size).toBe(6)
  })

  test.each([
    ['Chè Shan đặc biệt', 'che-shan-dac-biet'],
    ['Trà xanh mây (Tà Xùa)', 'tra-xanh-may-ta-xua'],
    ['Chè Trọng Nguyên - Phổng Lái', 'che-trong-nguyen-phong-lai'],
    ['茶', 'san-pham'],
  ])('the slug of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('every name has a slug that an address can hold', () => {
    fc.assert(fc.property(fc.string(), (name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(name))))
  })

  test.each([
    ['name', '', 'name_missing'],
    ['name', 'A', 'name_too_short'],
    ['productSetNo', '27', 'set_unknown'],
    ['productSetNo', 'x', 'set_unknown'],
    ['specification', 'a'.repeat(1001), 'too_long'],
  ])('%s typed as %j is %s', (field, typed, fault) => {
    expect(productFaults(typedGreenTea({ [field]: typed }))).toEqual({ [field]: fault })
  })
})

describe('adding', () => {
  test('files the product under its set and its producer’s place', () => {
    expect(tea).toMatchObject({
      slug: 'che-shan-tuyet-ta-xua',
      productSetNo: 11,
      groupCode: 'I',
      unitPath: 'vn/14/03868',
      pictureArt: 'che-shan',
      isDemo: true,
    })
  })

  test('gives the same name another address, also when both come at once', async () => {
    const both = await Promise.all([addGreenTea(as(mai()), producer.id), addGreenTea(as(lan), producer.id)])
    expect(both.map(({ slug }) => slug).sort()).toEqual([
      'che-shan-tuyet-ta-xua-2',
      'che-shan-tuyet-ta-xua-3',
    ])
  })

  test('refuses a unit that is not one of today', async () => {
    const typed = typedGreenTea({ unitId: '03646~2025' })
    await expect(addProduct(as(lan), { producerId: producer.id, typed })).rejects.toMatchObject({
      facts: { faults: { unitId: 'unit_unknown' } },
    })
  })

  test.each([
    ['an officer of another commune', () => actorWith('commune_officer', 'vn/14/03646'), 'producers.unknown'],
    [
      'another producer',
      () => actorWith('producer', 'vn/14/03868', { producerId: newId() }),
      'producers.unknown',
    ],
    ['an auditor', () => actorWith('auditor', 'vn/14'), 'producers.may_not_change'],
    ['nobody', () => ({ id: null, name: '', holdings: [] }), 'producers.unknown'],
  ])('refuses %s', async (_, actor, code) => {
    await expect(addGreenTea(as(actor()), producer.id)).rejects.toMatchObject({ code })
  })
})

describe('changing', () => {
  const change = (actor: Actor, typed = {}, version = 1) =>
    changeProduct(as(actor), { productId: tea.id, version, typed: typedGreenTea(typed) })

  test('keeps the address and tells what changed', async () => {
    await change(mai(), { name: 'Chè Shan tuyết cổ thụ', productSetNo: '' })
    expect(await findProduct(database.db, tea.id)).toMatchObject({
      name: 'Chè Shan tuyết cổ thụ',
      slug: tea.slug,
      productSetNo: null,
      groupCode: null,
      version: 2,
    })
    const events = await listEvents(database.db, `product:${tea.id}`)
    expect(events.at(-1)?.facts).toMatchObject({ version: 2 })
    await expect(change(lan)).rejects.toMatchObject({ code: 'products.changed_meanwhile' })
    await change(lan, {}, 2)
  })

  test.each([
    ['an officer of another commune', () => actorWith('commune_officer', 'vn/14/03646'), 'products.unknown'],
    ['an auditor', () => actorWith('auditor', 'vn/14'), 'products.may_not_change'],
  ])('refuses %s', async (_, actor, code) => {
    await expect(change(actor(), {}, 3)).rejects.toMatchObject({ code })
    await expect(setPicture(as(actor()), { productId: tea.id, fileId: newId() })).rejects.toMatchObject({
      code,
    })
  })

  test('a picture is set and taken away', async () => {
    const upload = { name: 'che.webp', bytes: await picture('webp') }
    const { id: fileId } = await keepFile(as(mai()), await testFiles(), upload)
    await setPicture(as(mai()), { productId: tea.id, fileId })
    expect(await findProduct(database.db, tea.id)).toMatchObject({ pictureFileId: fileId })
    await setPicture(as(mai()), { productId: tea.id, fileId: null })
    expect(await findProduct(database.db, tea.id)).toMatchObject({
      pictureFileId: null,
      pictureArt: 'che-shan',
    })
  })
})

describe('searching', () => {
  test.each([
    ['che shan', 0],
    ['Chè Shan tuyết', 0],
    ['hop tac xa ta xua', 0],
    ['uyet ta x', 1],
    ['che shann tuyet', 2],
    ['chè san tuyết', 2],
  ])('%s is found at step %d', async (typed, step) => {
    const found = await Promise.all([0, 1, 2].map((place) => slugsFound(database.db, typed, place)))
    expect(found.findIndex((slugs) => slugs.includes(tea.slug))).toBe(step)
  })

  test('what cannot be looked for is not looked for', () => {
    expect(productSearch(' -- ')).toBeNull()
  })

  test('a producer’s new name is found at once', async () => {
    await changeProducer(as(lan), {
      producerId: producer.id,
      version: 1,
      typed: typedTeaCooperative({ name: 'Hợp tác xã Sương Sớm' }),
    })
    expect(await slugsFound(database.db, 'suong som', 0)).toContain(tea.slug)
  })

  test('the list stays in reach and filters by words, group and producer', async () => {
    const list = async (actor: Actor, filter = {}) => {
      const reach = { paths: actor.holdings.map(({ unitPath }) => unitPath), ids: [] }
      return (await listProducts(database.db, { reach, ...filter }, { limit: 10 })).length
    }
    expect(await list(lan)).toBe(3)
    expect(await list(lan, { search: 'che shan', groupCode: 'I', producerId: producer.id })).toBe(3)
    expect(await list(lan, { groupCode: 'II' })).toBe(0)
    expect(await list(actorWith('commune_officer', 'vn/14/03646'))).toBe(0)
  })
})

async function slugsFound(db: Kysely<ProductTables>, typed: string, step: number): Promise<string[]> {
  const condition = productSearch(typed)?.conditions[step] ?? sql<boolean>`false`
  const rows = await db.selectFrom('product').select('slug').where(condition).execute()
  return rows.map(({ slug }) => slug)
}
