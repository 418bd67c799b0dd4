import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileDossier, type SmallWorld, smallWorld } from '#modules/dossiers/testing.ts'
import type { Database } from '#platform/db/connect.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { keptJobs, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import type { NoticeTables } from './notice-tables.ts'
import { textHousehold } from './text-household.ts'

let database: Database
let db: Kysely<NoticeTables>
let world: SmallWorld

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
})
afterAll(() => database.close())
beforeEach(async () => {
  world = await smallWorld(testCtx(db))
})

const post = { baseUrl: 'https://ocop.sonla.gov.vn' }
const file = async (atCounter: boolean, phone = '0912 345 678') => {
  const files = await testFiles()
  const page = () => ({ name: 'ky.pdf', bytes: smallPdf({ objects: '% ky' }) })
  return fileDossier(testCtx(db), {
    productId: world.productId,
    producer: atCounter ? world.lan : world.mai,
    communeOfficer: world.lan,
    provinceOfficer: world.hoa,
    upTo: 'returned',
    registration: { phone },
    atCounter,
    ...(atCounter ? { signature: { files, page } } : {}),
  })
}
const happened = (name: string, dossierId: string, facts = {}) => ({
  id: `${name} ${dossierId}`,
  at: testNow,
  actorId: 'lan',
  name,
  subject: `dossier:${dossierId}`,
  facts,
})
const texts = async () =>
  (await db.selectFrom('outboxSms').select(['recipient', 'text']).orderBy('cause').execute()).map(
    ({ recipient, text }) => [recipient, text.replace(/[0-9A-Y]{3}(-[0-9A-Y]{3}){2}/, 'CODE')],
  )

test('a household of the counter is told, once for each event, with its code and without marks', async () => {
  const { id } = await file(true)
  const ctx = testCtx(db, { jobs: keptJobs() })
  const received = happened('dossier.received', id, { dueOn: '2026-12-15' })
  expect(await textHousehold(ctx, received, post)).toBe(true)
  expect(await textHousehold(ctx, received, post)).toBe(false)
  await textHousehold(ctx, happened('dossier.returned', id, { dueOn: '2026-12-01' }), post)
  await textHousehold(ctx, happened('dossier.fix_list_extended', id, { dueOn: '2026-12-08' }), post)
  const look = 'ocop.sonla.gov.vn/tra-cuu ma CODE'
  expect(await texts()).toEqual([
    ['84912345678', `OCOP: Ho so Tra xanh Ta Xua duoc bo sung den het ngay 08/12/2026. Xem ${look}.`],
    ['84912345678', `OCOP: Xa da nhan ho so Tra xanh Ta Xua. Tra cuu ${look}. Han xa tra loi 15/12/2026.`],
    [
      '84912345678',
      `OCOP: Ho so Tra xanh Ta Xua can bo sung truoc het ngay 01/12/2026. Xem ${look} hoac den mot cua xa.`,
    ],
  ])
})

test('who has an account, who gave a land line, and other events get no message', async () => {
  const own = await file(false)
  world = await smallWorld(testCtx(db))
  const landLine = await file(true, '0212 385 2026')
  const before = await texts()
  for (const { id } of [own, landLine])
    expect(await textHousehold(testCtx(db), happened('dossier.received', id), post)).toBe(false)
  expect(await textHousehold(testCtx(db), happened('dossier.proposed', landLine.id), post)).toBe(false)
  expect(await texts()).toEqual(before)
})
