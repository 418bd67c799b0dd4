import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { criteriaSetOf } from './own-sheet.ts'
import { advises } from './positions.ts'
import { insertKnockOut } from './result-store.ts'
import { askToBeImpartial, askToBeInHand, enterDossier } from './session-room.ts'

export interface Proposal {
  sessionId: string
  dossierId: string
  /** The knock-out of the criteria set that the member holds to be the case. */
  key: string
  reason: string
}

/** A member who sits proposes to end the assessment by one of the sheet's knock-outs; the council decides. */
export function proposeKnockOut(ctx: Ctx<CouncilTables>, input: Proposal): Promise<{ knockOutId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId, key } = input
    const room = await enterDossier(ctx, input, 'share')
    if (!room.seat || advises(room.seat)) throw new Refusal('forbidden', 'councils.not_a_member')
    askToBeImpartial(room)
    askToBeInHand(room)
    const reason = input.reason.trim()
    if (reason === '') throw new Refusal('invalid', 'councils.reason_missing')
    const { set } = await criteriaSetOf(ctx, dossierId)
    const knockOut = set.knockouts.find((one) => one.key === key)
    if (!knockOut) throw new Refusal('invalid', 'councils.knock_out_unknown')

    const { criterion } = knockOut
    const proposal = { id: newId(ctx.now.getTime()), sessionId, dossierId, key, criterion, reason }
    const proposed = { proposedBy: room.seat.personId, proposedAt: ctx.now }
    const undecided = { decision: null, decisionReason: null, decidedBy: null, decidedAt: null }
    if (!(await insertKnockOut(ctx.db, { ...proposal, ...proposed, ...undecided })))
      throw new Refusal('conflict', 'councils.knock_out_proposed_already')
    await record(ctx, 'knock_out.proposed', `council_session:${sessionId}`, { dossierId, key, criterion })
    return { knockOutId: proposal.id }
  })
}
