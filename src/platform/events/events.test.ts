import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { keptJobs, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { canonicalJson, digestOf } from './digest.ts'
import { listEvents } from './event-store.ts'
import { record } from './record.ts'
import { brokenSeals, type SealTables, sealDays } from './seal-days.ts'
import { on } from './subscribe.ts'

let database: Database
let db: Kysely<SealTables>

beforeAll(async () => {
  database = await openTestDb({ damaged: 'events about nothing, and one that is changed by hand' })
  db = database.db
})
afterAll(() => database.close())

const at = (moment: string) => testCtx(db, { now: new Date(moment) })

test('an event keeps its facts and a digest that anyone can compute again', async () => {
  await record(at('2026-11-20T03:00:00Z'), 'dossier.returned', 'dossier:1', {
    reason: 'thiếu',
    day: new Date(0),
  })
  const [event] = await listEvents(db, 'dossier:1')
  expect(event).toMatchObject({ name: 'dossier.returned', actorId: 'system', facts: { reason: 'thiếu' } })
  const { id, at: moment, actorId, name, subject, facts } = event ?? expect.fail()
  expect(event?.digest).toBe(digestOf({ id, at: moment.toISOString(), actorId, name, subject, facts }))
})

test('an event of a change that is rolled back never was, nor were its jobs', async () => {
  on('dossier.rolled_back', 'notice')
  const jobs = keptJobs()
  const ctx: Ctx<SealTables> = testCtx(db, { jobs })
  const failing = inTransaction(ctx, async (ctx) => {
    await record(ctx, 'dossier.rolled_back', 'dossier:2')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await listEvents(db, 'dossier:2')).toEqual([])
  expect(jobs.queued.map(({ name }) => name)).toEqual(['notice'])
})

test.each([
  ['changed', sql`update event set name = 'a.b'`],
  ['deleted', sql`delete from event`],
  ['emptied', sql`truncate event`],
])('events cannot be %s', async (_, statement) => {
  await expect(statement.execute(db)).rejects.toThrow('never changed')
})

test('each day is sealed once, chained to the day before, and a touched event shows in its day', async () => {
  await record(at('2026-11-21T16:59:59Z'), 'dossier.submitted', 'dossier:3')
  await record(at('2026-11-21T17:00:00Z'), 'dossier.received', 'dossier:3')
  const now = new Date('2026-11-24T00:00:00Z')
  expect(await sealDays(db, now)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22'])
  expect(await sealDays(db, now)).toEqual([])
  expect(await brokenSeals(db)).toEqual([])
  await sql`alter table event disable trigger event_is_append_only`.execute(db)
  await sql`update event set digest = 'x' where subject = 'dossier:3' and name = 'dossier.submitted'`.execute(
    db,
  )
  await sql`alter table event enable trigger event_is_append_only`.execute(db)
  expect(await brokenSeals(db)).toEqual(['2026-11-21'])
})

test('canonical JSON does not depend on the order of keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":null}]}')
})
