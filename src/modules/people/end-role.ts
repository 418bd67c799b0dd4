import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf, isDay } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { PeopleTables } from './people-tables.ts'
import { mayEnd } from './permissions.ts'
import { closeHolding, findHoldingForUpdate, listAdministrators, lockAdministrators } from './role-store.ts'

export interface EndOfRole {
  holdingId: string
  /** The first day on which the role no longer counts: today, at once, unless said. */
  on?: Day
}

/**
 * Ends a role that a person holds. An administrator of that unit, or of one above it, may; the last one may not end
 * himself, or nobody could ever grant a role there again.
 * @throws Refusal `people.no_such_role`, `people.may_not_end`, `people.role_over`, `people.last_administrator`,
 *   `people.days_wrong`
 */
export async function endRole(ctx: Ctx<PeopleTables>, { holdingId, on }: EndOfRole): Promise<void> {
  const day = on ?? dayOf(ctx.now)
  if (!isDay(day)) throw new Refusal('invalid', 'people.days_wrong')
  return inTransaction(ctx, async (ctx) => {
    await lockAdministrators(ctx.db)
    const holding = await findHoldingForUpdate(ctx.db, holdingId)
    if (!holding) throw new Refusal('not_found', 'people.no_such_role')
    if (!mayEnd(ctx.actor, holding.unitPath)) throw new Refusal('forbidden', 'people.may_not_end')
    if (holding.validTo !== null && holding.validTo <= dayOf(ctx.now))
      throw new Refusal('conflict', 'people.role_over')
    if (day < holding.validFrom) throw new Refusal('invalid', 'people.days_wrong')
    if (holding.role === 'administrator') await checkAnotherAdministrator(ctx, [holding])
    await closeHolding(ctx.db, { id: holdingId, validTo: day, endedBy: ctx.actor.id, now: ctx.now })
    const { personId, role, unitPath, producerId } = holding
    await record(ctx, 'role.ended', `person:${personId}`, { holdingId, role, unitPath, producerId, on: day })
  })
}

/**
 * Refuses to lose the last administrator who reaches a unit; the caller holds `lockAdministrators`.
 * @throws Refusal `people.last_administrator`
 */
export async function checkAnotherAdministrator(
  ctx: Ctx<PeopleTables>,
  lost: readonly { id: string; unitPath: string }[],
): Promise<void> {
  const ids = new Set(lost.map(({ id }) => id))
  for (const { unitPath } of lost) {
    const administrators = await listAdministrators(ctx.db, unitPath, dayOf(ctx.now))
    if (administrators.every(({ id }) => ids.has(id)))
      throw new Refusal('conflict', 'people.last_administrator')
  }
}
