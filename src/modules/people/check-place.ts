import { findUnit, type Unit, type UnitTables } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { FindProducer } from './find-producer.ts'
import type { Role } from './holds.ts'
import { roleFits } from './role-places.ts'

/** A role, and where it is to count. */
export interface RoleInUnit {
  role: Role
  /** The code of a unit of today. */
  unitId: string
  /** Which producer an account acts for; for the role of a producer only. */
  producerId?: string | null
}

/**
 * The unit in which the role is to be held.
 * @throws Refusal `people.no_such_unit`, `people.role_elsewhere` when the role does not exist at that level,
 *   `people.no_such_producer` when there is none of that id in the unit, or none is named and it may not come later
 */
export async function checkPlace(
  ctx: Ctx<UnitTables>,
  { role, unitId, producerId = null }: RoleInUnit,
  findProducer: FindProducer,
  { mayComeLater = false }: { mayComeLater?: boolean } = {},
): Promise<Unit> {
  const unit = await findUnit(ctx.db, unitId)
  if (!unit || unit.validTo !== null) throw new Refusal('invalid', 'people.no_such_unit')
  if (!roleFits(role, unit.path)) throw new Refusal('invalid', 'people.role_elsewhere', { unit: unit.name })
  if (role !== 'producer') return unit
  if (producerId === null && mayComeLater) return unit
  const producer = producerId && isId(producerId) ? await findProducer(ctx.db, producerId) : undefined
  if (producer?.unitPath !== unit.path) throw new Refusal('invalid', 'people.no_such_producer')
  return unit
}
