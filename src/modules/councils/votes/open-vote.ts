import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { askToBeInHand, askToLead, enterDossier } from '../session-room.ts'
import { insertAttendance } from '../session-store.ts'
import { findProposal } from './find-proposal.ts'
import { markVoteOpened } from './vote-store.ts'

/** The chair, who is there, puts a proposed knock-out to the vote. */
export function openVote(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; dossierId: string; knockOutId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId } = input
    const room = await enterDossier(ctx, input, 'update')
    askToLead(room)
    askToBeInHand(room)
    const { id, key, decision } = await findProposal(ctx, input)
    if (decision) throw new Refusal('conflict', 'councils.knock_out_decided_already')
    const { personId } = room.seat
    const opened = { id, voteOpenedAt: ctx.now, voteOpenedBy: personId }
    if (!(await markVoteOpened(ctx.db, opened))) throw new Refusal('conflict', 'votes.open_already')
    await insertAttendance(ctx.db, [{ sessionId, councilId: room.council.id, personId, notedAt: ctx.now }])
    await record(ctx, 'knock_out.vote_opened', `council_session:${sessionId}`, { dossierId, key })
  })
}
