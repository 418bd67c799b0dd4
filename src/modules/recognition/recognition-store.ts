import { type Kysely, sql } from 'kysely'
import type { RecognitionRow, RecognitionTables } from './recognition-tables.ts'

/** False when the dossier has led to a recognition already, or the import knows this one: the unique keys decide. */
export async function insertRecognition(
  db: Kysely<RecognitionTables>,
  recognition: RecognitionRow,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('recognition')
    .values(recognition)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Held to the end of the transaction: the recognitions of one product change one after the other. A lock by name,
 * because the product's own row belongs to another module.
 */
export async function lockProduct(db: Kysely<RecognitionTables>, productId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recognition:${productId}`}, 0))`.execute(db)
}

/** Makes the newest recognition of the product the one that it shows. The caller holds `lockProduct`. */
export async function showNewest(db: Kysely<RecognitionTables>, productId: string): Promise<void> {
  const ofProduct = db.updateTable('recognition').where('productId', '=', productId)
  await ofProduct.set({ isCurrent: false }).where('isCurrent', '=', true).execute()
  await ofProduct
    .set({ isCurrent: true })
    .where('id', '=', (query) =>
      query
        .selectFrom('recognition')
        .select('id')
        .where('productId', '=', productId)
        .orderBy('year', 'desc')
        .orderBy(sql`recognised_on desc nulls last`)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .execute()
}

/** The star stops counting the day before its revocation, or at its end if that came first. */
export async function endRecognition(
  db: Kysely<RecognitionTables>,
  id: string,
  lastDay: string,
): Promise<void> {
  await db
    .updateTable('recognition')
    .set({ inForceUntil: sql`least(in_force_until, ${lastDay}::date)` })
    .where('id', '=', id)
    .execute()
}

export function findRecognition(
  db: Kysely<RecognitionTables>,
  id: string,
): Promise<RecognitionRow | undefined> {
  return db.selectFrom('recognition').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How many recognitions came from the record of an earlier system. */
export async function countImported(db: Kysely<RecognitionTables>): Promise<number> {
  const query = db.selectFrom('recognition').select((eb) => eb.fn.countAll<number>().as('count'))
  const { count } = await query.where('source', '=', 'import').executeTakeFirstOrThrow()
  return Number(count)
}

/** How many results the centre wrote down of its own council. */
export async function countCentralResults(db: Kysely<RecognitionTables>): Promise<number> {
  const query = db.selectFrom('centralResult').select((eb) => eb.fn.countAll<number>().as('count'))
  return Number((await query.executeTakeFirstOrThrow()).count)
}
