import type { Kysely } from 'kysely'
import type { NoticeTables, PushSubscriptionRow } from './notice-tables.ts'

type Db = Kysely<NoticeTables>

/** A browser belongs to whoever subscribed with it last. */
export async function putSubscription(db: Db, subscription: PushSubscriptionRow): Promise<void> {
  const { id: _, ...change } = subscription
  await db
    .insertInto('pushSubscription')
    .values(subscription)
    .onConflict((conflict) => conflict.column('endpoint').doUpdateSet(change))
    .execute()
}

export function listSubscriptions(db: Db, personIds: readonly string[]): Promise<PushSubscriptionRow[]> {
  if (personIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('pushSubscription')
    .selectAll()
    .where('personId', 'in', personIds)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
}

export function findSubscription(db: Db, id: string): Promise<PushSubscriptionRow | undefined> {
  return db.selectFrom('pushSubscription').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Takes a browser off: of this person by its id or address, or, without a person, one that the push service gave up. */
export async function deleteSubscription(
  db: Db,
  which: { id: string; personId?: string } | { endpoint: string; personId: string },
): Promise<void> {
  await db
    .deleteFrom('pushSubscription')
    .$if('id' in which, (query) => query.where('id', '=', 'id' in which ? which.id : ''))
    .$if('endpoint' in which, (query) =>
      query.where('endpoint', '=', 'endpoint' in which ? which.endpoint : ''),
    )
    .$if(which.personId !== undefined, (query) => query.where('personId', '=', which.personId ?? ''))
    .execute()
}
