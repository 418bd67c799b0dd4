import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { checkFiles } from './check-files.ts'
import { type FileStore, openFileStore, type StoredBytes } from './file-store.ts'
import { keepFile } from './keep-file.ts'
import { openStoredFile } from './open-stored-file.ts'
import { pictureOf } from './picture-of.ts'
import { sweepFiles } from './sweep-files.ts'
import { openFakeS3 } from './testing/fake-s3.ts'
import { picture, smallPdf } from './testing/small-files.ts'

let database: Database
let folder: string
let s3: Awaited<ReturnType<typeof openFakeS3>>
beforeAll(async () => {
  database = await openTestDb()
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  s3 = await openFakeS3({ pageSize: 2 })
})
afterAll(async () => {
  await database.close()
  await s3.close()
  await rm(folder, { recursive: true })
})

const places = {
  'a folder': () => openFileStore({ folder }),
  'a bucket': () => openFileStore({ s3: s3.settings }),
}

describe.each(Object.entries(places))('in %s', (_, open) => {
  let files: FileStore
  beforeAll(async () => {
    files = await open()
  })

  test('bytes are given back as they were, also when kept twice', async () => {
    const { sha256, bytes } = content('Chè Shan tuyết')
    await files.put(sha256, bytes)
    await files.put(sha256, bytes)
    expect(Buffer.from((await files.read(sha256)) ?? []).equals(bytes)).toBe(true)
  })

  test('there are no bytes where none were put', async () => {
    expect(await files.read(content('never kept').sha256)).toBeNull()
    expect(await files.readPicture(content('never kept').sha256, '320.webp')).toBeNull()
  })

  test('what is removed is gone with its pictures; doing it twice is harmless', async () => {
    const { sha256, bytes } = content('removed')
    await files.put(sha256, bytes)
    for (const name of ['160.webp', '320.webp']) await files.putPicture(sha256, name, bytes)
    expect(Buffer.from((await files.readPicture(sha256, '160.webp')) ?? []).equals(bytes)).toBe(true)
    await files.remove(sha256)
    await files.remove(sha256)
    expect(await files.read(sha256)).toBeNull()
    for (const name of ['160.webp', '320.webp']) expect(await files.readPicture(sha256, name)).toBeNull()
  })

  test('all that was put is listed, over several pages, with its time', async () => {
    const alike = (place: number) => `ab${String(place).padStart(62, '0')}`
    for (let place = 0; place < 5; place += 1) await files.put(alike(place), Buffer.of(place))
    const listed = await all(files.list())
    const found = listed.filter(({ sha256 }) => sha256.startsWith('ab0000'))
    expect(found.map(({ sha256 }) => sha256).sort()).toEqual([0, 1, 2, 3, 4].map(alike))
    for (const { writtenAt } of found) expect(Math.abs(writtenAt.getTime() - Date.now())).toBeLessThan(60_000)
    for (const { sha256 } of listed) await files.remove(sha256)
    expect(await all(files.list())).toEqual([])
  })

  test('the check leaves nothing behind', async () => {
    await files.check()
    expect(await all(files.list())).toEqual([])
    expect([...s3.objects.keys()].filter((key) => key.startsWith('drafts/'))).toEqual([])
  })

  test('an upload is kept, opened, drawn small and swept', async () => {
    const ctx = testCtx(database.db)
    const bytes = smallPdf()
    const { id } = await keepFile(ctx, files, { name: 'Giấy phép.pdf', bytes })
    const opened = await openStoredFile(database.db, files, id)
    expect(opened.name).toBe('Giấy phép.pdf')
    expect(Buffer.from(opened.bytes).equals(bytes)).toBe(true)
    const photo = await keepFile(ctx, files, { name: 'a.png', bytes: await picture('png', 900) })
    expect(await pictureOf(files, photo.sha256, 320)).not.toBeNull()
    const afterTheSweep = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000)
    expect(await checkFiles(database.db, files, afterTheSweep)).toEqual([])
    await database.db.deleteFrom('storedFile').execute()
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000)
    expect(await sweepFiles(database.db, files, tomorrow)).toBe(2)
    expect(await all(files.list())).toEqual([])
  })
})

test('a bucket is asked once for bytes, and by single steps that every such store knows', async () => {
  const files = await openFileStore({ s3: s3.settings })
  const { sha256, bytes } = content('once')
  s3.asked.length = 0
  await files.put(sha256, bytes)
  await files.read(sha256)
  await files.remove(sha256)
  const key = `files/${sha256.slice(0, 2)}/${sha256}`
  expect(s3.asked).toEqual([`PUT ${key}`, `GET ${key}`, `DELETE ${key}`, 'GET '])
})

test.each([
  ['a bucket that is not there', { bucket: 'lost' }, /^NoSuchBucket/],
  ['an unknown key', { accessKeyId: 'somebody' }, /^InvalidAccessKeyId/],
  ['an address where nothing listens', { endpoint: 'http://127.0.0.1:9' }, /ECONNREFUSED/],
])('the check says in one line what is wrong: %s', async (_, wrong, said) => {
  const files = await openFileStore({ s3: { ...s3.settings, ...wrong } })
  const error = await files.check().catch((thrown: Error) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect(error?.message).toMatch(said)
  expect(error?.message).not.toContain('\n')
})

test('a bucket that is not there is no missing file', async () => {
  const files = await openFileStore({ s3: { ...s3.settings, bucket: 'lost' } })
  await expect(files.read(content('x').sha256)).rejects.toThrow()
})

test('the check finds a folder that cannot be', async () => {
  const file = join(folder, 'no-folder')
  await writeFile(file, '')
  await expect((await openFileStore({ folder: file })).check()).rejects.toThrow(/ENOTDIR|EEXIST/)
})

function content(words: string): { sha256: string; bytes: Buffer } {
  const bytes = Buffer.from(words)
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
}

async function all(list: AsyncIterable<StoredBytes>): Promise<StoredBytes[]> {
  const found: StoredBytes[] = []
  for await (const one of list) found.push(one)
  return found
}
