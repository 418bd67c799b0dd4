import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { SeatedCouncil } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import { enterCouncil } from '../enter-council.ts'
import { mayPrepare, type Seat, seatOf } from '../positions.ts'

/** The council, locked, for whoever prepares it: its seats change one after another. */
export async function enterToPrepare(ctx: Ctx<CouncilTables>, councilId: string): Promise<SeatedCouncil> {
  const { council } = await enterCouncil(ctx, councilId, 'update')
  if (!mayPrepare(ctx.actor, council.unitPath)) throw new Refusal('forbidden', 'councils.not_the_office')
  return council
}

/** The same with the seat that the person holds today. */
export async function enterSeat(
  ctx: Ctx<CouncilTables>,
  { councilId, personId }: { councilId: string; personId: string },
): Promise<{ council: SeatedCouncil; seat: Seat }> {
  const council = await enterToPrepare(ctx, councilId)
  const seat = seatOf(council.seats, personId)
  if (!seat) throw new Refusal('conflict', 'councils.does_not_sit')
  return { council, seat }
}
