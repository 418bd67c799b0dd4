import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { newId } from '#platform/ids.ts'
import { openBucket, type S3Settings } from './s3-bucket.ts'

/** Where the bytes of files are kept, by their SHA-256, and pictures derived from them. */
export interface FileStore {
  /** Writes and removes a few bytes. @throws Error that says in one line why nothing can be kept here */
  check(): Promise<void>
  /** Keeps bytes under their address; they are whole and on the disk when this returns. Doing it twice is harmless. */
  put(sha256: string, bytes: Uint8Array): Promise<void>
  /** Null when there are none. */
  read(sha256: string): Promise<Uint8Array | null>
  /** Removes the bytes and every picture derived from them. */
  remove(sha256: string): Promise<void>
  list(): AsyncIterable<StoredBytes>
  putPicture(sha256: string, name: string, bytes: Uint8Array): Promise<void>
  readPicture(sha256: string, name: string): Promise<Uint8Array | null>
}

export interface StoredBytes {
  sha256: string
  writtenAt: Date
}

/** A folder of this machine, or a bucket that several machines share. */
export type FileStoreSettings = { folder: string } | { s3: S3Settings }

/** Opens the store without asking it for anything; the client of S3 is loaded only where a bucket is named. */
export async function openFileStore(settings: FileStoreSettings): Promise<FileStore> {
  if ('s3' in settings) {
    const disk = new Disk(await openBucket(settings.s3))
    return storeOn(disk, {
      put: (key, bytes) => disk.put(key, bytes),
      removeFolder: oneByOne(disk),
    })
  }
  const { folder } = settings
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }))
  return storeOn(disk, {
    put: (key, bytes) => putWhole(disk, folder, key, bytes),
    removeFolder: (folder) => disk.deleteAll(folder),
  })
}

/** What folders and buckets do differently. */
interface Ways {
  put(key: string, bytes: Uint8Array): Promise<void>
  removeFolder(folder: string): Promise<void>
}

function storeOn(disk: Disk, { put, removeFolder }: Ways): FileStore {
  return {
    check: () => checkDisk(disk),
    put: (sha256, bytes) => put(fileKey(sha256), bytes),
    read: (sha256) => read(disk, fileKey(sha256)),
    remove: async (sha256) => {
      await disk.delete(fileKey(sha256))
      await removeFolder(pictureFolder(sha256))
    },
    list: () => listFiles(disk),
    putPicture: (sha256, name, bytes) => put(pictureFolder(sha256) + name, bytes),
    readPicture: (sha256, name) => read(disk, pictureFolder(sha256) + name),
  }
}

const fileKey = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`
const pictureFolder = (sha256: string): string => `pictures/${sha256.slice(0, 2)}/${sha256}/`

async function read(disk: Disk, key: string): Promise<Uint8Array | null> {
  try {
    return await disk.getBytes(key)
  } catch (thrown) {
    if (isMissing(causeOf(thrown))) return null
    throw thrown
  }
}

async function checkDisk(disk: Disk): Promise<void> {
  const draft = `drafts/${newId()}`
  try {
    await disk.put(draft, new Uint8Array([111, 107]))
    await disk.delete(draft)
  } catch (thrown) {
    const { name, code, message } = causeOf(thrown)
    const line = (message || code || name).replace(/\.*(\n.*)?$/s, '')
    throw new Error(name === 'Error' || name === 'AggregateError' ? line : `${name}: ${line}`, {
      cause: thrown,
    })
  }
}

interface Cause {
  name: string
  message: string
  code?: string
}

/** What the file system or the bucket said. */
function causeOf(thrown: unknown): Cause {
  const error = thrown as Cause & { cause?: Cause }
  return error.cause ?? error
}

function isMissing({ name, code }: Cause): boolean {
  return code === 'ENOENT' || name === 'NoSuchKey'
}

/**
 * Writes beside, then moves into place: a reader never meets half a file, and after a power cut what was promised is
 * there.
 */
async function putWhole(disk: Disk, folder: string, key: string, bytes: Uint8Array): Promise<void> {
  const draft = `drafts/${newId()}`
  await disk.put(draft, bytes)
  await flushed(open(join(folder, draft), 'r+'))
  await disk.move(draft, key)
  // The folder's own entry is data too. Windows has no such thing to flush.
  if (process.platform !== 'win32') await flushed(open(join(folder, key, '..'), 'r'))
}

async function flushed(opening: Promise<FileHandle>): Promise<void> {
  const file = await opening
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function* listFiles(disk: Disk): AsyncIterable<StoredBytes> {
  for (let first = 0; first < 256; first += 1) {
    const folder = `files/${first.toString(16).padStart(2, '0')}/`
    yield* listFolder(disk, folder)
  }
}

async function* listFolder(disk: Disk, folder: string): AsyncIterable<StoredBytes> {
  let paginationToken: string | undefined
  do {
    const page = await listPage(disk, folder, paginationToken)
    for (const file of page.objects) {
      if (!file.isFile) continue
      const { lastModified } = await file.getMetaData()
      yield { sha256: file.name, writtenAt: lastModified }
    }
    paginationToken = page.paginationToken
  } while (paginationToken)
}

async function listPage(disk: Disk, folder: string, paginationToken: string | undefined) {
  try {
    return await disk.listAll(folder, paginationToken ? { paginationToken } : {})
  } catch (thrown) {
    if (isMissing(causeOf(thrown))) return { objects: [] }
    throw thrown
  }
}

/** Not every store that speaks S3 removes many at once. */
function oneByOne(disk: Disk): Ways['removeFolder'] {
  return async (folder) => {
    const { objects } = await disk.listAll(folder)
    for (const object of objects) if (object.isFile) await disk.delete(object.key)
  }
}
