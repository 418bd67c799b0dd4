import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { DriverContract } from 'flydrive/types'
import { newId } from '#platform/ids.ts'

/** Where the bytes of files are kept, by their SHA-256, and pictures derived from them. */
export interface FileStore {
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

export interface S3Settings {
  bucket: string
  region: string
  endpoint: string | null
  accessKeyId: string
  secretAccessKey: string
}

/** A folder of this machine, or a bucket that several machines share. */
export type FileStoreSettings = { folder: string } | { s3: S3Settings }

/** @throws Error in words when S3 is asked for and its client is not installed */
export async function openFileStore(settings: FileStoreSettings): Promise<FileStore> {
  if ('s3' in settings)
    return storeOn(await s3Driver(settings.s3), (disk, key, bytes) => disk.put(key, bytes))
  const driver = new FSDriver({ location: settings.folder, visibility: 'private' })
  return storeOn(driver, (disk, key, bytes) => putWhole(disk, settings.folder, key, bytes))
}

type Put = (disk: Disk, key: string, bytes: Uint8Array) => Promise<void>

function storeOn(driver: DriverContract, put: Put): FileStore {
  const disk = new Disk(driver)
  const read = async (key: string) => ((await disk.exists(key)) ? disk.getBytes(key) : null)
  return {
    put: (sha256, bytes) => put(disk, fileKey(sha256), bytes),
    read: (sha256) => read(fileKey(sha256)),
    remove: async (sha256) => {
      await disk.delete(fileKey(sha256))
      await disk.deleteAll(pictureFolder(sha256))
    },
    list: () => listFiles(disk),
    putPicture: (sha256, name, bytes) => put(disk, pictureFolder(sha256) + name, bytes),
    readPicture: (sha256, name) => read(pictureFolder(sha256) + name),
  }
}

const fileKey = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`
const pictureFolder = (sha256: string): string => `pictures/${sha256.slice(0, 2)}/${sha256}/`

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
    const { cause } = thrown as { cause?: NodeJS.ErrnoException }
    if (cause?.code === 'ENOENT') return { objects: [] }
    throw thrown
  }
}

async function s3Driver({ bucket, region, endpoint, ...credentials }: S3Settings): Promise<DriverContract> {
  const driver = await import('flydrive/drivers/s3').catch(() => {
    throw new Error(
      'Files in S3 need the package @aws-sdk/client-s3 beside this program. See docs/operating.md.',
    )
  })
  return new driver.S3Driver({
    bucket,
    region,
    credentials,
    visibility: 'private',
    supportsACL: false,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  })
}
