import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { decideRecognition } from './decide-recognition.ts'
import {
  as,
  bareResults,
  hoa,
  lan,
  makeCertificate,
  makeDossier,
  minh,
  newDecision,
  officer,
  stranger,
} from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(() => database.close())

const decide = (actor: Actor, dossierIds: string[], change = {}) =>
  decideRecognition(as(database.db, actor), { dossierIds, decision: newDecision(change) })
const stateOf = async (id: string) =>
  (await database.db.selectFrom('dossier').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state

test('one decision recognises many products: each has its star of the council, its certificate and its end', async () => {
  const four = await makeDossier(database.db, { average: 8229 })
  const three = await makeDossier(database.db, { average: 6999, name: 'Chè Shan' })
  const { decisionId, certificates } = await decide(lan, [four.dossierId, three.dossierId], {
    number: ' 2735 / QĐ-UBND ',
  })
  expect(certificates).toHaveLength(2)
  expect(new Set(certificates.map(({ code }) => code)).size).toBe(2)

  const rows = await database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('decisionId', '=', decisionId)
    .orderBy('stars', 'desc')
    .execute()
  expect(rows.map(({ stars }) => stars)).toEqual([4, 3])
  expect(rows[0]).toMatchObject({
    productId: four.productId,
    year: 2026,
    level: 'province',
    recognisedOn: '2026-11-24',
    expiresOn: '2029-11-24',
    inForceUntil: '2029-11-24',
    isCurrent: true,
    decisionNumber: '2735/QĐ-UBND',
    unitName: 'Xã Tà Xùa',
    revokedOn: null,
  })
  expect(rows[0]?.facts).toMatchObject({ stars: 4, code: rows[0]?.code, expiresOn: '2029-11-24' })
  expect(await stateOf(four.dossierId)).toBe('recognised')
})

test('certificates are numbered by province and year without a gap', async () => {
  const numbers = []
  for (let count = 0; count < 3; count += 1) {
    const dossier = await makeDossier(database.db)
    const { certificates } = await decide(lan, [dossier.dossierId])
    numbers.push(Number(certificates[0]?.number.replace('OCOP-14-2026-', '')))
  }
  const [first = 0] = numbers
  expect(numbers).toEqual([first, first + 1, first + 2])
})

test('a decision that is refused takes no number and moves no dossier', async () => {
  const good = await makeDossier(database.db)
  const sent = await makeDossier(database.db, { state: 'sent_to_centre' })
  const before = await decide(lan, [(await makeDossier(database.db)).dossierId])
  await expect(decide(lan, [good.dossierId, sent.dossierId])).rejects.toMatchObject({
    code: 'recognition.not_waiting',
  })
  expect(await stateOf(good.dossierId)).toBe('scored')
  const after = await decide(lan, [good.dossierId])
  const count = (number?: string) => Number(number?.slice(-4))
  expect(count(after.certificates[0]?.number)).toBe(count(before.certificates[0]?.number) + 1)
})

test('a leap day ends on the last of February', async () => {
  const { productId } = await makeCertificate(as(database.db, lan), {
    issuedOn: '2024-02-29',
    regimeId: 'qd148-2023',
    average: 7100,
  })
  const row = await database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('productId', '=', productId)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ issuedOn: '2024-02-29', expiresOn: '2027-02-28', year: 2024 })
})

test.each([
  ['five stars, which are the centre’s', { average: 9200 }, 'recognition.for_the_centre'],
  ['two stars', { average: 4900 }, 'recognition.too_few_stars'],
  ['two stars for a missed mark', { average: 7200, stars: 2 }, 'recognition.too_few_stars'],
  [
    'three stars that were the district’s to give',
    { average: 6000, regimeId: 'qd148-2023' },
    'recognition.for_the_centre',
  ],
  ['a dossier still in council', { state: 'in_council' }, 'recognition.not_waiting'],
  ['a rejected dossier', { state: 'rejected' }, 'recognition.not_waiting'],
] as const)('refuses %s', async (_, made, code) => {
  const { dossierId } = await makeDossier(database.db, made)
  await expect(decide(lan, [dossierId])).rejects.toMatchObject({ code })
})

test('refuses a dossier recognised already', async () => {
  const { dossierId } = await makeCertificate(as(database.db, lan))
  await expect(decide(lan, [dossierId])).rejects.toMatchObject({ code: 'recognition.not_waiting' })
})

test('a product of 92 points that misses a mark of five stars is recognised at its four', async () => {
  const { dossierId } = await makeDossier(database.db, { average: 9229, stars: 4 })
  const { certificates } = await decide(lan, [dossierId])
  expect(certificates).toHaveLength(1)
})

