import { producerIdsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { ownConsultant } from './get-consultant.ts'
import { otherSide, type Side } from './mandate-parts.ts'
import { listMandates, type PlacedMandate } from './mandate-store.ts'

/** A proposed mandate, and the side for which the actor may sign it. */
export interface WaitingMandate {
  side: Side
  mandate: PlacedMandate
}

/** The mandates that wait for the actor's signature, for a producer or for a registered consultant. */
export async function waitingMandates(
  ctx: Pick<Ctx<ConsultantTables>, 'db' | 'actor'>,
): Promise<WaitingMandate[]> {
  const own = await ownConsultant(ctx)
  const reaches = [
    { side: 'producer', producerIds: producerIdsOf(ctx.actor) },
    ...(own?.state === 'active' ? [{ side: 'consultant', consultantId: own.id } as const] : []),
  ] as const
  const lists = await Promise.all(
    reaches.map(async ({ side, ...reach }) => {
      const mandates = await listMandates(ctx.db, { ...reach, proposedBy: otherSide(side) })
      return mandates.map((mandate) => ({ side, mandate }))
    }),
  )
  return lists.flat()
}
