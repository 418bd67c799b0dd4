import type { Kysely } from 'kysely'
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