test.each([
  ['an officer', officer, 'recognition.not_the_leader'],
  ['the centre’s leader', minh, 'recognition.not_the_leader'],
  ['a central officer', hoa, 'recognition.not_the_leader'],
  ['the leader of another province', stranger, 'recognition.dossier_unknown'],
  ['a leader of the commune', actorWith('leader', 'vn/14/03868'), 'recognition.dossier_unknown'],
  ['the auditor', actorWith('auditor', 'vn/14'), 'recognition.not_the_leader'],
  ['a council member', actorWith('member', 'vn/14'), 'recognition.dossier_unknown'],
  ['the producer', actorWith('producer', 'vn/14/03868', { producerId: 'p' }), 'recognition.dossier_unknown'],
])('refuses %s', async (_, actor, code) => {
  const { dossierId } = await makeDossier(database.db)
  await expect(decide(actor, [dossierId])).rejects.toMatchObject({ code })
})

test.each([
  ['no number', { number: ' ' }, { number: 'missing' }],
  ['no signer', { signerName: '' }, { signerName: 'missing' }],
  ['a day that is none', { decidedOn: '2026-02-30' }, { decidedOn: 'not_a_day' }],
  ['tomorrow', { decidedOn: '2026-11-25' }, { decidedOn: 'in_future' }],
  ['a day before the council met', { decidedOn: '2026-11-19' }, { decidedOn: 'too_early' }],
])('refuses a decision with %s', async (_, change, faults) => {
  const { dossierId } = await makeDossier(database.db)
  await expect(decide(lan, [dossierId], change)).rejects.toMatchObject({
    code: 'recognition.decision_faulty',
    facts: { faults },
  })
})

test('refuses a number that the province has used in that year, however it is spaced', async () => {
  const first = await makeDossier(database.db)
  const second = await makeDossier(database.db)
  await decide(lan, [first.dossierId], { number: '7700/QĐ-UBND' })
  const again = decide(lan, [second.dossierId], { number: '7700 / QĐ-UBND' })
  await expect(again).rejects.toMatchObject({ facts: { faults: { number: 'taken' } } })
})

test('refuses products of two provinces in one decision, none, and what is no id', async () => {
  const here = await makeDossier(database.db)
  const there = await makeDossier(database.db, { unitPath: 'vn/01/00004' })
  const both = actorWith('leader', 'vn/14')
  const reach = { ...both, holdings: [...both.holdings, ...stranger.holdings] }
  await expect(decide(reach, [here.dossierId, there.dossierId])).rejects.toMatchObject({
    code: 'recognition.several_provinces',
  })
  await expect(decide(lan, [])).rejects.toMatchObject({ code: 'recognition.none_chosen' })
  await expect(decide(lan, ['nonsense'])).rejects.toMatchObject({ code: 'recognition.dossier_unknown' })
})

test('two leaders at once: one decision, one certificate', async () => {
  const { dossierId } = await makeDossier(database.db)
  const twice = await Promise.allSettled([
    decide(lan, [dossierId]),
    decide(lan, [dossierId]),
    decide(lan, [dossierId, dossierId]),
  ])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { rows } = await sql`select 1 from recognition where dossier_id = ${dossierId}`.execute(database.db)
  expect(rows).toHaveLength(1)
})

test('a new recognition takes the place of the old: the product shows one star', async () => {
  const old = await makeCertificate(as(database.db, lan), { issuedOn: '2026-07-24', average: 6000 })
  const { dossierId } = await makeDossier(database.db, {
    productId: old.productId,
    producerId: old.producerId,
    average: 7500,
  })
  await decide(lan, [dossierId])
  const rows = await database.db
    .selectFrom('recognisedProduct')
    .select(['stars', 'isCurrent'])
    .where('productId', '=', old.productId)
    .orderBy('stars')
    .execute()
  expect(rows).toEqual([
    { stars: 3, isCurrent: false },
    { stars: 4, isCurrent: true },
  ])
})

test('the database itself refuses a star without a decision, a provincial five and a certificate of other than 36 months', async () => {
  const { productId, producerId } = await makeDossier(database.db)
  const insert = (stars: number, level: string, source: string) =>
    sql`insert into recognition (id, product_id, producer_id, stars, year, level, expires_on, unit_id, unit_path, source, is_current, created_at)
      values (gen_random_uuid(), ${productId}, ${producerId}, ${stars}, 2026, ${level}, '2029-12-31', '03868', 'vn/14/03868', ${source}, false, now())`.execute(
      database.db,
    )
  await expect(insert(4, 'province', 'decision')).rejects.toThrow(/a_star_has_its_decision/)
  await expect(insert(5, 'province', 'import')).rejects.toThrow(/five_stars_are_the_centres/)
  const { certificateId } = await makeCertificate(as(database.db, lan))
  await expect(
    sql`update certificate set expires_on = expires_on + 1 where id = ${certificateId}`.execute(database.db),
  ).rejects.toThrow(/certificate_lasts_36_months/)
})
