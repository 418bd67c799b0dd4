import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealDays } from '#platform/events/seal-days.ts'
import { actorWith, keptJobs, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { closeDossier } from '../close-dossier.ts'
import { closeSession } from '../close-session.ts'
import { noteAttendance } from '../note-attendance.ts'
import { openNewRound } from '../open-new-round.ts'
import { proposeKnockOut } from '../propose-knock-out.ts'
import { recuse } from '../recuse.ts'
import { releaseMember } from '../release-member.ts'
import { type CouncilWorld, openCouncilWorld } from '../testing/council-world.ts'
import { byDecision, scoreDossier, voteOnKnockOut } from '../testing.ts'
import { askRecompute, recomputeJob } from './ask-recompute.ts'
import { readRun, readRuns } from './read-recompute.ts'
import { type Finding, recomputeAll } from './recompute-all.ts'
import { runRecompute } from './run-recompute.ts'

let world: CouncilWorld
const auditor = actorWith('auditor', 'vn/14')

beforeAll(async () => {
  world = await openCouncilWorld()
  await rankedAfterTwoRounds()
  await rejected()
  await sealDays(world.db as never, testNow)
})
afterAll(() => world.close())

/** A chair's reason for a wide spread, a second round, one member recused, one who left afterwards, minutes. */
async function rankedAfterTwoRounds() {
  const { council, at, sessionId } = await world.scoring()
  const chair = world.as(council.chair)
  await recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'Người thân' })
  const others = council.scorers.filter(({ id }) => id !== 'mai')
  const sheets = others.map((member, place) => ({ member, total: 70 + place * 4 }))
  await scoreDossier(chair, { ...at, sheets })
  await openNewRound(chair, { ...at, reason: 'Thảo luận' })
  for (const member of others) {
    const [sheet] = await world.db
      .selectFrom('scoreSheet')
      .selectAll()
      .where('sessionId', '=', sessionId)
      .where('memberId', '=', member.id ?? '')
      .where('round', '=', 2)
      .execute()
    const { handInSheet } = await import('../hand-in-sheet.ts')
    await handInSheet(world.as(member), { ...at, version: sheet?.version ?? 0 })
  }
  await closeDossier(chair, { ...at, reason: 'Đã thảo luận, giữ nguyên' })
  await closeSession(world.as(council.secretary), { sessionId, minutesNumber: '01/BB-HĐ' })
  await releaseMember(world.office, {
    councilId: council.councilId,
    personId: 'long',
    decision: byDecision('Nghỉ hưu'),
  })
}

async function rejected() {
  const { council, at, sessionId } = await world.scoring({ criteriaSetId: 'qd26-2026-16' })
  const everybody = council.people.map(({ id }) => id)
  await noteAttendance(world.as(council.secretary), { sessionId, present: everybody })
  const { theSet } = await import('#modules/regulation/testing.ts')
  const key = theSet('qd26-2026-16').knockouts[0]?.key ?? ''
  const proposal = { ...at, key, reason: 'Không có hồ sơ an toàn thực phẩm' }
  const { knockOutId } = await proposeKnockOut(world.as(council.actor('hoa')), proposal)
  const votes = Object.fromEntries(council.scorers.map(({ id }) => [id ?? '', 'establish' as const]))
  await voteOnKnockOut(world.office, council, { ...at, knockOutId, votes })
}

async function findings(db = world.db): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const progress of recomputeAll(db)) found.push(...progress.findings)
  return found
}

test('what councils decided is the same when it is computed again', async () => {
  let results = 0
  for await (const progress of recomputeAll(world.db)) results += progress.results
  expect(results).toBe(2)
  expect(await findings()).toEqual([])
})

const result = sql`(select id from council_result where outcome = 'ranked')`

