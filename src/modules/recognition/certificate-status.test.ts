import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#platform/dates.ts'
import type { Database } from '#platform/db/connect.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { certificateStatus, isInForce, recognitionStatus } from './certificate-status.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())

test.each([
  ['its day of issue', '2026-11-24', '2029-11-24', null, 'valid'],
  ['211 days before its last', '2029-04-27', '2029-11-24', null, 'valid'],
  ['210 days before its last', '2029-04-28', '2029-11-24', null, 'expiring'],
  ['its last day', '2029-11-24', '2029-11-24', null, 'expiring'],
  ['the day after its last', '2029-11-25', '2029-11-24', null, 'expired'],
  ['a last day in February of a year that is no leap year', '2027-02-28', '2027-02-28', null, 'expiring'],
  ['the day after that', '2027-03-01', '2027-02-28', null, 'expired'],
  ['a leap day between', '2028-02-29', '2028-09-26', null, 'expiring'],
  ['a leap day one day earlier', '2028-02-28', '2028-09-26', null, 'valid'],
  ['the eve of its revocation', '2026-09-11', '2028-01-01', '2026-09-12', 'valid'],
  ['the day of its revocation', '2026-09-12', '2028-01-01', '2026-09-12', 'revoked'],
  ['a day after its last, once revoked', '2030-01-01', '2028-01-01', '2026-09-12', 'revoked'],
])(
  'on %s a certificate is as it should be (%s, to %s, revoked %s: %s)',
  (_, day, expiresOn, revokedOn, status) => {
    expect(certificateStatus({ expiresOn, revokedOn }, day)).toBe(status)
  },
)

test('an imported recognition is never in force: unconfirmed until the latest day it may have had, then expired', () => {
  const imported = { source: 'import', expiresOn: '2027-12-31', revokedOn: null } as const
  expect(recognitionStatus(imported, '2026-11-24')).toBe('unconfirmed')
  expect(recognitionStatus(imported, '2028-01-01')).toBe('expired')
  expect(isInForce(recognitionStatus(imported, '2026-11-24'))).toBe(false)
})

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2019-01-01', days))

test('lists, which ask the database, say the same as pages, which ask the rule', async () => {
  const source = fc.constantFrom('decision' as const, 'import' as const)
  const asked = fc.record({ source, expiresOn: day, revokedOn: fc.option(day), day })
  const cases = fc
    .sample(asked, 400)
    .flatMap((one) => [
      one,
      { ...one, day: addDays(one.expiresOn, -210) },
      { ...one, day: addDays(one.expiresOn, -211) },
      { ...one, day: one.expiresOn },
      { ...one, day: one.revokedOn ?? one.day },
    ])
  const rows = sql.join(
    cases.map(
      (one) => sql`(${one.source}, ${one.expiresOn}::date, ${one.revokedOn}::date, ${one.day}::date)`,
    ),
  )
  const answer = await sql<{ status: string }>`
    select recognition_status(source, expires_on, revoked_on, day) as status
    from (values ${rows}) as given (source, expires_on, revoked_on, day)`.execute(database.db)
  expect(answer.rows.map(({ status }) => status)).toEqual(cases.map((one) => recognitionStatus(one, one.day)))
})

test('a certificate never comes back: once it has ended it stays ended', () => {
  fc.assert(
    fc.property(day, fc.option(day), day, fc.nat(2000), (expiresOn, revokedOn, first, later) => {
      const before = isInForce(certificateStatus({ expiresOn, revokedOn }, first))
      const after = isInForce(certificateStatus({ expiresOn, revokedOn }, addDays(first, later)))
      expect(after && !before).toBe(false)
    }),
  )
})
