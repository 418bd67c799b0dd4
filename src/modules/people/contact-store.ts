import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { Role } from './holds.ts'
import type { PeopleTables } from './people-tables.ts'

type Db = Kysely<PeopleTables>

/** How a person is reached. */
export interface Contact {
  id: string
  name: string
  email: string
  locale: 'vi' | 'en'
  /** Whether they work for the programme that day, beside or instead of acting for a producer. */
  works: boolean
}

/** Those of these people whose accounts are open, as they stand that day. */
export async function listContacts(db: Db, ids: readonly string[], day: Day): Promise<Contact[]> {
  if (ids.length === 0) return []
  const wanted = [...new Set(ids)]
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'locale'])
    .where('id', 'in', wanted)
    .where('disabledAt', 'is', null)
    .orderBy('id')
    .execute()
  const working = await holdersOn(db, day)
    .where('personId', 'in', wanted)
    .where('role', '<>', 'producer')
    .execute()
  const works = new Set(idsOf(working))
  return people.map((person) => ({ ...person, works: works.has(person.id) }))
}

/** The people who hold a role in just this unit on that day, not in one below it. */
export async function listHolders(
  db: Db,
  { role, unitPath, day }: { role: Role; unitPath: string; day: Day },
): Promise<string[]> {
  return idsOf(await holdersOn(db, day).where('role', '=', role).where('unitPath', '=', unitPath).execute())
}

/** The people who act for a producer on that day. */
export async function listPeopleOfProducer(db: Db, producerId: string, day: Day): Promise<string[]> {
  return idsOf(
    await holdersOn(db, day).where('role', '=', 'producer').where('producerId', '=', producerId).execute(),
  )
}

/** What ties a person to producers. */
export interface PersonTies {
  id: string
  name: string
  email: string
  /** Those for which they act, or acted on `since` or later. */
  producerIds: string[]
}

/** The people, each with the producers for which they act or acted on `since` or later. */
export async function listPersonTies(db: Db, ids: readonly string[], since: Day): Promise<PersonTies[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .leftJoin('roleHolding', (join) =>
      join
        .onRef('roleHolding.personId', '=', 'person.id')
        .on('roleHolding.role', '=', 'producer')
        .on((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', since)])),
    )
    .select(['person.id', 'person.name', 'person.email', 'roleHolding.producerId'])
    .where('person.id', 'in', [...new Set(ids)])
    .execute()
  const people = new Map<string, PersonTies>()
  for (const { id, name, email, producerId } of rows) {
    const person = people.get(id) ?? { id, name, email, producerIds: [] }
    if (producerId) person.producerIds.push(producerId)
    people.set(id, person)
  }
  return [...people.values()]
}

function holdersOn(db: Db, day: Day) {
  return db
    .selectFrom('roleHolding')
    .select('personId')
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
}

function idsOf(rows: readonly { personId: string }[]): string[] {
  return [...new Set(rows.map(({ personId }) => personId))]
}
