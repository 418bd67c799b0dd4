import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { unseatMember } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterCouncil } from './enter-council.ts'
import { mayPrepare } from './positions.ts'

/** Ends a member's seat, with the reason. Sheets that the member handed in no longer count where a round is still open. */
export function releaseMember(
  ctx: Ctx<CouncilTables>,
  { councilId, personId, reason }: { councilId: string; personId: string; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { council } = await enterCouncil(ctx, councilId, 'update')
    if (!mayPrepare(ctx.actor, council.unitPath)) throw new Refusal('forbidden', 'councils.not_the_office')
    if (reason.trim() === '') throw new Refusal('invalid', 'councils.reason_missing')
    const left = await unseatMember(ctx.db, { councilId, personId, leftOn: dayOf(ctx.now) })
    if (!left) throw new Refusal('conflict', 'councils.does_not_sit')
    await record(ctx, 'council.member_released', `council:${councilId}`, { personId, reason: reason.trim() })
  })
}
