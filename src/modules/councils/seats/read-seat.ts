import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { SeatedCouncil } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import { enterCouncil } from '../enter-council.ts'
import { mayPrepare, type Seat, seatOf } from '../positions.ts'
import { type Candidate, listCandidates } from '../read-council.ts'
import { type Change, changes } from './typed-change.ts'

export interface SeatReading {
  council: SeatedCouncil
  seat: Seat & { name: string }
  /** What may become of the seat as it is. */
  possible: Change[]
  candidates: Candidate[]
}

/** A seat that may be changed by decision, for whoever prepares the council. */
export async function readSeat(
  ctx: Ctx<CouncilTables>,
  { councilId, personId }: { councilId: string; personId: string },
): Promise<SeatReading> {
  const { council } = await enterCouncil(ctx, councilId)
  if (!mayPrepare(ctx.actor, council.unitPath)) throw new Refusal('forbidden', 'councils.not_the_office')
  const seat = seatOf(council.seats, personId)
  if (!seat) throw new Refusal('not_found', 'councils.council_unknown')
  const sitting = new Set(council.seats.filter(({ leftOn }) => leftOn === null).map((one) => one.personId))
  const candidates = await listCandidates(ctx, council.unitPath)
  const name = (await namesOf(ctx.db, [personId])).get(personId) ?? personId
  return {
    council,
    seat: { ...seat, name },
    possible: changes.filter((change) => mayBecome(seat, change)),
    candidates: candidates.filter(({ id }) => !sitting.has(id)),
  }
}

function mayBecome({ position, scores }: Seat, change: Change): boolean {
  if (change === 'delegate') return scores && (position === 'member' || position === 'vice_chair')
  return change !== 'end_delegation' || position === 'delegated_chair'
}
