import type { Kysely } from 'kysely'
import type { Holding } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import type { Role } from './holds.ts'
import type { PeopleTables, RoleHoldingRow } from './people-tables.ts'

type Db = Kysely<PeopleTables>

/** The roles that a person holds on that day, in the order they were granted. */
export function listHoldings(db: Db, personId: string, day: Day): Promise<Holding[]> {
  return db
    .selectFrom('roleHolding')
    .select(['role', 'unitPath', 'producerId'])
    .where('personId', '=', personId)
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .orderBy('grantedAt')
    .orderBy('id')
    .execute()
}

/** Every role that a person ever held or will hold, newest first. */
export function listRoleHistory(db: Db, personId: string): Promise<RoleHoldingRow[]> {
  return db
    .selectFrom('roleHolding')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('validFrom', 'desc')
    .orderBy('grantedAt', 'desc')
    .execute()
}

/** A role holding, locked to the end of the transaction. */
export function findHoldingForUpdate(db: Db, id: string): Promise<RoleHoldingRow | undefined> {
  return db.selectFrom('roleHolding').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** False when the person holds this role there already: the unique key decides. */
export async function insertHolding(
  db: Db,
  holding: Omit<RoleHoldingRow, 'endedBy' | 'endedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('roleHolding')
    .values({ ...holding, endedBy: null, endedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends a holding on that day, unless it is over by then. */
export async function closeHolding(
  db: Db,
  { id, validTo, endedBy, now }: { id: string; validTo: Day; endedBy: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable('roleHolding')
    .set({ validTo, endedBy, endedAt: now })
    .where('id', '=', id)
    .execute()
}

/**
 * The administrators who reach a place and whose role has no end, locked to the end of the transaction, so that two
 * who end each other at once do not leave nobody. Disabled accounts do not count.
 */
export function listAdministratorsForUpdate(db: Db, unitPath: string, day: Day): Promise<{ id: string; personId: string }[]> {
  const above = unitPath.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))
  return db
    .selectFrom('roleHolding')
    .innerJoin('person', 'person.id', 'roleHolding.personId')
    .select(['roleHolding.id', 'roleHolding.personId'])
    .where('role', '=', 'administrator')
    .where('unitPath', 'in', above)
    .where('validFrom', '<=', day)
    .where('validTo', 'is', null)
    .where('person.disabledAt', 'is', null)
    .orderBy('roleHolding.id')
    .forUpdate()
    .execute()
}

export interface RoleHolder {
  id: string
  name: string
  unitPath: string
}

/**
 * The people who hold a role in a unit, or in a unit below it, on that day, in Vietnamese order: for choosing the
 * members of a council. Disabled accounts are left out.
 */
export function listPeopleWithRole(db: Db, role: Role, unitPath: string, day: Day): Promise<RoleHolder[]> {
  return db
    .selectFrom('roleHolding')
    .innerJoin('person', 'person.id', 'roleHolding.personId')
    .select(['person.id', 'person.name', 'roleHolding.unitPath'])
    .where('role', '=', role)
    .where((eb) => eb.or([eb('unitPath', '=', unitPath), eb('unitPath', 'like', `${unitPath}/%`)]))
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .where('person.disabledAt', 'is', null)
    .orderBy('person.sortKey')
    .orderBy('person.id')
    .execute()
}
