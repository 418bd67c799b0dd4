import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { seatMember, unseatMember } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import { enterSeat } from './enter-seat.ts'
import { recordChange, recuseFromOpenSessions } from './record-change.ts'
import { askForDecision, type SeatDecision } from './seat-decision.ts'

export interface Replacement {
  councilId: string
  /** Who leaves. */
  personId: string
  successor: { personId: string; organisation: string }
  decision: SeatDecision
}

/**
 * One member takes the place of another by decision, in the same position: with the vote, where the seat has one. What
 * becomes of the sheets that the one who leaves handed in, where a round is still open, is for the council's rules to
 * say (`replacedSheets`). A delegation of the chair ends with the person who held it.
 */
export function replaceMember(ctx: Ctx<CouncilTables>, input: Replacement): Promise<{ recusedFrom: number }> {
  return inTransaction(ctx, async (ctx) => {
    const { councilId, personId, successor } = input
    const { seat } = await enterSeat(ctx, input)
    const decision = askForDecision(ctx, input.decision, seat.joinedOn)
    if (successor.personId === '') throw new Refusal('invalid', 'seats.successor_missing')
    if (successor.personId === personId) throw new Refusal('invalid', 'councils.sits_already')
    const organisation = successor.organisation.trim() || seat.organisation
    const { decidedOn } = decision
    const left = await unseatMember(ctx.db, { councilId, personId, leftOn: decidedOn })
    if (!left) throw new Refusal('conflict', 'councils.does_not_sit')
    const seated = await seatMember(ctx.db, {
      councilId,
      personId: successor.personId,
      organisation,
      department: seat.department ?? null,
      position: seat.positionBefore ?? seat.position,
      scores: seat.scores,
      joinedOn: decidedOn,
      leftOn: null,
      succeeds: personId,
      positionBefore: null,
    })
    if (!seated) throw new Refusal('conflict', 'councils.sits_already')
    const change = { councilId, kind: 'replaced' as const, personId, successorId: successor.personId }
    await recordChange(ctx, change, { decision, facts: { organisation } })
    return { recusedFrom: await recuseFromOpenSessions(ctx, councilId) }
  })
}
