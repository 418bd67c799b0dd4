import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type CheckedFile, checkUpload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import type { FileTables } from '#platform/files/stored-file-store.ts'
import { Refusal } from '#platform/refusal.ts'
import { addPaper, paperFaults, type TypedPaper } from './add-paper.ts'
import { getProducerToChange } from './get-producer.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

export interface ScannedPaper {
  producerId: string
  typed: TypedPaper
  upload: { name: string; bytes: Uint8Array } | null
}

/**
 * Adds a paper with its scan, both or neither. The scan is looked into before the transaction, which takes time.
 * @throws Refusal as `addPaper`; what is wrong with the scan is the fact `scan`, a refusal of `checkUpload`
 */
export async function addScannedPaper(
  ctx: Ctx<ProducerTables & FileTables>,
  files: FileStore,
  { producerId, typed, upload }: ScannedPaper,
): Promise<Paper> {
  await getProducerToChange(ctx, producerId)
  const faults = paperFaults(typed)
  const { file, scan } = await checkScan(upload)
  if (scan || Object.keys(faults).length > 0)
    throw new Refusal('invalid', 'producers.faulty', { faults, scan })
  return inTransaction(ctx, async (ctx) => {
    const fileId = file ? (await keepFile(ctx, files, file)).id : null
    return addPaper(ctx as unknown as Ctx<ProducerTables>, { producerId, typed, fileId })
  })
}

async function checkScan(
  upload: ScannedPaper['upload'],
): Promise<{ file: CheckedFile | null; scan: Refusal | null }> {
  if (!upload) return { file: null, scan: null }
  try {
    return { file: await checkUpload(upload), scan: null }
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'invalid') return { file: null, scan: thrown }
    throw thrown
  }
}
