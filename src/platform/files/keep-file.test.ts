import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { checkFiles } from './check-files.ts'
import { checkUpload } from './check-upload.ts'
import { type FileStore, openFileStore } from './file-store.ts'
import { keepFile } from './keep-file.ts'
import { openStoredFile } from './open-stored-file.ts'
import { pictureOf } from './picture-of.ts'
import type { FileTables } from './stored-file-store.ts'
import { sweepFiles } from './sweep-files.ts'
import { picture, smallPdf } from './testing/small-files.ts'

let database: Database
let db: Kysely<FileTables>
let folder: string
let files: FileStore

beforeAll(async () => {
  database = await openTestDb({ damaged: 'bytes are removed and changed behind the program’s back' })
  db = database.db
})
afterAll(() => database.close())

beforeEach(async () => {
  await db.deleteFrom('storedFile').execute()
  if (folder) await rm(folder, { recursive: true })
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  files = await openFileStore({ folder })
})
afterAll(() => rm(folder, { recursive: true }))

const pdf = (mark = '') => ({ name: 'Giấy phép.pdf', bytes: smallPdf({ head: '', objects: `% ${mark}` }) })
const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000)
const afterTheSweep = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000)
const pathOf = (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256)

test('a kept file is given back as it was', async () => {
  const { id } = await keepFile(testCtx(db), files, pdf())
  const opened = await openStoredFile(db, files, id)
  expect(opened).toMatchObject({ name: 'Giấy phép.pdf', contentType: 'application/pdf', keptBy: 'system' })
  expect(Buffer.from(opened.bytes).equals(pdf().bytes)).toBe(true)
  expect(await readdir(join(folder, 'drafts'))).toEqual([])
})

test.each(['', 'passwd', '019e0000-0000-7000-8000-000000000000'])('there is no file %j', async (id) => {
  await expect(openStoredFile(db, files, id)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'files.unknown',
  })
})

test('the same content kept twice is two rows and one set of bytes', async () => {
  const [one, two] = [await keepFile(testCtx(db), files, pdf()), await keepFile(testCtx(db), files, pdf())]
  expect(one.id).not.toBe(two.id)
  expect(one.sha256).toBe(two.sha256)
  expect(await checkFiles(db, files, afterTheSweep)).toEqual([])
})

test('an upload checked before the transaction is kept inside it', async () => {
  const checked = await checkUpload(pdf())
  const file = await inTransaction(testCtx(db), (ctx) => keepFile(ctx, files, checked))
  expect(file.sha256).toBe(checked.sha256)
})

test('what a rolled-back transaction left behind is found, and swept after a day', async () => {
  const kept = await keepFile(testCtx(db), files, pdf('kept'))
  const failing = inTransaction(testCtx(db), async (ctx) => {
    await keepFile(ctx, files, pdf('lost'))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await checkFiles(db, files, afterTheSweep)).toMatchObject([{ fault: 'orphan' }])
  expect(await sweepFiles(db, files, new Date())).toBe(0)
  expect(await sweepFiles(db, files, tomorrow)).toBe(1)
  expect(await checkFiles(db, files, afterTheSweep)).toEqual([])
  expect(await files.read(kept.sha256)).not.toBeNull()
})

test('bytes that lie there since long and are kept anew are young again', async () => {
  const { sha256 } = await keepFile(testCtx(db), files, pdf())
  await utimes(pathOf(sha256), 0, 0)
  await keepFile(testCtx(db), files, pdf())
  await db.deleteFrom('storedFile').execute()
  expect(await sweepFiles(db, files, new Date())).toBe(0)
})

test('missing and changed bytes are found', async () => {
  const lost = await keepFile(testCtx(db), files, pdf('lost'))
  const touched = await keepFile(testCtx(db), files, pdf('touched'))
  await files.remove(lost.sha256)
  await writeFile(pathOf(touched.sha256), smallPdf({ objects: '% changed' }))
  expect(await checkFiles(db, files, afterTheSweep)).toEqual(
    expect.arrayContaining([
      { fault: 'missing', sha256: lost.sha256 },
      { fault: 'changed', sha256: touched.sha256 },
    ]),
  )
  await expect(openStoredFile(db, files, lost.id)).rejects.toThrow(/are gone/)
})

test('a picture is drawn small once, kept beside it, and goes with it', async () => {
  const { sha256 } = await keepFile(testCtx(db), files, { name: 'a.png', bytes: await picture('png', 900) })
  const [small, same] = await Promise.all([pictureOf(files, sha256, 300), pictureOf(files, sha256, 310)])
  expect(small).toBe(same)
  expect(Buffer.from(small ?? []).toString('latin1', 8, 12)).toBe('WEBP')
  expect(await files.readPicture(sha256, '320.webp')).toEqual(new Uint8Array(small ?? []))
  expect(await checkFiles(db, files, afterTheSweep)).toEqual([])
  await files.remove(sha256)
  expect(await files.readPicture(sha256, '320.webp')).toBeNull()
})

test('there is no picture of a document, nor of nothing', async () => {
  const { sha256 } = await keepFile(testCtx(db), files, pdf())
  expect(await pictureOf(files, sha256, 320)).toBeNull()
  expect(await pictureOf(files, '0'.repeat(64), 320)).toBeNull()
})

test('a refused upload leaves no row and no bytes', async () => {
  await expect(keepFile(testCtx(db), files, { name: 'a.pdf', bytes: Buffer.from('x') })).rejects.toThrow()
  expect(await db.selectFrom('storedFile').selectAll().execute()).toEqual([])
  expect(await readdir(folder)).toEqual([])
})
