import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { type Revocation, revokeCertificate } from './revoke-certificate.ts'
import {
  as,
  bareResults,
  hoa,
  lan,
  makeCertificate,
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

const issue = (issuedOn = '2026-11-02') => makeCertificate(as(database.db, lan), { issuedOn })
const revoke = (certificateId: string, change: Partial<Revocation> = {}, actor = lan) =>
  revokeCertificate(as(database.db, actor), {
    certificateId,
    ground: 'd',
    reason: 'Dùng sai nhãn OCOP trên sản phẩm khác',
    decision: newDecision(),
    ...change,
  })
const rowOf = (certificateId: string) =>
  database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('certificateId', '=', certificateId)
    .executeTakeFirstOrThrow()

test('a revoked certificate ends on the eve of its decision and keeps its ground and reason', async () => {
  const { certificateId } = await issue()
  await revoke(certificateId, { decision: newDecision({ decidedOn: '2026-11-20', number: '900/QĐ-UBND' }) })
  expect(await rowOf(certificateId)).toMatchObject({
    revokedOn: '2026-11-20',
    inForceUntil: '2026-11-19',
    ground: 'd',
    reason: 'Dùng sai nhãn OCOP trên sản phẩm khác',
    revocationNumber: '900/QĐ-UBND',
    expiresOn: '2029-11-02',
  })
})

test('one that had expired stays ended at its end', async () => {
  const { certificateId } = await makeCertificate(as(database.db, lan), {
    issuedOn: '2023-03-01',
    regimeId: 'qd148-2023',
  })
  await revoke(certificateId)
  expect(await rowOf(certificateId)).toMatchObject({ inForceUntil: '2026-03-01', revokedOn: '2026-11-24' })
})

test.each([
  ['no reason', { reason: '  ' }, 'recognition.reason_missing'],
  ['a reason without end', { reason: 'x'.repeat(2001) }, 'recognition.reason_missing'],
  ['a ground that the law does not have', { ground: 'g' as never }, 'recognition.ground_unknown'],
  [
    'a decision before the certificate',
    { decision: newDecision({ decidedOn: '2026-11-01' }) },
    'recognition.decision_faulty',
  ],
  [
    'a decision of tomorrow',
    { decision: newDecision({ decidedOn: '2026-11-25' }) },
    'recognition.decision_faulty',
  ],
])('refuses %s', async (_, change, code) => {
  const { certificateId } = await issue()
  await expect(revoke(certificateId, change)).rejects.toMatchObject({ code })
})

test.each([
  ['an officer', officer, 'recognition.not_the_leader'],
  ['the centre, for a star of the province', minh, 'recognition.not_the_leader'],
  ['a central officer', hoa, 'recognition.not_the_leader'],
  ['another province', stranger, 'recognition.certificate_unknown'],
  ['an inspector', actorWith('inspector', 'vn/14'), 'recognition.certificate_unknown'],
])('refuses %s', async (_, actor, code) => {
  const { certificateId } = await issue()
  await expect(revoke(certificateId, {}, actor)).rejects.toMatchObject({ code })
})

test('refuses what is no certificate', async () => {
  await expect(revoke('SL7K-4M2Q')).rejects.toMatchObject({ code: 'recognition.certificate_unknown' })
})

test('two decisions at once: one revocation', async () => {
  const { certificateId } = await issue()
  const twice = await Promise.allSettled([revoke(certificateId), revoke(certificateId, { ground: 'a' })])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(revoke(certificateId)).rejects.toMatchObject({ code: 'recognition.revoked_already' })
})
