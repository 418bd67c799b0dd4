import type { Kysely } from 'kysely'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { FileStore } from './file-store.ts'
import { type FileTables, findStoredFile, type StoredFile } from './stored-file-store.ts'

/**
 * A kept file with its bytes. Whether the reader may see it is for the caller to decide, by what the file belongs to.
 * @throws Refusal `not_found` `files.unknown`; Error when the row has lost its bytes
 */
export async function openStoredFile(
  db: Kysely<FileTables>,
  files: FileStore,
  id: string,
): Promise<StoredFile & { bytes: Uint8Array }> {
  const file = isId(id) ? await findStoredFile(db, id) : undefined
  if (!file) throw new Refusal('not_found', 'files.unknown')
  const bytes = await files.read(file.sha256)
  if (!bytes) throw new Error(`the bytes of file ${id} (${file.sha256}) are gone`)
  return { ...file, bytes }
}
