import { type Kysely, sql } from 'kysely'
import type { DossierTables } from './dossier-store.ts'
import type { SnapshotContent } from './snapshot.ts'

export interface SnapshotRow {
  id: string
  dossierId: string
  number: number
  content: string
  digest: string
  takenAt: Date
}

export interface Snapshot extends Omit<SnapshotRow, 'content'> {
  content: SnapshotContent
}

/** Keeps a snapshot under the next number of its dossier, and says which that is. */
export async function insertSnapshot(
  db: Kysely<DossierTables>,
  { content, ...snapshot }: Omit<Snapshot, 'number'>,
): Promise<number> {
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from dossier_snapshot
    where dossier_id = ${snapshot.dossierId})`
  const { number } = await db
    .insertInto('dossierSnapshot')
    .values({ ...snapshot, number: next, content: JSON.stringify(content) })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

/** What was handed in, each time; the last first. */
export async function listSnapshots(db: Kysely<DossierTables>, dossierId: string): Promise<Snapshot[]> {
  const rows = await db
    .selectFrom('dossierSnapshot')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('number', 'desc')
    .execute()
  return rows as unknown as Snapshot[]
}
