import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { movePosition } from './change-store.ts'
import { enterSeat } from './enter-seat.ts'
import { recordChange } from './record-change.ts'
import { askForDecision, type SeatDecision } from './seat-decision.ts'

export interface Delegation {
  councilId: string
  personId: string
  decision: SeatDecision
}

/** The chair delegates chairing to a member who scores, by decision, and stays responsible (QĐ 26/2026/QĐ-TTg, art. 7.3b). */
export function delegateChair(ctx: Ctx<CouncilTables>, input: Delegation): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { councilId, personId } = input
    const { council, seat } = await enterSeat(ctx, input)
    const decision = askForDecision(ctx, input.decision, seat.joinedOn)
    const { position } = seat
    if (!seat.scores || (position !== 'member' && position !== 'vice_chair'))
      throw new Refusal('conflict', 'seats.cannot_chair')
    if (council.seats.some((one) => one.position === 'delegated_chair' && one.leftOn === null))
      throw new Refusal('conflict', 'councils.position_taken')
    await movePosition(ctx.db, { councilId, personId, position: 'delegated_chair', positionBefore: position })
    await recordChange(ctx, { councilId, kind: 'delegated', personId, successorId: null }, { decision })
  })
}

/** The delegation ends, by decision: the member goes back to the position of before. */
export function endDelegation(ctx: Ctx<CouncilTables>, input: Delegation): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { councilId, personId } = input
    const { seat } = await enterSeat(ctx, input)
    const decision = askForDecision(ctx, input.decision, seat.joinedOn)
    if (seat.position !== 'delegated_chair') throw new Refusal('conflict', 'seats.no_delegation')
    const position = seat.positionBefore ?? 'member'
    await movePosition(ctx.db, { councilId, personId, position, positionBefore: null })
    await recordChange(
      ctx,
      { councilId, kind: 'delegation_ended', personId, successorId: null },
      { decision },
    )
  })
}
