import type { UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf, isDay } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { checkPlace, type RoleInUnit } from './check-place.ts'
import type { FindProducer } from './find-producer.ts'
import type { PeopleTables } from './people-tables.ts'
import { mayGrant } from './permissions.ts'
import { findPersonForUpdate } from './person-store.ts'
import { insertHolding } from './role-store.ts'

export interface Grant extends RoleInUnit {
  personId: string
  /** From today unless said. */
  validFrom?: Day
  /** The first day on which the role no longer counts; open unless said. */
  validTo?: Day | null
}

/**
 * Gives a person a role in a unit. An administrator of that unit, or of one above it, may.
 * @throws Refusal `people.may_not_grant`, `people.no_such_person`, `people.holds_already`, `people.days_wrong`, and
 *   those of `checkPlace`
 */
export function grantRole(
  ctx: Ctx<PeopleTables & UnitTables>,
  grant: Grant,
  findProducer: FindProducer,
): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    const unit = await checkPlace(ctx, grant, findProducer)
    if (!mayGrant(ctx.actor, { role: grant.role, unitPath: unit.path }))
      throw new Refusal('forbidden', 'people.may_not_grant', { unit: unit.name })
    const person = await findPersonForUpdate(ctx.db, grant.personId)
    if (!person || person.disabledAt) throw new Refusal('not_found', 'people.no_such_person')
    return insertRole(ctx, { ...grant, unitPath: unit.path })
  })
}

/**
 * Writes a role holding down, for operations that have checked who may.
 * @throws Refusal `people.holds_already`, `people.days_wrong`
 */
export async function insertRole(
  ctx: Ctx<PeopleTables>,
  grant: Grant & { unitPath: string; grantedBy?: string | null },
): Promise<{ id: string }> {
  const { personId, role, unitId, unitPath, producerId = null, validTo = null } = grant
  const validFrom = grant.validFrom ?? dayOf(ctx.now)
  if (!isDay(validFrom) || (validTo !== null && (!isDay(validTo) || validTo <= validFrom)))
    throw new Refusal('invalid', 'people.days_wrong')
  const { grantedBy = ctx.actor.id } = grant
  const holding = { personId, role, unitId, unitPath, producerId, validFrom, validTo, grantedBy }
  const id = newId(ctx.now.getTime())
  const inserted = await insertHolding(ctx.db, { id, ...holding, grantedAt: ctx.now })
  if (!inserted) throw new Refusal('conflict', 'people.holds_already')
  await record(ctx, 'role.granted', `person:${personId}`, { holdingId: id, ...holding })
  return { id }
}
