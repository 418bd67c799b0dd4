import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { fold } from '#platform/db/fold.ts'
import { digestOf } from '#platform/events/digest.ts'
import { actorWith, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { listAdvisers } from './adviser-store.ts'
import { decideConsultant } from './decide-consultant.ts'
import { endMandate, refuseMandate } from './end-mandate.ts'
import { getMandate } from './get-mandate.ts'
import { mandateRights } from './mandate-rights.ts'
import { findMandate } from './mandate-store.ts'
import { proposeMandate } from './propose-mandate.ts'
import { rateMandate } from './rate-mandate.ts'
import { signMandate } from './sign-mandate.ts'
import { type ConsultantWorld, peopleConsultantWorld } from './testing/consultant-world.ts'
import { filledMandate, type MandateToBuild } from './testing.ts'

let database: Database
let world: ConsultantWorld
let worlds = 0

// A database opens slowly: each test finds new parties in the same one.
beforeAll(async () => {
  database = await openTestDb()
})
beforeEach(async () => {
  worlds += 1
  world = await peopleConsultantWorld(database, ` ${worlds}`)
})
afterAll(() => database.close())

const day = 24 * 60 * 60 * 1000
const later = (days: number) => new Date(testNow.getTime() + days * day)

const propose = (
  signer: Actor,
  input: Partial<MandateToBuild> = {},
  side: 'producer' | 'consultant' = 'producer',
) => {
  const { tuansFirm: consultantId, producerId } = world
  const typed = filledMandate(signer, '2026-11-24', { consultantId, producerId, ...input })
  return proposeMandate(world.as(signer), { side, typed })
}

const sign = async (signer: Actor, mandateId: string, signature = signer.name) => {
  const mandate = await findMandate(world.db, mandateId)
  return signMandate(world.as(signer), { mandateId, digest: mandate?.digest ?? '', signature })
}

const rights = async (actor: Actor, productId = world.green, now = testNow) => {
  const found = await mandateRights(world.as(actor, now), { producerId: world.producerId, productId })
  return found && [...found.keys()].sort()
}

test('what both sides sign is kept with its digest, their names and the moments', async () => {
  const { id, code } = await propose(world.mai, { productIds: [world.green], parts: ['forms'] })
  expect(code).toMatch(/^TV-2026-\d{6}$/)
  expect(await rights(world.tuan)).toBeNull()
  await sign(world.tuan, id, fold(world.tuan.name))
  const mandate = await findMandate(world.db, id)
  expect(mandate).toMatchObject({
    state: 'signed',
    fee: 15_000_000,
    payer: 'producer',
    producerSigner: world.mai.name,
    consultantSigner: world.tuan.name,
    producerSignedAt: testNow,
  })
  expect(mandate?.digest).toBe(digestOf(mandate?.content))
  expect(mandate?.content.products).toEqual([{ id: world.green, name: 'Trà xanh' }])
})

test('a consultant proposes too, and the producer signs', async () => {
  const { id } = await propose(world.tuan, {}, 'consultant')
  await expect(sign(world.tuan, id)).rejects.toMatchObject({ code: 'consultants.signed_already' })
  await sign(world.mai, id)
  expect(await rights(world.tuan)).toEqual(['evidence', 'forms', 'self_assessment', 'story'])
})

test('the rights are those of its parts, its products and its days, and of nobody else', async () => {
  await world.mandate(world.tuan, {
    productIds: [world.green],
    parts: ['forms', 'evidence'],
    toOn: '2026-12-31',
  })
  expect(await rights(world.tuan)).toEqual(['evidence', 'forms'])
  expect(await rights(world.tuan, world.black)).toBeNull()
  expect(await rights(world.tuan, world.green, later(37))).toEqual(['evidence', 'forms'])
  expect(await rights(world.tuan, world.green, later(38))).toBeNull()
  expect(await rights(world.lan)).toBeNull()
  expect(await rights(world.mai)).toBeNull()
  expect(await rights({ ...world.tuan, holdings: [] })).toBeNull()
})

test('a mandate over the whole producer reaches every product', async () => {
  await world.mandate(world.tuan)
  expect(await rights(world.tuan, world.black)).toHaveLength(4)
})

test('a suspended consultant has no rights until resumed; a removed one loses its mandates', async () => {
  const id = await world.mandate(world.tuan)
  const decide = (outcome: 'suspend' | 'resume' | 'remove') =>
    decideConsultant(world.as(world.hoa), {
      consultantId: world.tuansFirm,
      outcome,
      number: '9/QĐ-UBND',
      decidedOn: '2026-11-24',
      reason: 'Số liệu sai',
    })
  await decide('suspend')
  expect(await rights(world.tuan)).toBeNull()
  await decide('resume')
  expect(await rights(world.tuan)).toHaveLength(4)
  await decide('remove')
  expect(await rights(world.tuan)).toBeNull()
  expect(await findMandate(world.db, id)).toMatchObject({ state: 'ended', endedBy: 'register' })
})

test('either side ends it with a reason; from that moment there are no rights', async () => {
  const id = await world.mandate(world.tuan)
  await expect(endMandate(world.as(world.mai), { mandateId: id, reason: ' ' })).rejects.toMatchObject({
    kind: 'invalid',
  })
  await endMandate(world.as(world.tuan), { mandateId: id, reason: 'Chủ thể đổi kế hoạch' })
  expect(await rights(world.tuan)).toBeNull()
  await expect(endMandate(world.as(world.mai), { mandateId: id, reason: 'muộn' })).rejects.toMatchObject({
    code: 'consultants.mandate_closed',
  })
})

test('a proposal is refused or taken back, and then signed by nobody', async () => {
  const { id } = await propose(world.mai)
  await refuseMandate(world.as(world.tuan), { mandateId: id, reason: 'Đang kín việc' })
  await expect(sign(world.tuan, id)).rejects.toMatchObject({ code: 'consultants.mandate_closed' })
})

test('a part of a product is in one pair of hands: of two who sign at once, one does', async () => {
  const green = [world.green]
  const one = await propose(world.mai, { productIds: green, parts: ['forms'] })
  const two = await propose(world.mai, { consultantId: world.lansFirm, parts: ['forms', 'story'] })
  const both = await Promise.allSettled([sign(world.tuan, one.id), sign(world.lan, two.id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find((one) => one.status === 'rejected')
  expect(refused).toMatchObject({ reason: { code: 'consultants.in_other_hands' } })
})

test('another part, another product or other days do not collide', async () => {
  await world.mandate(world.tuan, { productIds: [world.green], parts: ['forms'], toOn: '2026-12-31' })
  await world.mandate(world.lan, { productIds: [world.green], parts: ['story'] })
  await world.mandate(world.lan, { productIds: [world.black], parts: ['forms'] })
  await world.mandate(world.lan, {
    productIds: [world.green],
    parts: ['forms'],
    fromOn: '2027-01-01',
    toOn: '2027-02-01',
  })
  expect(await rights(world.lan)).toEqual(['story'])
})

test('what ended makes room', async () => {
  const id = await world.mandate(world.tuan)
  await endMandate(world.as(world.mai), { mandateId: id, reason: 'Đổi tư vấn' })
  await world.mandate(world.lan)
  expect(await rights(world.lan)).toHaveLength(4)
})

test.each<[string, Partial<MandateToBuild> & Record<string, unknown>, string, string]>([
  ['no product', { productIds: [] }, 'productIds', 'choose_product'],
  [
    'a product of somebody else',
    { productIds: ['01a00000-0000-7000-8000-000000000001'] },
    'productIds',
    'choose_product',
  ],
  ['no part', { parts: [] }, 'parts', 'choose'],
  ['an odd fee', { fee: 'mười triệu' }, 'fee', 'money'],
  ['a fee that nobody pays', { payer: '' }, 'payer', 'choose'],
  ['a project without a name', { payer: 'project' }, 'payerNote', 'name_project'],
  ['an end before its start', { toOn: '2026-11-20' }, 'toOn', 'ends_before_start'],
  ['no work', { work: '' }, 'work', 'missing'],
])('refuses a mandate with %s', async (_, input, field, fault) => {
  await expect(propose(world.mai, input)).rejects.toMatchObject({
    kind: 'invalid',
    facts: { faults: { [field]: fault } },
  })
})

test('a signature is one’s own name, under the text that was seen, and never for both sides', async () => {
  const { id } = await propose(world.mai)
  await expect(sign(world.tuan, id, 'Lê Thị Lan')).rejects.toMatchObject({
    facts: { faults: { signature: 'not_your_name' } },
  })
  await expect(
    signMandate(world.as(world.tuan), { mandateId: id, digest: 'x', signature: world.tuan.name }),
  ).rejects.toMatchObject({ code: 'consultants.another_text' })
  const both: Actor = { ...world.tuan, holdings: [...world.tuan.holdings, ...world.mai.holdings] }
  const { id: own } = await propose(both, {}, 'consultant')
  await expect(sign(both, own)).rejects.toMatchObject({ kind: 'conflict' })
})

test.each<[string, (w: ConsultantWorld) => Actor]>([
  ['nobody', () => nobody],
  ['another producer', () => actorWith('producer', 'vn/14/03868', { producerId: 'p2' })],
  ['another consultant', (w) => w.lan],
  ['the office of another province', () => actorWith('province_officer', 'vn/11')],
  ['an officer of another commune', () => actorWith('commune_officer', 'vn/14/03646')],
])('there is no mandate for %s', async (_, who) => {
  const { id } = await propose(world.mai)
  const ctx = world.as(who(world))
  const tried = [
    () => getMandate(ctx, id),
    () => signMandate(ctx, { mandateId: id, digest: '', signature: '' }),
    () => endMandate(ctx, { mandateId: id, reason: 'x' }),
    () => refuseMandate(ctx, { mandateId: id, reason: 'x' }),
    () => rateMandate(ctx, { mandateId: id, typed: { knowledge: 5, diligence: 5, guidance: 5, words: '' } }),
  ]
  for (const attempt of tried) await expect(attempt()).rejects.toMatchObject({ kind: 'not_found' })
})

test.each<[string, Actor]>([
  ['the province’s office', actorWith('province_officer', 'vn/14')],
  ['an auditor', actorWith('auditor', 'vn/14')],
  ['the producer’s commune', actorWith('commune_officer', 'vn/14/03868')],
])('%s reads it and signs nothing', async (_, actor) => {
  const { id } = await propose(world.mai)
  expect((await getMandate(world.as(actor), id)).side).toBeNull()
  await expect(sign(actor, id)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('the producer rates it once, when it is over; the consultant never', async () => {
  const id = await world.mandate(world.tuan, { toOn: '2026-12-31' })
  const typed = { knowledge: 5, diligence: 4, guidance: 3, words: 'Tận tình' }
  const rate = (actor: Actor, now = later(60)) => rateMandate(world.as(actor, now), { mandateId: id, typed })
  await expect(rate(world.mai, testNow)).rejects.toMatchObject({ code: 'consultants.not_over_yet' })
  await expect(rate(world.tuan)).rejects.toMatchObject({ kind: 'forbidden' })
  const both = await Promise.allSettled([rate(world.mai), rate(world.mai)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('who advised a product is known: by the product, by the whole producer, for as long as is asked', async () => {
  await world.mandate(world.tuan, { productIds: [world.green], toOn: '2026-12-31' })
  const of = async (productId: string, since: string) =>
    (await listAdvisers(world.db, { producerId: world.producerId, productId, since })).map(
      ({ consultantName, personIds }) => [consultantName, personIds],
    )
  const advised = [['Trung tâm Tư vấn OCOP Tây Bắc', [world.tuan.id]]]
  expect(await of(world.green, '2026-01-01')).toEqual(advised)
  expect(await of(world.green, '2026-12-31')).toEqual(advised)
  expect(await of(world.green, '2027-01-01')).toEqual([])
  expect(await of(world.black, '2026-01-01')).toEqual([])
  await world.mandate(world.lan, { parts: ['story'], fromOn: '2027-02-01', toOn: '2027-03-01' })
  expect(await of(world.black, '2027-01-01')).toEqual([['Lê Thị Lan', [world.lan.id]]])
})
