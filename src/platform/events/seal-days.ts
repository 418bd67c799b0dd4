import { type Kysely, sql } from 'kysely'
import { addDays, type Day, dayOf } from '#platform/dates.ts'
import { digestOf } from './digest.ts'
import type { EventTables } from './event-store.ts'

export interface SealTables extends EventTables {
  eventSeal: { day: string; count: number; digest: string; previous: string; sealedAt: Date }
}

/** What the first seal is chained to. */
const FIRST = '0'.repeat(64)

/**
 * Seals every day before today that has events and no seal, oldest first: a digest over that day's event digests and
 * the seal before it. A changed or missing event no longer fits its seal, and a day sealed anew breaks the next one.
 */
export async function sealDays(db: Kysely<SealTables>, now: Date): Promise<Day[]> {
  const last = await db.selectFrom('eventSeal').selectAll().orderBy('day', 'desc').limit(1).executeTakeFirst()
  const today = dayOf(now)
  const sealed: Day[] = []
  let previous = last?.digest ?? FIRST
  for (const day of await daysWithEvents(db, last ? addDays(last.day, 1) : '1900-01-01', today)) {
    const digests = await digestsOf(db, day)
    const digest = digestOf({ day, digests, previous })
    await db
      .insertInto('eventSeal')
      .values({ day, count: digests.length, digest, previous, sealedAt: now })
      .execute()
    previous = digest
    sealed.push(day)
  }
  return sealed
}

/** The last day that is sealed, with the number of its events; undefined before the first seal. */
export function lastSeal(db: Kysely<SealTables>): Promise<{ day: Day; count: number } | undefined> {
  return db
    .selectFrom('eventSeal')
    .select(['day', 'count'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** How many events this day has, and how many days are sealed. */
export async function countEvents(
  db: Kysely<SealTables>,
  day: Day,
): Promise<{ today: number; sealedDays: number }> {
  const events = await db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(dayOfEvent, '=', day)
    .executeTakeFirstOrThrow()
  return { today: Number(events.count), sealedDays: await countSeals(db) }
}

/** How many days are sealed. */
export async function countSeals(db: Kysely<SealTables>): Promise<number> {
  const { count } = await db
    .selectFrom('eventSeal')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The days whose seal does not fit their events, or whose chain is broken; none when nothing was touched. */
export async function brokenSeals(db: Kysely<SealTables>): Promise<Day[]> {
  const seals = await db.selectFrom('eventSeal').selectAll().orderBy('day').execute()
  const broken: Day[] = []
  let previous = FIRST
  for (const seal of seals) {
    const digests = await digestsOf(db, seal.day)
    const fits = seal.previous === previous && seal.digest === digestOf({ day: seal.day, digests, previous })
    if (!fits) broken.push(seal.day)
    previous = seal.digest
  }
  return broken
}

const dayOfEvent = sql<string>`(at at time zone 'Asia/Ho_Chi_Minh')::date`

async function daysWithEvents(db: Kysely<SealTables>, from: Day, before: Day): Promise<Day[]> {
  const rows = await db
    .selectFrom('event')
    .select(dayOfEvent.as('day'))
    .distinct()
    .where(dayOfEvent, '>=', from)
    .where(dayOfEvent, '<', before)
    .orderBy('day')
    .execute()
  return rows.map(({ day }) => day)
}

async function digestsOf(db: Kysely<SealTables>, day: Day): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select('digest')
    .where(dayOfEvent, '=', day)
    .orderBy('seq')
    .execute()
  return rows.map(({ digest }) => digest)
}
