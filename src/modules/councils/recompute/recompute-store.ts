import { type Kysely, type Selectable, sql } from 'kysely'
import { inUnits } from '#platform/db/in-units.ts'
import type { Finding, Progress } from './recompute-all.ts'
import type { RecomputeFindingRow, RecomputeRunRow, RecomputeTables } from './recompute-tables.ts'

export type RecomputeRun = Selectable<RecomputeRunRow>
export type KeptFinding = Selectable<RecomputeFindingRow>
type Db = Kysely<RecomputeTables>

/** False while another run is not finished: the unique index decides. */
export async function insertRun(
  db: Db,
  run: Pick<RecomputeRun, 'id' | 'askedBy' | 'askedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('recomputeRun')
    .values({ ...run, brokenBecause: null, finishedAt: null })
    .onConflict((conflict) => conflict.expression(sql`(true)`).where('finishedAt', 'is', null).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Begins the run, or begins it anew after a crash; undefined when it is finished. */
export async function beginRun(db: Db, id: string, total: number): Promise<RecomputeRun | undefined> {
  const run = await db
    .updateTable('recomputeRun')
    .set((eb) => ({
      ...{ state: 'running', total, results: 0, differing: 0, findings: 0, sealedDays: 0 },
      attempt: eb('attempt', '+', 1),
    }))
    .where('id', '=', id)
    .where('finishedAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (run) await db.deleteFrom('recomputeFinding').where('runId', '=', id).execute()
  return run
}

type Beginning = Pick<RecomputeRun, 'id' | 'attempt'>

/** Adds to the run what was found; false when it was begun anew, or finished, meanwhile. */
export async function addProgress(
  db: Db,
  { id, attempt }: Beginning,
  { results, differing, sealedDays, findings }: Progress,
): Promise<boolean> {
  const run = await db
    .updateTable('recomputeRun')
    .set((eb) => ({
      results: eb('results', '+', results),
      differing: eb('differing', '+', differing),
      sealedDays: eb('sealedDays', '+', sealedDays),
      findings: eb('findings', '+', findings.length),
    }))
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('finishedAt', 'is', null)
    .returning('findings')
    .executeTakeFirst()
  if (!run) return false
  const before = run.findings - findings.length
  const rows = findings.map((finding, place) => rowOf(id, before + place + 1, finding))
  if (rows.length > 0) await db.insertInto('recomputeFinding').values(rows).execute()
  return true
}

function rowOf(runId: string, no: number, { kind, resultId, code, unitPath, at, kept, found }: Finding) {
  const json = (value: string | number | null | undefined) => (value == null ? null : JSON.stringify(value))
  return {
    ...{ runId, no, kind, resultId, code, unitPath },
    at: at ?? null,
    kept: json(kept),
    found: json(found),
  }
}

/** False when it was begun anew, or finished, meanwhile. */
export async function finishRun(
  db: Db,
  { id, attempt }: Beginning,
  {
    finishedAt,
    unrecomputable,
    brokenBecause,
  }: { finishedAt: Date; unrecomputable: Record<string, number>; brokenBecause: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recomputeRun')
    .set({
      state: brokenBecause === null ? 'done' : 'broken',
      unrecomputable: JSON.stringify(unrecomputable),
      ...{ brokenBecause, finishedAt },
    })
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .where('finishedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export function findRun(db: Db, id: string): Promise<RecomputeRun | undefined> {
  return db.selectFrom('recomputeRun').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The runs, the latest first; `before` is the last one of the page before. */
export function listRuns(
  db: Db,
  { before, limit }: { before: string | null; limit: number },
): Promise<RecomputeRun[]> {
  let query = db.selectFrom('recomputeRun').selectAll()
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** What a run found in these units and in what belongs to none, in the order in which it was found. */
export function listFindings(
  db: Db,
  { runId, unitPaths, limit }: { runId: string; unitPaths: readonly string[]; limit: number },
): Promise<KeptFinding[]> {
  return db
    .selectFrom('recomputeFinding')
    .selectAll()
    .where('runId', '=', runId)
    .where((eb) => eb.or([eb('unitPath', 'is', null), inUnits(eb, 'unitPath', unitPaths)]))
    .orderBy('no')
    .limit(limit)
    .execute()
}
