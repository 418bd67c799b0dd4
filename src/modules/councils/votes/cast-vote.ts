import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { askToScore } from '../own-sheet.ts'
import { enterDossier } from '../session-room.ts'
import { listPresent } from '../session-store.ts'
import { findProposal } from './find-proposal.ts'
import { putVote } from './vote-store.ts'
import { choices } from './vote-tables.ts'

export interface NewVote {
  sessionId: string
  dossierId: string
  knockOutId: string
  /** One of `choices`. */
  choice: string
  reason: string
}

/**
 * A member who scores the dossier and is in the room votes on a knock-out, and may vote otherwise until the chair closes
 * the vote. What was voted is told to nobody before; that one has voted is on record.
 */
export function castVote(ctx: Ctx<CouncilTables>, input: NewVote): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId, knockOutId } = input
    const room = await enterDossier(ctx, input, 'share')
    askToScore(room)
    const choice = choices.find((one) => one === input.choice)
    if (!choice) throw new Refusal('invalid', 'votes.choice_missing')
    const personId = room.seat?.personId ?? ''
    const { key, voteOpenedAt, decision } = await findProposal(ctx, input, 'share')
    if (decision) throw new Refusal('conflict', 'councils.knock_out_decided_already')
    if (!voteOpenedAt) throw new Refusal('conflict', 'votes.not_open')
    if (!(await listPresent(ctx.db, sessionId)).includes(personId))
      throw new Refusal('conflict', 'votes.not_present')
    const reason = input.reason.trim() || null
    await putVote(ctx.db, { knockOutId, personId, choice, reason, castAt: ctx.now })
    await record(ctx, 'knock_out.voted', `council_session:${sessionId}`, { dossierId, key })
  })
}
