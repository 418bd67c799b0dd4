import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { FileStore } from './file-store.ts'
import { type FileTables, listContents, listKeptAddresses } from './stored-file-store.ts'

/** `missing`: a row without bytes; `changed`: bytes that are not what was kept; `orphan`: bytes without a row. */
export interface FileFault {
  fault: 'missing' | 'changed' | 'orphan'
  sha256: string
}

const pageSize = 100

/** How long the nightly sweep may leave bytes alone that a rolled-back change left behind: it spares those of a day. */
const sweptWithin = 2 * 24 * 60 * 60 * 1000

/**
 * Every row has its bytes with that hash, every stored byte a row, or it is so young that the sweep has not been by:
 * the faults, none when all is well.
 */
export async function checkFiles(db: Kysely<FileTables>, files: FileStore, now: Date): Promise<FileFault[]> {
  return [...(await faultsOfRows(db, files)), ...(await orphans(db, files, now))]
}

async function faultsOfRows(db: Kysely<FileTables>, files: FileStore): Promise<FileFault[]> {
  const faults: FileFault[] = []
  let after = ''
  for (;;) {
    const page = await listContents(db, after, pageSize)
    for (const { sha256, size } of page) {
      const fault = await faultOfBytes(files, sha256, size)
      if (fault) faults.push({ fault, sha256 })
    }
    const last = page.at(-1)
    if (!last || page.length < pageSize) return faults
    after = last.sha256
  }
}

async function faultOfBytes(
  files: FileStore,
  sha256: string,
  size: number,
): Promise<'missing' | 'changed' | null> {
  const bytes = await files.read(sha256)
  if (!bytes) return 'missing'
  const isSame = bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256
  return isSame ? null : 'changed'
}

async function orphans(db: Kysely<FileTables>, files: FileStore, now: Date): Promise<FileFault[]> {
  const faults: FileFault[] = []
  for await (const { sha256, writtenAt } of files.list()) {
    if (now.getTime() - writtenAt.getTime() < sweptWithin) continue
    const kept = await listKeptAddresses(db, [sha256])
    if (!kept.has(sha256)) faults.push({ fault: 'orphan', sha256 })
  }
  return faults
}
