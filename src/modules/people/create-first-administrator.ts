import { findUnit, type UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { createPerson } from './create-person.ts'
import { emailAddress } from './email-address.ts'
import { insertRole } from './grant-role.ts'
import { passwordFault } from './password-faults.ts'
import { hashPassword } from './password-hash.ts'
import type { PeopleTables } from './people-tables.ts'
import { hasAdministrator, lockAdministrators } from './role-store.ts'

export interface FirstAdministrator {
  name: string
  email: string
  password: string
  /** The unit that the installation serves: a province, or `vn`. */
  unitId: string
}

/**
 * Makes the account that invites all others, on an installation that nobody administers yet. For the command that
 * docs/operating.md describes, never behind an address.
 * @throws Refusal `people.has_administrator`, `people.no_such_unit`, `people.password_<fault>`, and those of `createPerson`
 */
export async function createFirstAdministrator(
  ctx: Ctx<PeopleTables & UnitTables>,
  { name, email, password, unitId }: FirstAdministrator,
): Promise<{ id: string }> {
  const fault = passwordFault(password, { name, email: emailAddress(email) })
  if (fault) throw new Refusal('invalid', `people.password_${fault}`)
  const passwordHash = await hashPassword(password)
  return inTransaction(ctx, async (ctx) => {
    await lockAdministrators(ctx.db)
    if (await hasAdministrator(ctx.db, dayOf(ctx.now)))
      throw new Refusal('conflict', 'people.has_administrator')
    const unit = await findUnit(ctx.db, unitId)
    if (!unit || unit.validTo !== null) throw new Refusal('invalid', 'people.no_such_unit')
    const { id } = await createPerson(ctx, { name, email, passwordHash })
    await insertRole(ctx, { personId: id, role: 'administrator', unitId, unitPath: unit.path })
    return { id }
  })
}