describe('damage', () => {
  test.each<[string, RawBuilder<unknown>, Partial<Finding>[]]>([
    [
      'an average improved',
      sql`update council_result set average = average + 1 where outcome = 'ranked'`,
      [{ kind: 'average' }, { kind: 'event', at: 'average' }, { kind: 'minutes', at: 'average' }],
    ],
    [
      'a star taken away',
      sql`update council_result set stars = stars - 1 where outcome = 'ranked'`,
      [{ kind: 'stars' }, { kind: 'event', at: 'stars' }],
    ],
    [
      'a part',
      sql`update council_result set part_averages = part_averages || '{"A": 1}' where outcome = 'ranked'`,
      [{ kind: 'part', at: 'A', kept: 1 }],
    ],
    [
      'the marks',
      sql`update council_result set missed_marks = '[{}]' where outcome = 'ranked'`,
      [{ kind: 'marks' }],
    ],
    ['the words', sql`update council_result set trace = '[]' where outcome = 'ranked'`, [{ kind: 'trace' }]],
    [
      'a rejection turned',
      sql`update council_result set knock_out = jsonb_set(knock_out, '{reason}', '"Khác"') where outcome = 'rejected'`,
      [{ kind: 'knock_out', kept: 'Khác' }],
    ],
    [
      'the rules in the inputs',
      sql`update council_result set inputs = jsonb_set(inputs, '{rules,quorum}', '50') where outcome = 'ranked'`,
      [{ kind: 'rules' }],
    ],
    ['the council’s rules', sql`update council set rules = rules || '{"quorum": 51}'`, [{ kind: 'rules' }]],
    [
      'the bands in the inputs',
      sql`update council_result set inputs = jsonb_set(inputs, '{bands,0,from}', '1') where outcome = 'ranked'`,
      [{ kind: 'bands' }],
    ],
    [
      'a reason taken away',
      sql`update council_result set inputs = jsonb_set(inputs, '{deviationReason}', 'null') where outcome = 'ranked'`,
      [
        { kind: 'outcome', found: 'undecided_deviation' },
        { kind: 'reason', kept: null },
      ],
    ],
    [
      'a sheet in the inputs that is gone',
      sql`update council_result set inputs = inputs #- '{sheets,0}' where outcome = 'ranked'`,
      [{ kind: 'sheet_added' }],
    ],
    [
      'inputs without sheets at all',
      sql`update council_result set inputs = inputs - 'sheets' where outcome = 'ranked'`,
      [{ kind: 'not_computable' }],
    ],
    [
      'a sheet removed',
      sql`delete from score_sheet where round = 2 and member_id = 'hoa'`,
      [{ kind: 'sheet_missing', at: 'hoa' }],
    ],
    [
      'answers changed behind the result',
      sql`update score_sheet set answers = answers - (select min(key) from jsonb_object_keys(answers) as key)
          where round = 2 and member_id = 'hoa'`,
      [{ kind: 'sheet_answers', at: 'hoa' }],
    ],
    [
      'a total rewritten',
      sql`update score_sheet set total = total - 1 where round = 2 and member_id = 'hoa'`,
      [{ kind: 'sheet_total', at: 'hoa' }],
    ],
    [
      'a sheet handed in at another moment',
      sql`update score_sheet set handed_in_at = handed_in_at - interval '1 hour' where round = 2 and member_id = 'hoa'`,
      [{ kind: 'sheet_moment', at: 'hoa' }],
    ],
    [
      'a member struck out',
      sql`delete from council_member where person_id = 'dung'`,
      [{ kind: 'seat_missing', at: 'dung' }],
    ],
    [
      'a seat changed',
      sql`update council_member set scores = false where person_id = 'dung'`,
      [{ kind: 'seat', at: 'dung' }],
    ],
    [
      'a member slipped in',
      sql`insert into council_member select council_id, 'ai', 'member', '', true, '2026-01-01', null from council_member
          where person_id = 'dung'`,
      [{ kind: 'seat_added', at: 'ai' }],
    ],
    ['a recusal removed', sql`delete from recusal`, [{ kind: 'recusal_missing', at: 'mai' }]],
    [
      'a recusal slipped in',
      sql`insert into recusal select session_id, dossier_id, council_id, 'hoa', 'x', 'hoa', declared_at from recusal`,
      [{ kind: 'recusal_added', at: 'hoa' }],
    ],
    [
      'a criteria set rewritten',
      sql`update criteria_set set content = jsonb_set(content, '{nameVi}', '"Khác"')
          where id = (select criteria_set_id from council_result where id = ${result})`,
      [{ kind: 'set_changed' }],
    ],
    [
      'a criteria set that is gone',
      sql`update council_result set criteria_set_id = 'qd26-2026-99' where outcome = 'ranked'`,
      [{ kind: 'set_missing', kept: 'qd26-2026-99' }],
    ],
    [
      'a dossier under another set',
      sql`update dossier set criteria_digest = repeat('0', 64)`,
      [{ kind: 'dossier_set' }],
    ],
    [
      'an event that is gone',
      sql`delete from event where name = 'council_result.decided'`,
      [{ kind: 'event_missing' }],
    ],
    [
      'an event rewritten',
      sql`update event set facts = facts || '{"stars": 5}' where name = 'council_result.decided'`,
      [{ kind: 'event', at: 'stars', found: 5 }, { kind: 'event_changed' }],
    ],
    [
      'an event of a sealed day removed',
      sql`delete from event where id = (select id from event where at < '2026-10-20' order by seq limit 1)`,
      [{ kind: 'seal_broken' }],
    ],
    [
      'minutes rewritten',
      sql`update council_session set minutes = jsonb_set(minutes, '{dossiers,0,stars}', '5') where minutes is not null`,
      [{ kind: 'minutes', at: 'stars', found: 5 }],
    ],
  ])('%s is found', async (_, damage, expected) => {
    const trx = await world.db.startTransaction().execute()
    try {
      // Neither triggers nor references: whoever damages a database by hand goes past them too.
      await sql`set local session_replication_role = replica`.execute(trx)
      await damage.execute(trx)
      const found = await findings(trx)
      for (const one of expected) expect(found).toContainEqual(expect.objectContaining(one))
    } finally {
      await trx.rollback().execute()
    }
  })
})

