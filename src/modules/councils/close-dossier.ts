import { findDossier } from '#modules/dossiers/index.ts'
import { lawRegime } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { consolidateRound, standingOf } from './council-round.ts'
import { listSeats } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { noteRoundEnd } from './discussion/note-round-end.ts'
import { spreadShown } from './discussion/spread-shown.ts'
import { criteriaSetOf } from './own-sheet.ts'
import { recordResult } from './record-result.ts'
import type { ResultInputs } from './result-inputs.ts'
import { listKnockOuts } from './result-store.ts'
import { listSheets } from './score-sheet-store.ts'
import { askToBeInHand, askToLead, type DossierRoom, enterDossier } from './session-room.ts'

export interface Closing {
  sessionId: string
  dossierId: string
  /** Why the round is closed although the totals lie further apart than the rules allow. */
  reason?: string
}

/**
 * The chair closes the scoring of a dossier: the council's result is computed from the sheets handed in by members who
 * sit, with quorum and deviation as the council's rules say, and kept with everything it came from. Where nothing is to
 * be discussed, this ends the round too.
 */
export function closeDossier(ctx: Ctx<CouncilTables>, input: Closing): Promise<{ resultId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const room = await enterDossier(ctx, input, 'update')
    askToLead(room)
    askToBeInHand(room)
    if (room.item.status === 'scoring') await noteRoundEnd(ctx, room)
    const knockOuts = await listKnockOuts(ctx.db, input.sessionId)
    if (knockOuts.some(({ dossierId, decision }) => dossierId === input.dossierId && decision === null))
      throw new Refusal('conflict', 'councils.knock_out_undecided')

    const deviationReason = input.reason?.trim() || null
    const inputs = await gatherInputs(ctx, room, { deviationReason, knockOut: null })
    const { set, digest } = await criteriaSetOf(ctx, input.dossierId)
    const consolidation = consolidateRound(set, inputs)
    if (consolidation.outcome === 'undecided') throw await undecided(ctx, room, consolidation.because)
    return recordResult(ctx, room, { inputs, consolidation, set, digest })
  })
}

/** What the council's result is computed from, as it stands; no member leaves before the transaction ends. */
export async function gatherInputs(
  ctx: Ctx<CouncilTables>,
  { session, council, item, recusals }: DossierRoom,
  decided: Pick<ResultInputs, 'deviationReason' | 'knockOut'>,
): Promise<ResultInputs> {
  const { round, dossierId } = item
  const seats = await listSeats(ctx.db, council.id, 'share')
  const sheets = await listSheets(ctx.db, { sessionId: session.id, dossierId })
  const counted = sheets.flatMap(({ id, memberId, answers, handedInAt, round: of }) =>
    handedInAt && of === round
      ? [{ sheetId: id, memberId, answers, handedInAt: handedInAt.toISOString() }]
      : [],
  )
  const dossier = await findDossier(ctx.db, dossierId)
  if (!dossier) throw new Refusal('not_found', 'councils.dossier_unknown')
  const { bands } = lawRegime(dossier.regimeId)
  const recused = recusals.map(({ personId }) => personId)
  return { round, rules: council.rules, bands, seats, recused, sheets: counted, ...decided }
}

async function undecided(ctx: Ctx<CouncilTables>, room: DossierRoom, because: string): Promise<Refusal> {
  const { session, council, item, recusals, seat } = room
  const sheets = await listSheets(ctx.db, { sessionId: session.id, dossierId: item.dossierId })
  const standing = standingOf(
    sheets.filter(({ round }) => round === item.round),
    { seats: council.seats, rules: council.rules, recused: recusals.map(({ personId }) => personId) },
  )
  const facts = { sheets: standing.handedIn.length, needed: standing.needed, spread: standing.spread }
  if (because === 'deviation' && item.status === 'scoring' && seat && !spreadShown(seat, standing))
    return new Refusal('conflict', 'discussion.too_wide', { limit: council.rules.maxDeviation })
  if (because === 'deviation')
    return new Refusal('conflict', 'councils.deviation_too_wide', {
      ...facts,
      limit: council.rules.maxDeviation,
    })
  return standing.chairScored
    ? new Refusal('conflict', 'councils.no_quorum', facts)
    : new Refusal('conflict', 'councils.chair_sheet_missing', facts)
}
