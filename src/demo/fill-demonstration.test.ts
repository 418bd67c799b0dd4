import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { fillDemonstration } from './fill-demonstration.ts'

let database: Database

beforeAll(async () => {
  database = await openTestDb()
  const surroundings = { db: database.db, log: pino({ level: 'silent' }), files: await testFiles() }
  await fillDemonstration({ ...surroundings, now: new Date('2026-11-24T07:05:32Z') })
}, 120_000)
afterAll(() => database.close())

test('the demonstration has dossiers in every state that a role works on', async () => {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*) from dossier group by state order by state`.execute(database.db)
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({
    checked: 1,
    in_council: 3,
    not_recognised: 1,
    proposed: 1,
    received: 1,
    recognised: 9,
    returned: 1,
    scored: 2,
    sent_to_centre: 1,
    submitted: 1,
  })
})

test('it has certificates in force, one near its end, one expired, one revoked', async () => {
  const { rows } = await sql<{ status: string; count: number }>`
    select status, count(*) from (
      select certificate_status(c.expires_on, r.revoked_on, date '2026-11-24') as status
      from certificate c left join certificate_revocation r on r.certificate_id = c.id) s
    group by status`.execute(database.db)
  expect(Object.fromEntries(rows.map(({ status, count }) => [status, count]))).toEqual({
    expired: 1,
    expiring: 1,
    revoked: 1,
    valid: 6,
  })
})

test('92 points that miss a 5-star mark come to 4 stars', async () => {
  const { rows } = await sql`select average, band, stars from council_result where average = 9233`.execute(
    database.db,
  )
  expect(rows).toEqual([{ average: 9233, band: 5, stars: 4 }])
})

test('nothing in it breaks an invariant', async () => {
  expect(await checkInvariants({ db: database.db, files: await testFiles() })).toEqual([])
})
