import { unitPathsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { countTabs, type ListQuery } from '../dossier-list-store.ts'
import type { DossierTables } from '../dossier-store.ts'
import { provincePathOf } from '../numbers.ts'
import { auditingRoles, readingRoles } from '../reach.ts'
import { everyColumn, lateColumn, roundColumns, undecided } from './round-columns.ts'
import { lastDayBefore, phaseOf, type RoundPhase } from './round-rules.ts'
import { type AssessmentRound, findRound, listProvincesWithDossiers, listRounds } from './round-store.ts'

type ReadCtx = Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>

/** A round as its board shows it, with the dossiers within the reader's reach counted. */
export interface RoundView extends AssessmentRound {
  phase: RoundPhase
  /** The day that the round works towards now, the last one in time, and how many days are left. */
  lastDay: Day
  daysLeft: number
  counts: Readonly<Record<string, number>>
  /** Came too late for it and wait for a letter. */
  late: number
}

/** The rounds of the reader's provinces; `not_found` would say too much of a province, so others see none. */
export async function listRoundViews(ctx: ReadCtx): Promise<RoundView[]> {
  const views: RoundView[] = []
  for (const path of await provincesOf(ctx))
    for (const round of await listRounds(ctx.db, path)) views.push(await viewOf(ctx, round))
  return views
}

/** @throws Refusal `not_found` out of reach */
export async function readRound(ctx: ReadCtx, id: string): Promise<RoundView> {
  const round = isId(id) ? await findRound(ctx.db, id) : undefined
  if (!round || !(await provincesOf(ctx)).includes(round.provincePath))
    throw new Refusal('not_found', 'rounds.unknown')
  return viewOf(ctx, round)
}

/** The query behind the board of a round and behind its numbers. */
export function roundQuery({ actor, now }: ReadCtx, column: string, round: AssessmentRound): ListQuery {
  const query = { actor, view: 'desk' as const, today: dayOf(now) }
  return column === lateColumn.key ? { ...query, missed: round } : { ...query, roundId: round.id }
}

/** The provinces whose rounds the actor sees: the one that its unit lies in, or all for the centre. */
async function provincesOf({ db, actor }: ReadCtx): Promise<string[]> {
  const paths = unitPathsOf(actor, [...readingRoles, ...auditingRoles])
  if (paths.includes('vn')) return listProvincesWithDossiers(db)
  return [...new Set(paths.map(provincePathOf))]
}

async function viewOf(ctx: ReadCtx, round: AssessmentRound): Promise<RoundView> {
  const today = dayOf(ctx.now)
  const phase = phaseOf(round, today)
  const lastDay = lastDayBefore(phase === 'open' ? round.proposalsBefore : round.doneBefore)
  const columns = [...roundColumns, undecided, everyColumn]
  const counts = await countTabs(ctx.db, roundQuery(ctx, 'all', round), columns)
  const missing = await countTabs(ctx.db, roundQuery(ctx, lateColumn.key, round), [lateColumn])
  const late = round.kind === 'law' ? (missing[lateColumn.key] ?? 0) : 0
  return { ...round, phase, lastDay, daysLeft: daysBetween(today, lastDay), counts, late }
}
