import type { Kysely } from 'kysely'
import type { DossierTables } from './dossier-store.ts'

export interface EvidenceRow {
  id: string
  dossierId: string
  criterion: string | null
  paperKind: string | null
  fileId: string
  title: string
  addedAt: Date
  removedAt: Date | null
}

export interface Evidence extends Omit<EvidenceRow, 'removedAt'> {
  sha256: string
  size: number
  contentType: string
  name: string
}

export async function insertEvidence(
  db: Kysely<DossierTables>,
  evidence: Omit<EvidenceRow, 'removedAt'>,
): Promise<void> {
  await db
    .insertInto('dossierEvidence')
    .values({ ...evidence, removedAt: null })
    .execute()
}

/** The evidence in the dossier now, with its files, in the order in which it was added. */
export function listEvidence(db: Kysely<DossierTables>, dossierId: string): Promise<Evidence[]> {
  return db
    .selectFrom('dossierEvidence as evidence')
    .innerJoin('storedFile as file', 'file.id', 'evidence.fileId')
    .select([
      'evidence.id',
      'evidence.dossierId',
      'evidence.criterion',
      'evidence.paperKind',
      'evidence.fileId',
      'evidence.title',
      'evidence.addedAt',
      'file.sha256',
      'file.size',
      'file.contentType',
      'file.name',
    ])
    .where('evidence.dossierId', '=', dossierId)
    .where('evidence.removedAt', 'is', null)
    .orderBy('evidence.addedAt')
    .orderBy('evidence.id')
    .execute()
}

export function findEvidence(
  db: Kysely<DossierTables>,
  { dossierId, evidenceId }: { dossierId: string; evidenceId: string },
): Promise<EvidenceRow | undefined> {
  return db
    .selectFrom('dossierEvidence')
    .selectAll()
    .where('id', '=', evidenceId)
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
}

/** False when it had been taken out already. The row stays: earlier snapshots name its file. */
export async function markRemoved(db: Kysely<DossierTables>, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dossierEvidence')
    .set({ removedAt: now })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
