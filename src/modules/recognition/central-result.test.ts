import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { decideRecognition } from './decide-recognition.ts'
import { declineRecognition } from './decline-recognition.ts'
import { orderReassessment } from './order-reassessment.ts'
import { type CentralResult, recordCentralResult } from './record-central-result.ts'
import { sendToCentre } from './send-to-centre.ts'
import { as, bareResults, hoa, lan, makeDossier, newDecision, officer, stranger } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(() => database.close())

const stateOf = async (id: string) =>
  (await database.db.selectFrom('dossier').select('state').where('id', '=', id).executeTakeFirstOrThrow())
    .state
const send = (dossierIds: string[], actor = lan) =>
  sendToCentre(as(database.db, actor), { dossierIds, decision: newDecision() })
const minister = () => newDecision({ signerPost: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' })
const conclude = (dossierId: string, change: Partial<CentralResult> = {}, actor = hoa) =>
  recordCentralResult(as(database.db, actor), {
    dossierId,
    average: 9140,
    stars: 5,
    minutesNumber: '12/BB-HĐTW',
    concludedOn: '2026-11-22',
    decision: minister(),
    ...change,
  })
async function sentDossier() {
  const { dossierId } = await makeDossier(database.db, { average: 9229 })
  await send([dossierId])
  return dossierId
}
async function returnedDossier(average: number, stars: number) {
  const dossierId = await sentDossier()
  await conclude(dossierId, { average, stars })
  return dossierId
}

test('the chair approves results of 90 and more and sends them on; nothing is certified', async () => {
  const dossierId = await sentDossier()
  expect(await stateOf(dossierId)).toBe('sent_to_centre')
  const { decisionId } = await database.db
    .selectFrom('approvedResult')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  expect((await listEvents(database.db, `decision:${decisionId}`)).map(({ name }) => name)).toEqual([
    'decision.signed',
  ])
  expect(
    await database.db.selectFrom('recognition').select('id').where('dossierId', '=', dossierId).execute(),
  ).toEqual([])
})

test('92 points with a missed mark may also be sent, for the law speaks of the average alone', async () => {
  const { dossierId } = await makeDossier(database.db, { average: 9229, stars: 4 })
  await send([dossierId])
  expect(await stateOf(dossierId)).toBe('sent_to_centre')
})

test('what is below 90 stays in its province', async () => {
  const { dossierId } = await makeDossier(database.db, { average: 8999 })
  await expect(send([dossierId])).rejects.toMatchObject({ code: 'recognition.below_ninety' })
})

test('the minister recognises five stars, with a certificate of the centre’s numbers', async () => {
  const dossierId = await sentDossier()
  const { certificate } = await conclude(dossierId)
  expect(certificate?.number).toMatch(/^OCOP-VN-2026-\d{4}$/)
  const row = await database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ stars: 5, level: 'centre', expiresOn: '2029-11-24', decidedOn: '2026-11-24' })
  expect(await stateOf(dossierId)).toBe('recognised')
})

test('below 90 the centre sends the product back, and the province recognises it on the centre’s result', async () => {
  const dossierId = await returnedDossier(8350, 4)
  expect(await stateOf(dossierId)).toBe('returned_by_centre')
  await decideRecognition(as(database.db, lan), { dossierIds: [dossierId], decision: newDecision() })
  const row = await database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({ stars: 4, level: 'province' })
})

test('or its council assesses it again', async () => {
  const dossierId = await returnedDossier(4000, 2)
  const recognise = decideRecognition(as(database.db, lan), {
    dossierIds: [dossierId],
    decision: newDecision(),
  })
  await expect(recognise).rejects.toMatchObject({ code: 'recognition.too_few_stars' })
  await orderReassessment(as(database.db, lan), { dossierId })
  expect(await stateOf(dossierId)).toBe('checked')
})

test.each([
  ['five stars below 90', { average: 8999 }, { stars: 'above_the_band' }],
  ['a score that is none', { average: 9140.5 }, { average: 'not_a_score' }],
  ['a score above 100', { average: 10_001 }, { average: 'not_a_score' }],
  ['six stars', { stars: 6 }, { stars: 'not_a_rank' }],
  ['no minutes', { minutesNumber: ' ' }, { minutesNumber: 'missing' }],
  ['a council that meets tomorrow', { concludedOn: '2026-11-25' }, { concludedOn: 'in_future' }],
])('refuses %s', async (_, change, faults) => {
  const dossierId = await sentDossier()
  await expect(conclude(dossierId, change)).rejects.toMatchObject({ facts: { faults } })
  expect(await stateOf(dossierId)).toBe('sent_to_centre')
})

test.each([
  ['the province’s own leader', lan, 'recognition.not_the_centre'],
  ['a provincial officer', officer, 'recognition.not_the_centre'],
  ['another province', stranger, 'recognition.dossier_unknown'],
])('refuses %s to write down the centre’s result', async (_, actor, code) => {
  const dossierId = await sentDossier()
  await expect(conclude(dossierId, {}, actor)).rejects.toMatchObject({ code })
})

test('five stars need the minister’s decision, signed after the council met', async () => {
  const dossierId = await sentDossier()
  const { decision: _, ...without } = { decision: 0 }
  await expect(
    recordCentralResult(as(database.db, hoa), {
      ...without,
      dossierId,
      average: 9140,
      stars: 5,
      minutesNumber: '1',
      concludedOn: '2026-11-22',
    }),
  ).rejects.toMatchObject({ code: 'recognition.decision_faulty' })
  await expect(
    conclude(dossierId, { decision: newDecision({ decidedOn: '2026-11-21' }) }),
  ).rejects.toMatchObject({
    facts: { faults: { decidedOn: 'too_early' } },
  })
})

test('two officers at once: one result, one certificate', async () => {
  const dossierId = await sentDossier()
  const twice = await Promise.allSettled([
    conclude(dossierId),
    conclude(dossierId, { average: 8000, stars: 4 }),
  ])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(
    await database.db.selectFrom('centralResult').select('id').where('dossierId', '=', dossierId).execute(),
  ).toHaveLength(1)
})

test('one and two stars end without a decision; three and more cannot be declined', async () => {
  const poor = await makeDossier(database.db, { average: 4120 })
  await declineRecognition(as(database.db, lan), { dossierId: poor.dossierId })
  expect(await stateOf(poor.dossierId)).toBe('not_recognised')
  const good = await makeDossier(database.db, { average: 5000 })
  const decline = declineRecognition(as(database.db, lan), { dossierId: good.dossierId })
  await expect(decline).rejects.toMatchObject({ code: 'recognition.enough_stars' })
  const other = declineRecognition(as(database.db, officer), { dossierId: good.dossierId })
  await expect(other).rejects.toMatchObject({ code: 'recognition.not_the_leader' })
})
