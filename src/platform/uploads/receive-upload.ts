import { createHash } from 'node:crypto'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { checkUpload, type Upload } from '#platform/files/check-upload.ts'
import { mostBytesOfFile } from '#platform/files/file-limit.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { safeName } from '#platform/files/safe-name.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import {
  advance,
  bytesUnderWay,
  deleteUpload,
  findUpload,
  insertPart,
  insertUpload,
  listParts,
  lockOwner,
  type UploadRow,
  type UploadTables,
} from './upload-store.ts'

const megabyte = 1024 * 1024
/** How long a file may be on its way; the sweep leaves bytes alone that are younger than a day. */
const keptFor = 20 * 60 * 60 * 1000
/** The most that one person may have on the way. */
const mostUnderWay = 500 * megabyte

type UploadCtx = Ctx<UploadTables>

/**
 * Makes room for a file that will be sent piece by piece by the actor alone.
 * @throws Refusal `forbidden` for a visitor; `invalid` for a file that is empty or too large, or one too many
 */
export function startUpload(
  ctx: UploadCtx,
  { name, size }: { name: string; size: number },
): Promise<UploadRow> {
  const ownerId = ownerOf(ctx)
  const shown = safeName(name)
  if (size === 0) throw new Refusal('invalid', 'files.empty', { name: shown })
  if (size > mostBytesOfFile)
    throw new Refusal('invalid', 'files.too_large', { name: shown, megabytes: mostBytesOfFile / megabyte })
  return inTransaction(ctx, async ({ db, now }) => {
    await lockOwner(db, ownerId)
    if ((await bytesUnderWay(db, { ownerId, now })) + size > mostUnderWay)
      throw new Refusal('invalid', 'files.too_many_sent', { name: shown })
    const expiresAt = new Date(now.getTime() + keptFor)
    const upload = {
      ...{ id: newId(now.getTime()), ownerId, name: shown, size, received: 0 },
      ...{ startedAt: now, expiresAt },
    }
    await insertUpload(db, upload)
    return upload
  })
}

/** The actor's own upload. @throws Refusal `not_found` for anybody else's, or one that was given up */
export async function getUpload(ctx: UploadCtx, id: string): Promise<UploadRow> {
  const asked = { id, ownerId: ownerOf(ctx), now: ctx.now }
  const upload = isId(id) ? await findUpload(ctx.db, asked) : undefined
  if (!upload) throw new Refusal('not_found', 'files.upload_gone')
  return upload
}

/**
 * Takes the next piece in, and looks into the file when it is whole.
 * @throws Refusal `conflict` when the piece does not begin where what is here ends; `invalid` for more than was
 * announced, and, after which the upload is given up, for a file that cannot be kept
 */
export async function receivePart(
  ctx: UploadCtx,
  files: FileStore,
  { id, atOffset, bytes }: { id: string; atOffset: number; bytes: Uint8Array },
): Promise<UploadRow> {
  const upload = await getUpload(ctx, id)
  if (atOffset + bytes.length > upload.size) throw new Refusal('invalid', 'files.upload_longer')
  if (bytes.length === 0) return upload
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await files.put(sha256, bytes)
  await inTransaction(ctx, async ({ db }) => {
    const part = { uploadId: upload.id, atOffset, size: bytes.length, sha256 }
    if (!(await advance(db, part))) throw new Refusal('conflict', 'files.upload_offset')
    await insertPart(db, part)
  })
  const received = { ...upload, received: atOffset + bytes.length }
  if (received.received === received.size) await lookInto(ctx, files, received)
  return received
}

/** A file that is here whole, for the form that names it. @throws Refusal `invalid` when it is not, or no longer */
export async function readUpload(ctx: UploadCtx, files: FileStore, id: string): Promise<Upload> {
  const upload = isId(id) ? await findUpload(ctx.db, { id, ownerId: ownerOf(ctx), now: ctx.now }) : undefined
  const bytes = upload && upload.received === upload.size ? await assemble(ctx, files, upload) : null
  if (!upload || !bytes) throw new Refusal('invalid', 'files.upload_gone')
  return { name: upload.name, bytes }
}

/** Gives an upload up. */
export async function stopUpload(ctx: UploadCtx, id: string): Promise<void> {
  const upload = await getUpload(ctx, id)
  await deleteUpload(ctx.db, upload.id)
}

async function lookInto(ctx: UploadCtx, files: FileStore, upload: UploadRow): Promise<void> {
  try {
    await checkUpload(await readUpload(ctx, files, upload.id))
  } catch (thrown) {
    if (thrown instanceof Refusal) await deleteUpload(ctx.db, upload.id)
    throw thrown
  }
}

async function assemble(
  { db }: UploadCtx,
  files: FileStore,
  { id, size }: UploadRow,
): Promise<Uint8Array | null> {
  const whole = new Uint8Array(size)
  for (const { atOffset, sha256 } of await listParts(db, id)) {
    const bytes = await files.read(sha256)
    if (!bytes) return null
    whole.set(bytes, atOffset)
  }
  return whole
}

function ownerOf({ actor }: UploadCtx): string {
  if (actor.id === null) throw new Refusal('forbidden', 'platform.sign_in_first')
  return actor.id
}
