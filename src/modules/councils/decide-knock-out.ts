import { sheetsNeeded } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { gatherInputs } from './close-dossier.ts'
import { consolidateRound } from './council-round.ts'
import type { CouncilTables } from './council-tables.ts'
import { noteRoundEnd } from './discussion/note-round-end.ts'
import { criteriaSetOf } from './own-sheet.ts'
import type { Seat } from './positions.ts'
import { recordResult } from './record-result.ts'
import { decideOnKnockOut, findKnockOutForUpdate, type KnockOut } from './result-store.ts'
import { askToBeInHand, askToLead, type DossierRoom, enterDossier } from './session-room.ts'
import { listPresent } from './session-store.ts'
import { membersCounted, scorersOf } from './voices.ts'

export interface KnockOutDecision {
  sessionId: string
  dossierId: string
  knockOutId: string
  established: boolean
  reason: string
}

/**
 * The chair writes down what the council decided on a proposed knock-out, and why. An established one ends the
 * assessment: the dossier is rejected, without stars. It takes a quorum of members present.
 */
export function decideKnockOut(ctx: Ctx<CouncilTables>, input: KnockOutDecision): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId, established } = input
    const room = await enterDossier(ctx, input, 'update')
    askToLead(room)
    askToBeInHand(room)
    const reason = input.reason.trim()
    if (reason === '') throw new Refusal('invalid', 'councils.reason_missing')
    const knockOut = await findProposal(ctx, input)
    if (established) await askForPresence(ctx, room)

    const decision = established ? ('established' as const) : ('dismissed' as const)
    const decided = { decision, decisionReason: reason, decidedBy: room.seat.personId, decidedAt: ctx.now }
    if (!(await decideOnKnockOut(ctx.db, { id: knockOut.id, ...decided })))
      throw new Refusal('conflict', 'councils.knock_out_decided_already')
    const facts = { dossierId, key: knockOut.key, decision, reason }
    await record(ctx, 'knock_out.decided', `council_session:${sessionId}`, facts)
    if (established) await reject(ctx, room, { key: knockOut.key, reason })
  })
}

async function findProposal(ctx: Ctx<CouncilTables>, input: KnockOutDecision): Promise<KnockOut> {
  const { knockOutId, sessionId, dossierId } = input
  const found = isId(knockOutId) ? await findKnockOutForUpdate(ctx.db, knockOutId) : undefined
  if (found?.sessionId !== sessionId || found.dossierId !== dossierId)
    throw new Refusal('not_found', 'councils.knock_out_unknown')
  return found
}

async function askForPresence(
  ctx: Ctx<CouncilTables>,
  { session, council, recusals }: DossierRoom,
): Promise<void> {
  const present = [...(await listPresent(ctx.db, session.id)), ctx.actor.id]
  const recused = recusals.map(({ personId }) => personId)
  const members = scorersOf(council.seats).map(({ personId }) => personId)
  const deciding = members.filter((personId) => present.includes(personId) && !recused.includes(personId))
  const counted = membersCounted(members, { seats: council.seats, recused, rules: council.rules })
  const needed = sheetsNeeded(counted, council.rules)
  if (deciding.length < needed)
    throw new Refusal('conflict', 'councils.too_few_present', { present: deciding.length, needed })
}

async function reject(
  ctx: Ctx<CouncilTables>,
  room: DossierRoom & { seat: Seat },
  knockOut: { key: string; reason: string },
): Promise<void> {
  if (room.item.status === 'scoring') await noteRoundEnd(ctx, room)
  const inputs = await gatherInputs(ctx, room, { deviationReason: null, knockOut })
  const { set, digest } = await criteriaSetOf(ctx, room.item.dossierId)
  const consolidation = consolidateRound(set, inputs)
  if (consolidation.outcome === 'undecided')
    throw new Error('an established knock-out leaves nothing undecided')
  await recordResult(ctx, room, { inputs, consolidation, set, digest })
}
