import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { findCouncil, type SeatedCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { mayAudit, mayOversee, type Seat, seatOf } from './positions.ts'

/** The council, for its members and for those who prepare, oversee or audit its unit. For everybody else there is none. */
export async function enterCouncil(
  ctx: Ctx<CouncilTables>,
  councilId: string,
  lock?: 'share' | 'update',
): Promise<{ council: SeatedCouncil; seat: Seat | undefined }> {
  const council = isId(councilId) ? await findCouncil(ctx.db, councilId, lock) : undefined
  const seat = council && seatOf(council.seats, ctx.actor.id)
  const reads =
    council && (seat || mayOversee(ctx.actor, council.unitPath) || mayAudit(ctx.actor, council.unitPath))
  if (!council || !reads) throw new Refusal('not_found', 'councils.council_unknown')
  return { council, seat }
}
