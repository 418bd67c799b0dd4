import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { insertRole } from './grant-role.ts'
import type { PeopleTables } from './people-tables.ts'
import { unitIdOf } from './role-places.ts'
import { closeHolding, findOpenNewcomerForUpdate } from './role-store.ts'

/**
 * Makes the person who has just registered their own producer act for it: the role that they held in the commune with no
 * producer ends, the same role for this one begins. For the operation that registers, which says who may.
 * @throws Refusal `people.acts_already` when the role was used for another producer in the meantime
 */
export function takeProducer<Tables extends PeopleTables>(
  ctx: Ctx<Tables>,
  { producerId, unitPath }: { producerId: string; unitPath: string },
): Promise<void> {
  return inTransaction(ctx as unknown as Ctx<PeopleTables>, async (ctx) => {
    const { id: personId } = ctx.actor
    const day = dayOf(ctx.now)
    const held = personId ? await findOpenNewcomerForUpdate(ctx.db, { personId, unitPath, day }) : undefined
    if (!personId || !held) throw new Refusal('conflict', 'people.acts_already')
    await closeHolding(ctx.db, { id: held.id, validTo: day, endedBy: personId, now: ctx.now })
    const ended = { holdingId: held.id, role: 'producer', unitPath, producerId: null, on: day }
    await record(ctx, 'role.ended', `person:${personId}`, ended)
    const role = { role: 'producer', unitId: unitIdOf(unitPath), unitPath, producerId } as const
    await insertRole(ctx, { personId, ...role, validTo: held.validTo, grantedBy: held.grantedBy })
  })
}
