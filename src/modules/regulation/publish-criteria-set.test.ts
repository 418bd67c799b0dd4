import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { digestOf } from '#platform/events/digest.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import type { CriteriaSet } from './criteria-set.ts'
import { listSets, putDraft } from './criteria-set-store.ts'
import { findCriteriaSet, getCriteriaSet } from './get-criteria-set.ts'
import { integrityOf } from './integrity.ts'
import { fileSetIds } from './law-files.ts'
import { prepareCriteriaSet } from './prepare-criteria-set.ts'
import { publishAllSets } from './publish-all-sets.ts'
import { publishCriteriaSet } from './publish-criteria-set.ts'
import { theSet } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())

const administrator = { ...actorWith('administrator', 'vn/14'), name: 'Quản trị Sơn La' }
const as = (actor: Actor) => testCtx(database.db, { actor })
const digestOfFile = (id: string) => digestOf(theSet(id))
const everyAnomaly = (id: string) => theSet(id).anomalies.map(({ key }) => key)
const publishing = (id: string) => ({ id, digest: digestOfFile(id), accepted: everyAnomaly(id) })

async function prepared(id: string) {
  await prepareCriteriaSet(as(administrator), { id })
  return publishing(id)
}

/** Puts a faulty set in the database as a draft, past the files. */
async function putFaulty(set: CriteriaSet) {
  const { id, regimeId, productSetNo } = set
  const draft = {
    id,
    regimeId,
    productSetNo,
    content: JSON.stringify(set),
    digest: digestOf(set),
    report: JSON.stringify(integrityOf(set)),
    preparedAt: testNow,
  }
  await putDraft(database.db, draft)
}

describe('a criteria set', () => {
  test('is a draft first, which nobody is judged by', async () => {
    const report = await prepareCriteriaSet(as(administrator), { id: 'qd26-2026-13' })
    expect(report.anomalies).toEqual(['2.4-options-implied'])
    expect(await findCriteriaSet(database.db, 'qd26-2026-13')).toBeUndefined()
    await expect(getCriteriaSet(database.db, 'qd26-2026-13')).rejects.toMatchObject({
      kind: 'not_found',
      code: 'regulation.set_unknown',
    })
  })

  test('is published with every anomaly accepted by name, and says who accepted them', async () => {
    await publishCriteriaSet(as(administrator), await prepared('qd26-2026-04'))
    const found = await getCriteriaSet(database.db, 'qd26-2026-04')
    expect(found).toMatchObject({ digest: digestOfFile('qd26-2026-04'), publishedAt: testNow })
    expect(found.set).toEqual(theSet('qd26-2026-04'))
    const events = await listEvents(database.db, 'criteria_set:qd26-2026-04')
    expect(events.map(({ name }) => name)).toEqual(['criteria_set.prepared', 'criteria_set.published'])
    expect(events[1]?.facts).toMatchObject({
      acceptedBy: 'Quản trị Sơn La',
      accepted: everyAnomaly('qd26-2026-04'),
    })
  })

  test('once published is the same object each time, and cannot be changed in memory', async () => {
    const [first, second] = [
      await getCriteriaSet(database.db, 'qd26-2026-04'),
      await getCriteriaSet(database.db, 'qd26-2026-04'),
    ]
    expect(first.set).toBe(second.set)
    expect(() => Object.assign(first.set.parts[0] ?? {}, { max: 99 })).toThrow()
  })

  test.each([
    ['a change', sql`update criteria_set set report = '{}' where id = 'qd26-2026-04'`],
    ['its withdrawal', sql`update criteria_set set status = 'draft' where id = 'qd26-2026-04'`],
    ['its deletion', sql`delete from criteria_set where id = 'qd26-2026-04'`],
  ])('once published refuses %s in the database itself', async (_, change) => {
    await expect(change.execute(database.db)).rejects.toThrow(/published and never changes/)
  })

  test('once published refuses to be prepared or published again', async () => {
    const conflict = { kind: 'conflict', code: 'regulation.set_published' }
    await expect(prepareCriteriaSet(as(administrator), { id: 'qd26-2026-04' })).rejects.toMatchObject(
      conflict,
    )
    await expect(publishCriteriaSet(as(administrator), publishing('qd26-2026-04'))).rejects.toMatchObject(
      conflict,
    )
  })

  test.each([
    ['an anomaly left open', (keys: string[]) => keys.slice(1), 'regulation.anomalies_not_accepted'],
    ['a name that the set does not have', (keys: string[]) => [...keys, 'all'], 'regulation.anomaly_unknown'],
  ])('refuses %s', async (_, change, code) => {
    const publication = await prepared('qd26-2026-07')
    const accepted = change(publication.accepted)
    await expect(publishCriteriaSet(as(administrator), { ...publication, accepted })).rejects.toMatchObject({
      kind: 'invalid',
      code,
    })
    expect(await findCriteriaSet(database.db, 'qd26-2026-07')).toBeUndefined()
  })

  test('refuses a finding that no anomaly explains, whatever is accepted', async () => {
    const set = structuredClone(theSet('qd26-2026-05'))
    for (const part of set.parts) if (part.code === 'A') part.max = 41
    await putFaulty(set)
    const publication = { id: set.id, digest: digestOf(set), accepted: everyAnomaly(set.id) }
    await expect(publishCriteriaSet(as(administrator), publication)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'regulation.findings_unexplained',
      facts: { findings: 'part:A, total' },
    })
  })

  test('refuses a draft that is not the one looked at', async () => {
    const publication = { ...(await prepared('qd26-2026-06')), digest: digestOfFile('qd26-2026-07') }
    await expect(publishCriteriaSet(as(administrator), publication)).rejects.toMatchObject({
      code: 'regulation.draft_changed',
    })
  })

  test('published by two at once is published once', async () => {
    const publication = await prepared('qd26-2026-08')
    const both = await Promise.allSettled(
      [1, 2].map(() => publishCriteriaSet(as(administrator), publication)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each([
    ['a file that is not there', 'qd148-2023-05'],
    ['a path', '../index'],
  ])('refuses %s', async (_, id) => {
    await expect(prepareCriteriaSet(as(administrator), { id })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test.each([
    ['a visitor', nobody],
    ['a provincial officer', actorWith('province_officer', 'vn/14')],
    ['an auditor', actorWith('auditor', 'vn')],
    ['a central officer', actorWith('central_officer', 'vn')],
  ])('refuses %s', async (_, actor) => {
    const forbidden = { kind: 'forbidden', code: 'regulation.not_administrator' }
    await expect(prepareCriteriaSet(as(actor), { id: 'qd26-2026-09' })).rejects.toMatchObject(forbidden)
    await expect(publishCriteriaSet(as(actor), publishing('qd26-2026-09'))).rejects.toMatchObject(forbidden)
  })
})

test('publishing all publishes what is left, on the word of who accepted, and nothing the second time', async () => {
  const ctx = testCtx(database.db)
  const before = (await listSets(database.db)).length
  expect(await publishAllSets(ctx, { acceptedBy: 'Hội đồng biên tập' })).toBe(fileSetIds().length - before)
  expect(await publishAllSets(ctx, { acceptedBy: 'Hội đồng biên tập' })).toBe(0)
  expect((await listSets(database.db)).map(({ id }) => id).sort()).toEqual([...fileSetIds()].sort())
  const events = await listEvents(database.db, 'criteria_set:qd26-2026-26')
  expect(events.at(-1)).toMatchObject({ actorId: 'system', facts: { acceptedBy: 'Hội đồng biên tập' } })
})
