import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { askToOversee, overseenBy } from './ask-recompute.ts'
import { findRun, type KeptFinding, listFindings, listRuns, type RecomputeRun } from './recompute-store.ts'

export const runsOnPage = 20
/** A report says more than this only in its Excel file. */
export const findingsOnPage = 500
const findingsInSheet = 100_000

export interface RunReading {
  run: RecomputeRun
  findings: KeptFinding[]
  names: ReadonlyMap<string, string>
}

/** The runs, the latest first, for those who oversee results. */
export async function readRuns(
  ctx: Ctx<CouncilTables>,
  before: string | null,
): Promise<{ runs: RecomputeRun[]; next: string | null; names: ReadonlyMap<string, string> }> {
  askToOversee(ctx.actor)
  const from = before && isId(before) ? before : null
  const found = await listRuns(ctx.db, { before: from, limit: runsOnPage + 1 })
  const runs = found.slice(0, runsOnPage)
  const next = found.length > runsOnPage ? (runs.at(-1)?.id ?? null) : null
  const names = await namesOf(
    ctx.db,
    runs.flatMap(({ askedBy }) => askedBy ?? []),
  )
  return { runs, next, names }
}

/** One run with what it found where the actor oversees results. @param whole for a file, not a page */
export async function readRun(
  ctx: Ctx<CouncilTables>,
  runId: string,
  { whole = false } = {},
): Promise<RunReading> {
  askToOversee(ctx.actor)
  const run = isId(runId) ? await findRun(ctx.db, runId) : undefined
  if (!run) throw new Refusal('not_found', 'recompute.unknown')
  const limit = whole ? findingsInSheet : findingsOnPage
  const findings = await listFindings(ctx.db, { runId, unitPaths: overseenBy(ctx.actor), limit })
  const people = [run.askedBy, ...findings.map(({ at }) => at)].filter((id) => id !== null)
  return { run, findings, names: await namesOf(ctx.db, [...new Set(people)]) }
}
