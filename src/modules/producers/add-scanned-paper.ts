import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type CheckedFile, checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { Refusal } from '#platform/refusal.ts'
import { addPaper, paperFaults, type TypedPaper } from './add-paper.ts'
import { getProducerToChange } from './get-producer.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

export interface ScannedPaper {
  producerId: string
  typed: TypedPaper
  /** Its pages in order; none for a paper whose scan comes later. */
  uploads: readonly Upload[]
}

/**
 * Adds a paper with its pages, all or nothing. They are looked into before the transaction, which takes time.
 * @throws Refusal as `addPaper`; what is wrong with a page is the fact `scan`, a refusal of `checkUpload`
 */
export async function addScannedPaper(
  ctx: Ctx<ProducerTables>,
  files: FileStore,
  { producerId, typed, uploads }: ScannedPaper,
): Promise<Paper> {
  await getProducerToChange(ctx, producerId)
  const checked = await checkPages(uploads, paperFaults(typed))
  return inTransaction(ctx, async (ctx) =>
    addPaper(ctx, { producerId, typed, fileIds: await keepPages(ctx, files, checked) }),
  )
}

/** @throws Refusal `invalid` with the faults of the form and, as the fact `scan`, of the first page that has one */
export async function checkPages(
  uploads: readonly Upload[],
  faults: Readonly<Record<string, string>>,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = []
  let scan: Refusal | null = null
  for (const upload of uploads) {
    try {
      checked.push(await checkUpload(upload))
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.kind !== 'invalid') throw thrown
      scan ??= thrown
    }
  }
  if (scan || Object.keys(faults).length > 0)
    throw new Refusal('invalid', 'producers.faulty', { faults, scan })
  return checked
}

/** Keeps checked files, and says their ids in the same order. */
export async function keepPages(
  ctx: Ctx<ProducerTables>,
  files: FileStore,
  checked: readonly CheckedFile[],
): Promise<string[]> {
  const ids: string[] = []
  for (const file of checked) ids.push((await keepFile(ctx, files, file)).id)
  return ids
}