test('a run keeps its report: who asked, how many, what differs', async () => {
  const jobs = keptJobs()
  const ctx = testCtx(world.db, { actor: auditor, jobs })
  const trx = await world.db.startTransaction().execute()
  try {
    const within = { ...ctx, db: trx }
    const { runId } = await askRecompute(within)
    expect(jobs.queued).toEqual([{ name: recomputeJob, data: { runId } }])
    await expect(askRecompute(within)).rejects.toMatchObject({ code: 'recompute.running' })
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`update council_result set average = average + 1 where outcome = 'ranked'`.execute(trx)
    await sql`set local session_replication_role = origin`.execute(trx)
    await runRecompute(within, { runId, clock: () => testNow })
    await runRecompute(within, { runId, clock: () => testNow })
    const { run, findings } = await readRun(within, runId)
    expect(run).toMatchObject({ state: 'done', askedBy: 'auditor', total: 2, results: 2, differing: 1 })
    expect(run.sealedDays).toBeGreaterThan(0)
    expect(findings.map(({ kind }) => kind)).toEqual(['average', 'event', 'minutes'])
    expect(findings[0]).toMatchObject({ kept: (findings[0]?.found as number) + 1, unitPath: 'vn/14' })
    expect((await readRuns(within, null)).runs.map(({ id }) => id)).toEqual([runId])

    const elsewhere = { ...within, actor: actorWith('auditor', 'vn/11') }
    expect((await readRun(elsewhere, runId)).findings).toEqual([])
    await expect(sql`delete from recompute_finding`.execute(trx)).rejects.toThrow('never changed')
  } finally {
    await trx.rollback().execute()
  }
})

test('a run that breaks off says why, and another may follow', async () => {
  const ctx = testCtx(world.db, { actor: auditor })
  const { runId } = await askRecompute(ctx)
  await sql`alter table event_seal rename to event_seal_away`.execute(world.db)
  try {
    await runRecompute(ctx, { runId, clock: () => testNow })
  } finally {
    await sql`alter table event_seal_away rename to event_seal`.execute(world.db)
  }
  const { run } = await readRun(ctx, runId)
  expect(run).toMatchObject({ state: 'broken', results: 2, finishedAt: testNow })
  expect(run.brokenBecause).toContain('event_seal')
  const again = await askRecompute(ctx)
  await runRecompute(ctx, { runId: again.runId, clock: () => testNow })
  expect((await readRun(ctx, again.runId)).run).toMatchObject({ state: 'done', findings: 0 })
})

test.each(['province_officer', 'leader', 'chair', 'secretary', 'member', 'producer'])(
  'a %s recomputes nothing and reads no report',
  async (role) => {
    const ctx = testCtx(world.db, { actor: actorWith(role, 'vn/14') })
    await expect(askRecompute(ctx)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(readRuns(ctx, null)).rejects.toMatchObject({ kind: 'forbidden' })
  },
)
