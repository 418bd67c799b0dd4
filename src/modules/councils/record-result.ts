import { takeStep } from '#modules/dossiers/index.ts'
import type { Consolidation, CriteriaSet } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import type { CouncilTables } from './council-tables.ts'
import type { Seat } from './positions.ts'
import type { ResultInputs } from './result-inputs.ts'
import { type CouncilResult, insertResult } from './result-store.ts'
import type { DossierRoom } from './session-room.ts'
import { updateAgendaItem } from './session-store.ts'

export interface Decided {
  inputs: ResultInputs
  consolidation: Exclude<Consolidation, { outcome: 'undecided' }>
  set: CriteriaSet
  digest: string
}

/** Keeps the council's result with all that it came from, closes the dossier on the agenda and moves it on. */
export async function recordResult(
  ctx: Ctx<CouncilTables>,
  { session, seat, item }: DossierRoom & { seat: Seat },
  { inputs, consolidation, set, digest }: Decided,
): Promise<{ resultId: string }> {
  const { dossierId, round } = item
  const sessionId = session.id
  const result: CouncilResult = {
    id: newId(ctx.now.getTime()),
    sessionId,
    dossierId,
    round,
    ...outcomeOf(consolidation),
    trace: consolidation.trace,
    inputs,
    criteriaSetId: set.id,
    criteriaDigest: digest,
    decidedBy: seat.personId,
    decidedAt: ctx.now,
  }
  const closeReason = inputs.deviationReason ?? inputs.knockOut?.reason ?? null
  const closed = { status: 'closed' as const, closeReason, closedBy: seat.personId, closedAt: ctx.now }
  await updateAgendaItem(ctx.db, { sessionId, dossierId }, closed)
  await insertResult(ctx.db, result)
  const step = result.outcome === 'ranked' ? 'conclude' : 'reject'
  await takeStep(ctx, { dossierId, step, facts: { sessionId, resultId: result.id } })
  const { outcome, average, stars } = result
  await record(ctx, 'council_result.decided', `council_session:${sessionId}`, {
    dossierId,
    round,
    outcome,
    average,
    stars,
  })
  return { resultId: result.id }
}

type Outcome = Pick<
  CouncilResult,
  'outcome' | 'average' | 'partAverages' | 'band' | 'stars' | 'missedMarks' | 'knockOut'
>

/** What a decided consolidation leaves in the result. */
export function outcomeOf(consolidation: Decided['consolidation']): Outcome {
  if (consolidation.outcome === 'rejected') {
    const unranked = { average: null, partAverages: null, band: null, stars: null, missedMarks: null }
    return { outcome: 'rejected', knockOut: consolidation.knockout, ...unranked }
  }
  const { average, parts, band, stars, missedMarks } = consolidation.ranking
  return { outcome: 'ranked', average, partAverages: parts, band, stars, missedMarks, knockOut: null }
}
