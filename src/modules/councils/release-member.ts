import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { unseatMember } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterSeat } from './seats/enter-seat.ts'
import { recordChange } from './seats/record-change.ts'
import { askForDecision, type SeatDecision } from './seats/seat-decision.ts'

/** Ends a member's seat by decision, with nobody in their place. Of their sheets the council's rules say whether they count. */
export function releaseMember(
  ctx: Ctx<CouncilTables>,
  input: { councilId: string; personId: string; decision: SeatDecision },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { councilId, personId } = input
    const { seat } = await enterSeat(ctx, input)
    const decision = askForDecision(ctx, input.decision, seat.joinedOn)
    const left = await unseatMember(ctx.db, { councilId, personId, leftOn: decision.decidedOn })
    if (!left) throw new Refusal('conflict', 'councils.does_not_sit')
    await recordChange(ctx, { councilId, kind: 'released', personId, successorId: null }, { decision })
  })
}
