import type { Kysely } from 'kysely'
import type { FileStore } from '#platform/files/file-store.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { StoredFile } from '#platform/files/stored-file-store.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { findEvidence } from './evidence-store.ts'

/**
 * A page of a dossier's evidence with its bytes, also one that was taken out again: what was handed in before still names it.
 * Whether the reader may see the dossier is for the caller to decide.
 * @throws Refusal `not_found`
 */
export async function openEvidence(
  db: Kysely<DossierTables>,
  files: FileStore,
  { dossierId, evidenceId, page }: { dossierId: string; evidenceId: string; page?: number | undefined },
): Promise<StoredFile & { bytes: Uint8Array }> {
  const known = isId(dossierId) && isId(evidenceId)
  const evidence = known ? await findEvidence(db, { dossierId, evidenceId, page }) : undefined
  if (!evidence) throw new Refusal('not_found', 'dossiers.evidence_unknown')
  return openStoredFile(db, files, evidence.fileId)
}
