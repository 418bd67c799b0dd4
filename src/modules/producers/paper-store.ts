import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { Paper, PaperPageRow, ProducerTables } from './producer-store.ts'

/** A page of a paper with its file. */
export interface PaperPage extends PaperPageRow {
  sha256: string
  size: number
  contentType: string
  name: string
}

export interface PaperWithPages extends Paper {
  pages: PaperPage[]
}

/** The papers of a producer by their kind, also those that were replaced, each with its pages. */
export async function listPapers(db: Kysely<ProducerTables>, producerId: string): Promise<PaperWithPages[]> {
  const papers = await db
    .selectFrom('producerPaper')
    .selectAll()
    .where('producerId', '=', producerId)
    .orderBy('kind')
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return withPages(db, papers)
}

/** The papers with their pages in order. */
export async function withPages<One extends { id: string }>(
  db: Kysely<ProducerTables>,
  papers: readonly One[],
): Promise<(One & { pages: PaperPage[] })[]> {
  const pages = await listPaperPages(
    db,
    papers.map(({ id }) => id),
  )
  return papers.map((paper) => ({ ...paper, pages: pages.filter(({ paperId }) => paperId === paper.id) }))
}

export function listPaperPages(
  db: Kysely<ProducerTables>,
  paperIds: readonly string[],
): Promise<PaperPage[]> {
  if (paperIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('producerPaperPage as page')
    .innerJoin('storedFile as file', 'file.id', 'page.fileId')
    .select(['page.paperId', 'page.position', 'page.fileId'])
    .select(['file.sha256', 'file.size', 'file.contentType', 'file.name'])
    .where('page.paperId', 'in', [...new Set(paperIds)])
    .orderBy('page.paperId')
    .orderBy('page.position')
    .execute()
}

export interface ExpiringPaper extends Paper {
  producerName: string
}

/** The papers of these producers that run out on the day or earlier and were not replaced, the first at the head. */
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
    .where('replacedById', 'is', null)
    .orderBy('validTo')
    .orderBy('producerPaper.id')
    .execute()
}

export function findPaper(db: Kysely<ProducerTables>, id: string): Promise<Paper | undefined> {
  return db.selectFrom('producerPaper').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The paper, locked to the end of the transaction. */
export function findPaperForUpdate(db: Kysely<ProducerTables>, id: string): Promise<Paper | undefined> {
  return db.selectFrom('producerPaper').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The paper that this file is a page of. */
export function findPaperOfFile(db: Kysely<ProducerTables>, fileId: string): Promise<Paper | undefined> {
  return db
    .selectFrom('producerPaper')
    .innerJoin('producerPaperPage as page', 'page.paperId', 'producerPaper.id')
    .selectAll('producerPaper')
    .where('page.fileId', '=', fileId)
    .executeTakeFirst()
}

/** A paper of the producer whose pages are these files in this order, byte for byte, and that was not replaced. */
export function findPaperOfContent(
  db: Kysely<ProducerTables>,
  { producerId, sha256 }: { producerId: string; sha256: readonly string[] },
): Promise<Paper | undefined> {
  return db
    .selectFrom('producerPaper')
    .selectAll('producerPaper')
    .where('producerPaper.producerId', '=', producerId)
    .where('producerPaper.replacedById', 'is', null)
    .where(
      ({ selectFrom }) =>
        selectFrom('producerPaperPage as page')
          .innerJoin('storedFile as file', 'file.id', 'page.fileId')
          .whereRef('page.paperId', '=', 'producerPaper.id')
          .select(sql<string>`string_agg(file.sha256, ' ' order by page.position)`.as('content')),
      '=',
      sha256.join(' '),
    )
    .orderBy('producerPaper.addedAt')
    .executeTakeFirst()
}

export async function insertPaper(
  db: Kysely<ProducerTables>,
  paper: Paper,
  fileIds: readonly string[],
): Promise<void> {
  await db.insertInto('producerPaper').values(paper).execute()
  await appendPages(db, paper.id, fileIds)
}

/** Puts files behind the pages that there are. The caller holds the paper's lock. */
export async function appendPages(
  db: Kysely<ProducerTables>,
  paperId: string,
  fileIds: readonly string[],
): Promise<void> {
  const last = sql<number>`(select coalesce(max(position), 0) from producer_paper_page where paper_id = ${paperId})`
  const { from } = await db.selectNoFrom(last.as('from')).executeTakeFirstOrThrow()
  if (fileIds.length === 0) return
  const pages = fileIds.map((fileId, place) => ({ paperId, fileId, position: from + place + 1 }))
  await db.insertInto('producerPaperPage').values(pages).execute()
}

export async function updatePaper(
  db: Kysely<ProducerTables>,
  id: string,
  change: Partial<Omit<Paper, 'id' | 'producerId'>>,
): Promise<void> {
  await db.updateTable('producerPaper').set(change).where('id', '=', id).execute()
}

/** False when another newer issue took its place before. */
export async function markReplaced(
  db: Kysely<ProducerTables>,
  { id, byId }: { id: string; byId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('producerPaper')
    .set({ replacedById: byId })
    .where('id', '=', id)
    .where('replacedById', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * `removed` with the paper; `gone` when somebody removed it before; `cited` when something leans on it, after which the
 * transaction is lost.
 */
export async function deletePaper(
  db: Kysely<ProducerTables>,
  id: string,
): Promise<{ is: 'removed'; paper: Paper } | { is: 'gone' | 'cited' }> {
  try {
    const paper = await db.deleteFrom('producerPaper').where('id', '=', id).returningAll().executeTakeFirst()
    return paper ? { is: 'removed', paper } : { is: 'gone' }
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === '23503') return { is: 'cited' }
    throw thrown
  }
}
