import { councilDepartmentsOn } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { seatMember } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { advises } from './positions.ts'
import { enterToPrepare } from './seats/enter-seat.ts'
import { recordChange, recuseFromOpenSessions } from './seats/record-change.ts'
import { askForDecision, type SeatDecision } from './seats/seat-decision.ts'
import type { NewSeat } from './set-up-council.ts'

/**
 * Seats one more member by decision. There is one chair and one delegated chair at a time. Of the sessions that are not
 * closed, the member is noted as not scoring what something known ties them to.
 */
export function addMember(
  ctx: Ctx<CouncilTables>,
  { councilId, decision: typed, ...seat }: NewSeat & { councilId: string; decision: SeatDecision },
): Promise<{ recusedFrom: number }> {
  return inTransaction(ctx, async (ctx) => {
    const council = await enterToPrepare(ctx, councilId)
    const decision = askForDecision(ctx, typed)
    const leading = seat.position === 'chair' || seat.position === 'delegated_chair'
    if (
      leading &&
      council.seats.some(({ position, leftOn }) => position === seat.position && leftOn === null)
    )
      throw new Refusal('conflict', 'councils.position_taken')

    const known = councilDepartmentsOn(council.decidedOn, council.level).map(({ key }) => key)
    const department = seat.department && known.includes(seat.department) ? seat.department : null
    const kept = { ...seat, department, scores: seat.scores && !advises(seat) }
    const joined = { joinedOn: decision.decidedOn, leftOn: null, succeeds: null, positionBefore: null }
    const added = await seatMember(ctx.db, { councilId, ...kept, ...joined })
    if (!added) throw new Refusal('conflict', 'councils.sits_already')
    const { personId } = seat
    const change = { councilId, kind: 'added' as const, personId, successorId: null }
    await recordChange(ctx, change, { decision, facts: { ...kept } })
    return { recusedFrom: await recuseFromOpenSessions(ctx, councilId) }
  })
}
