import type { Kysely } from 'kysely'
import type { FileStore, StoredBytes } from './file-store.ts'
import { type FileTables, listKeptAddresses, waitToSweep } from './stored-file-store.ts'

const day = 24 * 60 * 60 * 1000
const batchSize = 100

/**
 * Removes stored bytes that no row points to: what a rolled-back transaction left behind. Bytes younger than a day are
 * left alone. Returns how many were removed.
 */
export async function sweepFiles(db: Kysely<FileTables>, files: FileStore, now: Date): Promise<number> {
  let removed = 0
  for await (const batch of batches(files.list(), now)) removed += await sweepBatch(db, files, batch)
  return removed
}

async function* batches(list: AsyncIterable<StoredBytes>, now: Date): AsyncIterable<string[]> {
  let batch: string[] = []
  for await (const { sha256, writtenAt } of list) {
    if (now.getTime() - writtenAt.getTime() < day) continue
    batch.push(sha256)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  yield batch
}

async function sweepBatch(db: Kysely<FileTables>, files: FileStore, batch: string[]): Promise<number> {
  const suspected = withoutRow(batch, await listKeptAddresses(db, batch))
  if (suspected.length === 0) return 0
  return db.transaction().execute(async (trx) => {
    // Asked again under the lock: the same bytes may have been kept anew since.
    await waitToSweep(trx)
    const orphans = withoutRow(suspected, await listKeptAddresses(trx, suspected))
    for (const sha256 of orphans) await files.remove(sha256)
    return orphans.length
  })
}

function withoutRow(batch: string[], kept: Set<string>): string[] {
  return batch.filter((sha256) => !kept.has(sha256))
}
