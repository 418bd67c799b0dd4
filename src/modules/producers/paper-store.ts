import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

export function listPapers(db: Kysely<ProducerTables>, producerId: string): Promise<Paper[]> {
  return db
    .selectFrom('producerPaper')
    .selectAll()
    .where('producerId', '=', producerId)
    .orderBy('kind')
    .orderBy('addedAt')
    .execute()
}

export interface ExpiringPaper extends Paper {
  producerName: string
}

/** The papers of these producers that run out on the day or earlier, the first to run out at the head. */
export function listExpiringPapers(
  db: Kysely<ProducerTables>,
  { producerIds, until }: { producerIds: readonly string[]; until: Day },
): Promise<ExpiringPaper[]> {
  if (producerIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('producerPaper')
    .innerJoin('producer', 'producer.id', 'producerPaper.producerId')
    .selectAll('producerPaper')
    .select('producer.name as producerName')
    .where('producerId', 'in', producerIds)
    .where('validTo', '<=', until)
    .orderBy('validTo')
    .orderBy('producerPaper.id')
    .execute()
}

export function findPaper(db: Kysely<ProducerTables>, id: string): Promise<Paper | undefined> {
  return db.selectFrom('producerPaper').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The paper that this file is the scan of. */
export function findPaperOfFile(db: Kysely<ProducerTables>, fileId: string): Promise<Paper | undefined> {
  return db.selectFrom('producerPaper').selectAll().where('fileId', '=', fileId).executeTakeFirst()
}

export async function insertPaper(db: Kysely<ProducerTables>, paper: Paper): Promise<void> {
  await db.insertInto('producerPaper').values(paper).execute()
}

/** The paper that was removed, or undefined when somebody removed it before. */
export function deletePaper(db: Kysely<ProducerTables>, id: string): Promise<Paper | undefined> {
  return db.deleteFrom('producerPaper').where('id', '=', id).returningAll().executeTakeFirst()
}
