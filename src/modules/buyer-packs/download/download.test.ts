import { createHash } from 'node:crypto'
import JSZip from 'jszip'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addScannedPaper, typedPaper } from '#modules/producers/index.ts'
import { bareResults, makeCertificate, makeProduct } from '#modules/recognition/testing.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles, testSigningKey } from '#platform/testing/test-files.ts'
import { translator } from '#platform/text/translator.ts'
import type { BuyerPackTables } from '../buyer-pack-tables.ts'
import { findPack } from '../pack-store.ts'
import { readPack } from '../read-packs.ts'
import { routes } from '../routes.tsx'
import { sharePack } from '../share/share-pack.ts'
import { filledPack } from '../testing.ts'
import { addPack } from '../write-pack.ts'
import { gatherFiles } from './gather-files.ts'

let database: Database
let db: Kysely<BuyerPackTables>
let mai: Actor
let packId: string
let code: string

const pages = [smallPdf({ objects: '% trang 1' }), smallPdf({ objects: '% trang 2' })]

beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  db = database.db
  const { producerId, productId } = await makeCertificate(testCtx(database.db), {
    name: 'Chè: "Shan/tuyết" Tà Xùa?',
  })
  const old = await makeCertificate(testCtx(database.db), {
    ...(await makeProduct(database.db, { name: 'Chè cũ', producerId })),
    issuedOn: '2023-06-01',
    regimeId: 'qd148-2023',
  })
  mai = actorWith('producer', 'vn/14/03868', { id: 'mai', producerId })
  const kept = async (number: string, validTo: string, bytes: readonly Uint8Array[]) =>
    addScannedPaper(testCtx(db, { actor: mai }), await testFiles(), {
      producerId,
      typed: typedPaper({ kind: 'test_results', number, validTo, issuer: 'Trung tâm kiểm nghiệm' }),
      uploads: bytes.map((one) => ({ name: 'ảnh chụp.pdf', bytes: one })),
    })
  const papers = [
    await kept('12/KN-2026', '2027-06-30', pages),
    await kept('01/KN-2025', '2026-01-01', [smallPdf({ objects: '% cu' })]),
  ]
  const typed = filledPack(
    [productId, old.productId],
    papers.map(({ id }) => id),
  )
  packId = (await addPack(testCtx(db, { actor: mai }), { producerId, typed })).id
  const agreed = { endsOn: '2026-12-24', understood: 'on' }
  code = (await sharePack(testCtx(db, { actor: mai }), { packId, typed: agreed })).code
})
afterAll(() => database.close())

const app = (actor: Actor) => testApp(db, routes, { actor })

async function unzipped(path: string, actor: Actor = nobody) {
  const answer = await app(actor).request(path)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const zip = await JSZip.loadAsync(await answer.arrayBuffer())
  const names = Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name]))
  return {
    names,
    bytes: async (name: string) => (await zip.file(name)?.async('uint8array')) ?? new Uint8Array(),
  }
}

test('the zip holds cover, list, certificates in force and papers that count, under names that every system writes', async () => {
  const { names, bytes } = await unzipped(`/chao-hang/${code}/ho-so.zip`)
  expect(names).toEqual([
    '00-ho-so-chao-hang.pdf',
    '00-san-pham.xlsx',
    '01-giay-chung-nhan/01-che-shan-tuyet-ta-xua.pdf',
    '02-giay-to/01-phieu-kiem-nghiem-12-kn-2026-trang-1.pdf',
    '02-giay-to/01-phieu-kiem-nghiem-12-kn-2026-trang-2.pdf',
  ])
  expect(await bytes(names[3] ?? '')).toEqual(Uint8Array.from(pages[0] ?? []))
  expect(
    Buffer.from(await bytes(names[0] ?? ''))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('each file has the digest that the cover names, and the producer gets the same', async () => {
  const pack = (await findPack(db, packId)) ?? expect.fail('it is gone')
  const tools = { files: await testFiles(), signingKey: testSigningKey, origin: 'http://localhost' }
  const today = await readPack({ db, now: testNow }, pack)
  const named = await gatherFiles(testCtx(db), tools, today, translator('vi'))
  const { bytes } = await unzipped(`/buyer-packs/${packId}/pack.zip`, mai)
  for (const { path, sha256 } of named)
    expect([
      path,
      createHash('sha256')
        .update(await bytes(path))
        .digest('hex'),
    ]).toEqual([path, sha256])
})

test('in English its names are English; the list has a line for each product, the ended star left out', async () => {
  const { names, bytes } = await unzipped(`/chao-hang/${code}/ho-so.zip?lang=en`)
  expect(names.slice(0, 3)).toEqual([
    '00-offer.pdf',
    '00-products.xlsx',
    '01-certificates/01-che-shan-tuyet-ta-xua.pdf',
  ])
  const { headers, rows } = await readSheet(await bytes('00-products.xlsx'))
  const lines = []
  for await (const { cells } of rows) lines.push(cells)
  expect(headers.slice(0, 2)).toEqual(['Product', 'Stars'])
  const [tea, old] = lines.toSorted((a, b) => (String(a[1]) < String(b[1]) ? 1 : -1))
  expect([tea?.[1], tea?.[7]]).toEqual(['4', '180000'])
  expect([old?.[0], old?.[1] || '', String(old?.[4]).startsWith('OCOP certificate expired')]).toEqual([
    'Chè cũ',
    '',
    true,
  ])
})

test('the cover alone is shown to its producer in both languages', async () => {
  for (const lang of ['vi', 'en']) {
    const answer = await app(mai).request(`/buyer-packs/${packId}/cover.pdf?lang=${lang}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  }
})
