import { type Kysely, sql } from 'kysely'
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

/** The role of a producer that a person holds there with no producer yet, locked: it is filled once. */
export function findOpenNewcomerForUpdate(
  db: Db,
  { personId, unitPath, day }: { personId: string; unitPath: string; day: Day },
): Promise<RoleHoldingRow | undefined> {
  return db
    .selectFrom('roleHolding')
    .selectAll()
    .where('personId', '=', personId)
    .where('role', '=', 'producer')
    .where('producerId', 'is', null)
    .where('unitPath', '=', unitPath)
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .forUpdate()
    .executeTakeFirst()
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
  await db.updateTable('roleHolding').set({ validTo, endedBy, endedAt: now }).where('id', '=', id).execute()
}

/** One change of who administers after another, so that two who end each other at once do not leave nobody. */
export async function lockAdministrators(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('people.administrators'))`.execute(db)
}

/** The administrators who reach a place and whose role has no end. Disabled accounts do not count. */
export function listAdministrators(db: Db, unitPath: string, day: Day): Promise<{ id: string }[]> {
  const above = unitPath.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))
  return administrators(db, day).where('unitPath', 'in', above).execute()
}

/** Whether anybody administers anything. */
export async function hasAdministrator(db: Db, day: Day): Promise<boolean> {
  return (await administrators(db, day).limit(1).executeTakeFirst()) !== undefined
}

function administrators(db: Db, day: Day) {
  return db
    .selectFrom('roleHolding')
    .innerJoin('person', 'person.id', 'roleHolding.personId')
    .select('roleHolding.id')
    .where('role', '=', 'administrator')
    .where('validFrom', '<=', day)
    .where('validTo', 'is', null)
    .where('person.disabledAt', 'is', null)
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

export interface DemoAccount {
  name: string
  email: string
  roles: Role[]
}

/** The accounts of the demonstration with what they hold, for its page of sign-in. */
export async function listDemoPeople(db: Db, day: Day): Promise<DemoAccount[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('roleHolding', 'roleHolding.personId', 'person.id')
    .select(['person.name', 'person.email', 'roleHolding.role'])
    .where('isDemo', '=', true)
    .where('disabledAt', 'is', null)
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .orderBy('person.createdAt')
    .orderBy('person.id')
    .limit(200)
    .execute()
  const accounts = new Map<string, DemoAccount>()
  for (const { name, email, role } of rows) {
    const account = accounts.get(email) ?? { name, email, roles: [] }
    if (!account.roles.includes(role)) account.roles.push(role)
    accounts.set(email, account)
  }
  return [...accounts.values()]
}
