import { sheetsNeeded } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { gatherInputs } from '../close-dossier.ts'
import { consolidateRound } from '../council-round.ts'
import type { CouncilTables } from '../council-tables.ts'
import { noteRoundEnd } from '../discussion/note-round-end.ts'
import { criteriaSetOf } from '../own-sheet.ts'
import type { Seat } from '../positions.ts'
import { recordResult } from '../record-result.ts'
import { decideOnKnockOut } from '../result-store.ts'
import { askToBeInHand, askToLead, type DossierRoom, enterDossier } from '../session-room.ts'
import { listPresent } from '../session-store.ts'
import { membersCounted, scorersOf } from '../voices.ts'
import { findProposal } from './find-proposal.ts'
import { establishes, tallyOf } from './vote-result.ts'
import { listVotes } from './vote-store.ts'
import type { Tally } from './vote-tables.ts'

export interface VoteClosing {
  sessionId: string
  dossierId: string
  knockOutId: string
  /** The council's reason, in words. */
  reason: string
}

/**
 * The chair closes the vote and writes down the council's reason. What is decided follows from the votes of the members
 * who sit for the dossier, by the council's rules; it takes a quorum of them present. An established knock-out ends the
 * assessment: the dossier is rejected, without stars.
 */
export function closeVote(
  ctx: Ctx<CouncilTables>,
  input: VoteClosing,
): Promise<{ established: boolean; tally: Tally }> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId } = input
    const room = await enterDossier(ctx, input, 'update')
    askToLead(room)
    askToBeInHand(room)
    const reason = input.reason.trim()
    if (reason === '') throw new Refusal('invalid', 'councils.reason_missing')
    const { id, key, decision: before, voteOpenedAt } = await findProposal(ctx, input)
    if (before) throw new Refusal('conflict', 'councils.knock_out_decided_already')
    if (!voteOpenedAt) throw new Refusal('conflict', 'votes.not_open')
    const sitting = sittingIn(room)
    await askForPresence(ctx, room, sitting)

    const tally = tallyOf(await listVotes(ctx.db, id), sitting)
    const established = establishes(tally, room.council.rules.knockOutVote)
    const decision = established ? ('established' as const) : ('dismissed' as const)
    const decided = { decision, decisionReason: reason, decidedBy: room.seat.personId, decidedAt: ctx.now }
    if (!(await decideOnKnockOut(ctx.db, { id, ...decided, tally })))
      throw new Refusal('conflict', 'councils.knock_out_decided_already')
    const facts = { dossierId, key, decision, reason, tally }
    await record(ctx, 'knock_out.decided', `council_session:${sessionId}`, facts)
    if (established) await reject(ctx, room, { key, reason })
    return { established, tally }
  })
}

/** The members who may score the dossier: theirs are the votes. */
function sittingIn({ council, recusals }: DossierRoom): string[] {
  const recused = new Set(recusals.map(({ personId }) => personId))
  return scorersOf(council.seats)
    .map(({ personId }) => personId)
    .filter((personId) => !recused.has(personId))
}

async function askForPresence(
  ctx: Ctx<CouncilTables>,
  { session, council, recusals }: DossierRoom,
  sitting: readonly string[],
): Promise<void> {
  const inRoom = new Set([...(await listPresent(ctx.db, session.id)), ctx.actor.id])
  const present = sitting.filter((personId) => inRoom.has(personId)).length
  const members = scorersOf(council.seats).map(({ personId }) => personId)
  const recused = recusals.map(({ personId }) => personId)
  const counted = membersCounted(members, { seats: council.seats, recused, rules: council.rules })
  const needed = sheetsNeeded(counted, council.rules)
  if (present < needed) throw new Refusal('conflict', 'councils.too_few_present', { present, needed })
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
