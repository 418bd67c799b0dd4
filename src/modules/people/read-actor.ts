import type { Kysely } from 'kysely'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import type { PeopleTables } from './people-tables.ts'
import { findPerson } from './person-store.ts'
import { listHoldings } from './role-store.ts'

/** The person as an actor, with the roles valid on that day; nobody when there is no such account or it is disabled. */
export async function readActor(db: Kysely<PeopleTables>, personId: string, day: Day): Promise<Actor> {
  const person = await findPerson(db, personId)
  if (!person || person.disabledAt) return nobody
  return { id: person.id, name: person.name, holdings: await listHoldings(db, personId, day) }
}
