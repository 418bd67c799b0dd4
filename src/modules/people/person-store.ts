import type { Kysely } from 'kysely'
import { fold, sortKey } from '#platform/db/fold.ts'
import type { PeopleTables, PersonRow } from './people-tables.ts'

type Db = Kysely<PeopleTables>

export function findPerson(db: Db, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('person').select(personColumns).where('id', '=', id).executeTakeFirst()
}

export function findPersonByEmail(db: Db, email: string): Promise<PersonRow | undefined> {
  return db.selectFrom('person').select(personColumns).where('email', '=', email).executeTakeFirst()
}

/** The person, locked to the end of the transaction. */
export function findPersonForUpdate(db: Db, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('person').select(personColumns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export interface NewPerson {
  id: string
  name: string
  email: string
  locale: 'vi' | 'en'
  isDemo: boolean
  now: Date
}

/** False when somebody already has this e-mail address: the unique key decides, not a look beforehand. */
export async function insertPerson(db: Db, { now, ...person }: NewPerson): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person')
    .values({
      ...person,
      ...searchable(person),
      // Every way to an account goes through a letter to its address or through somebody who runs the installation.
      emailVerified: true,
      twoFactorEnabled: false,
      disabledAt: null,
      createdAt: now,
      updatedAt: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updateProfile(
  db: Db,
  { id, email, name, locale, now }: Omit<NewPerson, 'isDemo'>,
): Promise<void> {
  const change = { name, locale, ...searchable({ name, email }), updatedAt: now }
  await db.updateTable('person').set(change).where('id', '=', id).execute()
}

/** Disables an account or opens it again; false when it is so already. */
export async function setDisabledAt(
  db: Db,
  { id, disabledAt, now }: { id: string; disabledAt: Date | null; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({ disabledAt, updatedAt: now })
    .where('id', '=', id)
    .where('disabledAt', disabledAt ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The names of people by their ids; an id that nobody has is left out. */
export async function namesOf(db: Db, ids: Iterable<string | null>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const personColumns = [
  'id',
  'name',
  'email',
  'emailVerified',
  'locale',
  'twoFactorEnabled',
  'fold',
  'sortKey',
  'isDemo',
  'disabledAt',
  'createdAt',
  'updatedAt',
] as const

/** Vietnamese sort by the given name, the last word: Lò Thị Mai stands under M. */
function searchable({ name, email }: { name: string; email: string }) {
  const words = name.trim().split(/\s+/)
  return {
    fold: fold(`${name} ${email}`),
    sortKey: sortKey([words.at(-1), ...words.slice(0, -1)].join(' ')),
  }
}
