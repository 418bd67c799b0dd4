import type { UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import { checkPlace, type RoleInUnit } from './check-place.ts'
import { createPerson } from './create-person.ts'
import type { FindProducer } from './find-producer.ts'
import { insertRole } from './grant-role.ts'
import { hashPassword } from './password-hash.ts'
import type { PeopleTables } from './people-tables.ts'

export interface DemoPerson {
  name: string
  email: string
  /** Known to everybody, so it need not be a good one. */
  password: string
  roles: readonly (RoleInUnit & { validFrom?: Day; validTo?: Day | null })[]
}

/** Makes an account of the demonstration, with its roles. Only the filling of an empty demonstration calls it. */
export async function createDemoPerson(
  ctx: Ctx<PeopleTables & UnitTables>,
  { name, email, password, roles }: DemoPerson,
  findProducer: FindProducer,
): Promise<{ id: string }> {
  const passwordHash = await hashPassword(password)
  return inTransaction(ctx, async (ctx) => {
    const { id } = await createPerson(ctx, { name, email, passwordHash, isDemo: true })
    for (const role of roles) {
      const unit = await checkPlace(ctx, role, findProducer)
      await insertRole(ctx, { ...role, personId: id, unitPath: unit.path })
    }
    return { id }
  })
}
