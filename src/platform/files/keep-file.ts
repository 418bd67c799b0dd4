import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { type CheckedFile, checkUpload, type Upload } from './check-upload.ts'
import type { FileStore } from './file-store.ts'
import { type FileTables, holdOffSweeping, insertStoredFile, type StoredFile } from './stored-file-store.ts'

/**
 * Keeps a file: its bytes in the store, then its row in the transaction. When the transaction fails the bytes are left
 * behind for `sweepFiles`. An upload that `checkUpload` has passed already is not looked at again.
 * @throws Refusal `invalid` with `files.…`
 */
export async function keepFile<Tables extends FileTables>(
  ctx: Ctx<Tables>,
  files: FileStore,
  upload: Upload | CheckedFile,
): Promise<StoredFile> {
  const checked = 'sha256' in upload ? upload : await checkUpload(upload)
  return inTransaction(ctx, (ctx) => keepChecked(ctx as unknown as Ctx<FileTables>, files, checked))
}

async function keepChecked(
  ctx: Ctx<FileTables>,
  files: FileStore,
  checked: CheckedFile,
): Promise<StoredFile> {
  const { bytes, ...facts } = checked
  const id = newId(ctx.now.getTime())
  const file = { ...facts, id, size: bytes.length, keptAt: ctx.now, keptBy: ctx.actor.id }
  await holdOffSweeping(ctx.db)
  await files.put(checked.sha256, bytes)
  await insertStoredFile(ctx.db, file)
  return file
}
