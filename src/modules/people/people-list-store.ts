import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { holding } from '#platform/db/like.ts'
import type { Role } from './holds.ts'
import type { PeopleTables } from './people-tables.ts'

type Db = Kysely<PeopleTables>

export interface PeopleFilter {
  /** The units whose people may be seen: those who hold or held a role there. */
  places: readonly string[]
  /** Part of a name or of an e-mail address, with or without diacritics. */
  text: string
  /** The last person of the page before. */
  after: string | null
  limit: number
}

export interface ListedPerson {
  id: string
  name: string
  email: string
  twoFactorEnabled: boolean
  disabledAt: Date | null
}

/** People in Vietnamese order of their given names. */
export function listPeople(db: Db, { places, text, after, limit }: PeopleFilter): Promise<ListedPerson[]> {
  const wanted = holding(fold(text))
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'twoFactorEnabled', 'disabledAt'])
    .where((eb) => seenFrom(eb, places))
    .where('fold', 'like', wanted)
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(sort_key, id) > (select sort_key, id from person where id = ${after})`),
    )
    .orderBy('sortKey')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** How many people these places see: who may sign in, how many of them without a second factor, who no longer may. */
export async function countPeople(
  db: Db,
  places: readonly string[],
): Promise<{ active: number; twoFactorOff: number; disabled: number }> {
  const row = await db
    .selectFrom('person')
    .where((eb) => seenFrom(eb, places))
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('disabledAt', 'is', null).as('active'),
      eb.fn
        .countAll<number>()
        .filterWhere('disabledAt', 'is', null)
        .filterWhere('twoFactorEnabled', '=', false)
        .as('twoFactorOff'),
      eb.fn.countAll<number>().filterWhere('disabledAt', 'is not', null).as('disabled'),
    ])
    .executeTakeFirstOrThrow()
  return {
    active: Number(row.active),
    twoFactorOff: Number(row.twoFactorOff),
    disabled: Number(row.disabled),
  }
}

/** Whether somebody who sees these places sees this person. */
export async function isSeenFrom(db: Db, places: readonly string[], personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where((eb) => seenFrom(eb, places))
    .executeTakeFirst()
  return row !== undefined
}

export interface ListedRole {
  personId: string
  role: Role
  unitPath: string
}

/** The roles that these people hold on that day. */
export async function listRolesOf(db: Db, personIds: readonly string[], day: Day): Promise<ListedRole[]> {
  if (personIds.length === 0) return []
  return db
    .selectFrom('roleHolding')
    .select(['personId', 'role', 'unitPath'])
    .where('personId', 'in', personIds)
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .orderBy('grantedAt')
    .execute()
}

function seenFrom(
  eb: ExpressionBuilder<PeopleTables, 'person'>,
  places: readonly string[],
): Expression<SqlBool> {
  // The centre sees also those who never held anything.
  if (places.includes('vn')) return sql<SqlBool>`true`
  return eb.exists(
    eb
      .selectFrom('roleHolding')
      .select('roleHolding.id')
      .whereRef('roleHolding.personId', '=', 'person.id')
      .where((one) =>
        one.or(
          places.flatMap((place) => [
            one('roleHolding.unitPath', '=', place),
            one('roleHolding.unitPath', 'like', `${place}/%`),
          ]),
        ),
      ),
  )
}
