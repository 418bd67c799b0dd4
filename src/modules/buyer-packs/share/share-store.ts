import { type Kysely, sql } from 'kysely'
import type { BuyerPackShareRow, BuyerPackTables } from '../buyer-pack-tables.ts'
import { newShareCode } from './share-code.ts'

type Db = Kysely<BuyerPackTables>

export function findShareByCode(db: Db, code: string): Promise<BuyerPackShareRow | undefined> {
  return db.selectFrom('buyerPackShare').selectAll().where('code', '=', code).executeTakeFirst()
}

/** The links of these packs, the newest first. */
export function listShares(db: Db, packIds: readonly string[]): Promise<BuyerPackShareRow[]> {
  if (packIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('buyerPackShare')
    .selectAll()
    .where('packId', 'in', packIds)
    .orderBy('id', 'desc')
    .execute()
}

/**
 * Stores the link under a code that nobody has: the unique key says whether one is free, and the next is tried when it
 * is not. The caller holds the pack's lock and has ended the link before.
 */
export async function insertShare(db: Db, share: Omit<BuyerPackShareRow, 'code'>): Promise<string> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const code = newShareCode()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('buyerPackShare')
      .values({ ...share, code })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) return code
  }
  throw new Error('eight random codes in a row were taken')
}

/** Ends what was not ended of the pack's links; says which. */
export async function endShares(db: Db, packId: string, at: Date): Promise<string[]> {
  const rows = await db
    .updateTable('buyerPackShare')
    .set({ endedAt: at })
    .where('packId', '=', packId)
    .where('endedAt', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** One time more; also of two at once none is lost. */
export async function countOpening(db: Db, id: string, at: Date): Promise<void> {
  await db
    .updateTable('buyerPackShare')
    .set({ opened: sql<number>`opened + 1`, lastOpenedAt: at })
    .where('id', '=', id)
    .execute()
}
