import type { Kysely } from 'kysely'
import type { DossierTables } from './dossier-store.ts'

/** A page that a household signed at the counter, for one act: until that, it waits. */
export interface SignatureRow {
  id: string
  dossierId: string
  fileId: string
  keptBy: string | null
  keptAt: Date
  usedAt: Date | null
  usedFor: 'submission' | 'resubmission' | 'withdrawal' | 'replaced' | null
}

export type SignedAct = 'submission' | 'resubmission' | 'withdrawal'

export async function insertSignature(db: Kysely<DossierTables>, row: SignatureRow): Promise<void> {
  await db.insertInto('dossierSignature').values(row).execute()
}

/** The page that waits for its act, with the digest of its file. */
export function findWaitingSignature(
  db: Kysely<DossierTables>,
  dossierId: string,
): Promise<(SignatureRow & { sha256: string }) | undefined> {
  return db
    .selectFrom('dossierSignature')
    .innerJoin('storedFile', 'storedFile.id', 'dossierSignature.fileId')
    .selectAll('dossierSignature')
    .select('storedFile.sha256')
    .where('dossierId', '=', dossierId)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
}

/** Takes the waiting page of a dossier out of waiting. */
export async function useWaitingSignature(
  db: Kysely<DossierTables>,
  dossierId: string,
  { usedFor, usedAt }: { usedFor: NonNullable<SignatureRow['usedFor']>; usedAt: Date },
): Promise<void> {
  await db
    .updateTable('dossierSignature')
    .set({ usedFor, usedAt })
    .where('dossierId', '=', dossierId)
    .where('usedAt', 'is', null)
    .execute()
}

/** Every page that was signed, the last first. */
export function listSignatures(db: Kysely<DossierTables>, dossierId: string): Promise<SignatureRow[]> {
  return db
    .selectFrom('dossierSignature')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('keptAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
