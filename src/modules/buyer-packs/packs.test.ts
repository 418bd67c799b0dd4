import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listExpiringPapers, producerRoutes as vaultRoutes } from '#modules/dossiers/index.ts'
import { postFiles } from '#modules/dossiers/testing.ts'
import { addScannedPaper, listPapers, type Paper, typedPaper } from '#modules/producers/index.ts'
import { revokeCertificate } from '#modules/recognition/index.ts'
import { bareResults, lan, makeCertificate, makeProduct, newDecision } from '#modules/recognition/testing.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { newId } from '#platform/ids.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import type { BuyerPackTables } from './buyer-pack-tables.ts'
import { copyPack } from './copy-pack.ts'
import { routes } from './index.ts'
import { typedFromContent } from './pack-form.ts'
import { findPack, listContents } from './pack-store.ts'
import { readPack } from './read-packs.ts'
import { filledPack } from './testing.ts'
import { addPack, changePack, removePack } from './write-pack.ts'

let database: Database
let db: Kysely<BuyerPackTables>
let producerId: string
let tea: string
let certificateId: string
let mai: Actor

beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  db = database.db
})
afterAll(() => database.close())
beforeEach(async () => {
  const made = await makeCertificate(testCtx(database.db))
  producerId = made.producerId
  tea = made.productId
  certificateId = made.certificateId
  mai = actorWith('producer', 'vn/14/03868', { id: 'mai', producerId })
})

const as = (actor: Actor, now = testNow) => testCtx(db, { actor, now })
const app = (actor: Actor, now = testNow) => testApp(db, routes, { actor, now })
const vault = (actor: Actor) => testApp(db, vaultRoutes, { actor })

async function paper(change: Record<string, string> = {}, mark = newId()): Promise<Paper> {
  return addScannedPaper(as(mai), await testFiles(), {
    producerId,
    typed: typedPaper({ kind: 'test_results', number: 'KN-12', validTo: '2027-06-30', ...change }),
    uploads: [{ name: 'phieu.pdf', bytes: smallPdf({ objects: `% ${mark}` }) }],
  })
}

const added = async (papers: string[] = [], change = {}) =>
  (await addPack(as(mai), { producerId, typed: filledPack([tea], papers, change) })).id

async function today(id: string, now = testNow) {
  const pack = (await findPack(db, id)) ?? expect.fail('the pack is gone')
  return readPack({ db, now }, pack)
}

const paperIdsIn = async (id: string) => (await listContents(db, [id])).papers.map(({ paperId }) => paperId)
const eventsOf = async (id: string) => (await listEvents(db, `buyer_pack:${id}`)).map(({ name }) => name)

test('a pack holds what was chosen, with the certificate and the papers as they are today', async () => {
  const test = await paper()
  const id = await added([test.id])
  const { pack, products, papers, standing } = await today(id)
  expect(pack).toMatchObject({ name: 'Chè Tà Xùa vụ xuân', buyer: 'Siêu thị Sông Đà', version: 1 })
  expect(products).toMatchObject([
    { hasEnded: false, certificate: { status: 'valid' }, terms: { price: 180_000, seasonTo: 11 } },
  ])
  expect(papers).toMatchObject([{ paper: { id: test.id }, status: 'valid', hasEnded: false }])
  expect(standing).toMatchObject({ weakenedBy: [], next: { is: 'paper', lastDay: '2027-06-30' } })
  expect(await eventsOf(id)).toEqual(['buyer_pack.added'])
})

test('what ends weakens the pack from the day after, and is never told as valid', async () => {
  const id = await added([(await paper()).id])
  expect((await today(id, new Date('2027-06-30T10:00:00Z'))).standing.weakenedBy).toEqual([])
  const later = await today(id, new Date('2027-07-01T10:00:00Z'))
  expect(later.papers[0]).toMatchObject({ status: 'expired', hasEnded: true })
  expect(later.standing).toMatchObject({ since: '2027-07-01', weakenedBy: [{ is: 'paper' }] })
})

test('a certificate that is revoked weakens the pack on the same day', async () => {
  const id = await added()
  await revokeCertificate(testCtx(database.db, { actor: lan }), {
    certificateId,
    ground: 'd',
    reason: 'Dùng sai hạng sao.',
    decision: newDecision(),
  })
  const { products, standing } = await today(id)
  expect(products[0]).toMatchObject({ hasEnded: true, certificate: { status: 'revoked' } })
  expect(standing).toMatchObject({ since: '2026-11-24', weakenedBy: [{ is: 'certificate' }] })
})

test('a product without a certificate is offered and says so', async () => {
  const { productId } = await makeProduct(database.db, { name: 'Chè nụ', producerId })
  const { id } = await addPack(as(mai), { producerId, typed: filledPack([productId]) })
  expect((await today(id)).products).toMatchObject([{ certificate: null, hasEnded: false }])
  expect(await (await app(mai).request(`/buyer-packs/${id}`)).text()).toContain(
    'Chưa có giấy chứng nhận OCOP',
  )
})

test('refuses what is another’s, and a paper that is gone, by its field', async () => {
  const other = await makeProduct(database.db, { name: 'Mận', producer: 'HTX mận' })
  const adding = (products: string[], papers: string[]) =>
    addPack(as(mai), { producerId, typed: filledPack(products, papers) })
  await expect(adding([other.productId], [])).rejects.toMatchObject({
    facts: { faults: { products: 'product_unknown' } },
  })
  await expect(adding([tea], [newId()])).rejects.toMatchObject({
    facts: { faults: { papers: 'paper_unknown' } },
  })
})

test('of two who change at once the second is told', async () => {
  const id = await added()
  const changes = await Promise.allSettled(
    ['Một', 'Hai'].map((name) =>
      changePack(as(mai), { packId: id, version: 1, typed: filledPack([tea], [], { name }) }),
    ),
  )
  expect(changes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await findPack(db, id)).toMatchObject({ version: 2 })
})

test('the newer issue of a paper takes its place in every pack, and an old form brings the newer', async () => {
  const old = await paper()
  const ids = [await added([old.id]), await added([old.id])]
  const file = { name: 'moi.pdf', bytes: smallPdf({ objects: '% KN-13' }) }
  const form = { kind: 'test_results', number: 'KN-13', validTo: '2028-06-30', file }
  const at = `/producers/${producerId}/papers/${old.id}`
  const desk = { as, files: await testFiles() }
  const renewed = await postFiles(desk, vaultRoutes, { actor: mai, path: `${at}/newer`, form })
  expect(renewed.status).toBe(303)
  const newer = (await listPapers(db, producerId)).find(({ number }) => number === 'KN-13')
  for (const id of ids) {
    expect(await paperIdsIn(id)).toEqual([newer?.id])
    expect(await eventsOf(id)).toEqual(['buyer_pack.added', 'buyer_pack.paper_renewed'])
    await changePack(as(mai), { packId: id, version: 1, typed: filledPack([tea], [old.id]) })
    expect(await paperIdsIn(id)).toEqual([newer?.id])
  }
})

test('a paper that is taken out of the vault goes out of packs, which its page says beforehand', async () => {
  const gone = await paper()
  const id = await added([gone.id])
  const at = `/producers/${producerId}/papers/${gone.id}`
  expect(await (await vault(mai).request(at)).text()).toContain(
    'Giấy tờ cũng bị bỏ khỏi “Chè Tà Xùa vụ xuân”.',
  )
  expect((await vault(mai).request(`${at}/removal`, {})).status).toBe(303)
  expect(await paperIdsIn(id)).toEqual([])
  expect(await eventsOf(id)).toEqual(['buyer_pack.added', 'buyer_pack.paper_let_go'])
})

test('reminders, the vault, its sheet and its paper say which packs a paper weakens when it ends soon', async () => {
  const soon = await paper({ validTo: '2026-12-10' })
  const fine = await paper({ number: 'KN-14' })
  const id = await added([soon.id, fine.id])
  const span = { from: '2026-11-24', to: '2026-12-31' }
  const ending = await listExpiringPapers(as(mai), span)
  expect(ending.find(({ paperId }) => paperId === soon.id)?.weakensLater).toMatchObject([
    { name: '“Chè Tà Xùa vụ xuân”' },
  ])
  const lines = await (await vault(mai).request(`/producers/${producerId}/papers`)).text()
  expect(lines.match(/Hết hạn trong hồ sơ chào hàng:/g)).toHaveLength(1)
  const sheet = await vault(mai).request(`/producers/${producerId}/papers.xlsx`)
  const { rows } = await readSheet(new Uint8Array(await sheet.arrayBuffer()))
  const weakened = []
  for await (const { cells } of rows) weakened.push(cells.includes('“Chè Tà Xùa vụ xuân”'))
  expect(weakened.toSorted()).toEqual([false, true])
  const page = async (one: Paper) =>
    (await vault(mai).request(`/producers/${producerId}/papers/${one.id}`)).text()
  expect(await page(soon)).toContain(`href="/buyer-packs/${id}"`)
  expect(await page(fine)).not.toContain('Hết hạn trong hồ sơ chào hàng:')
})

test('a copy has the same contents, no buyer, and is its own', async () => {
  const id = await added([(await paper()).id])
  const { id: copyId } = await copyPack(as(mai), { packId: id, name: 'Bản sao' })
  expect(await findPack(db, copyId)).toMatchObject({ name: 'Bản sao', buyer: null })
  const contents = async (one: string) => {
    const { products, papers } = await listContents(db, [one])
    const paperIds = papers.map(({ paperId }) => paperId)
    return typedFromContent({ name: '', buyer: null, contact: null, note: null, products, paperIds })
  }
  expect(await contents(copyId)).toEqual(await contents(id))
  await removePack(as(mai), { packId: id })
  expect(await findPack(db, copyId)).toBeDefined()
  expect(await eventsOf(id)).toEqual(['buyer_pack.added', 'buyer_pack.removed'])
})

const strangers: [string, () => Actor][] = [
  ['another producer', () => actorWith('producer', 'vn/14/03868', { id: 'o', producerId: newId() })],
  ['the officer next door', () => actorWith('commune_officer', 'vn/14/03856')],
  ['an officer of another province', () => actorWith('province_officer', 'vn/11')],
  ['a consultant', () => actorWith('consultant', 'vn/14')],
]

test.each(strangers)('%s finds no pack and makes none', async (_, actor) => {
  const id = await added()
  const typed = filledPack([tea])
  await expect(addPack(as(actor()), { producerId, typed })).rejects.toMatchObject({ kind: 'not_found' })
  for (const work of [
    () => changePack(as(actor()), { packId: id, version: 1, typed }),
    () => removePack(as(actor()), { packId: id }),
    () => copyPack(as(actor()), { packId: id, name: 'x' }),
  ])
    await expect(work()).rejects.toMatchObject({ kind: 'not_found' })
  expect((await app(actor()).request(`/buyer-packs/${id}`)).status).toBe(404)
})

test.each([
  ['the commune’s officer', actorWith('commune_officer', 'vn/14/03868')],
  ['the province’s officer', actorWith('province_officer', 'vn/14')],
  ['an auditor', actorWith('auditor', 'vn/14')],
  ['the administrator', actorWith('administrator', 'vn/14')],
])('%s reads packs as the vault, and decides nothing about them', async (_, actor) => {
  const id = await added()
  const page = await app(actor).request(`/buyer-packs/${id}`)
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('/removal')
  const closed = { code: 'buyer-packs.for_its_producer' }
  const typed = filledPack([tea])
  await expect(addPack(as(actor), { producerId, typed })).rejects.toMatchObject(closed)
  await expect(removePack(as(actor), { packId: id })).rejects.toMatchObject(closed)
  expect((await app(actor).request(`/producers/${producerId}/buyer-packs/new`)).status).toBe(403)
})

test('a visitor is asked to sign in', async () => {
  const id = await added()
  expect((await app(nobody).request(`/buyer-packs/${id}`)).status).not.toBe(200)
})

test('the form suggests what counts today, keeps what was typed, and saves once', async () => {
  const [good, ended] = [await paper(), await paper({ number: 'KN-01', validTo: '2026-01-01' })]
  const list = `/producers/${producerId}/buyer-packs`
  expect(await (await app(mai).request(list)).text()).toContain('Chưa có hồ sơ chào hàng nào')
  const form = await (await app(mai).request(`${list}/new`)).text()
  const ticked = (id: string) => new RegExp(`<input[^>]*checked[^>]*value="${id}"`).test(form)
  expect([tea, good.id, ended.id].map(ticked)).toEqual([true, true, false])
  const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const typed = {
    id,
    name: 'Chè',
    product: tea,
    paper: good.id,
    [`packSize:${tea}`]: 'Hộp',
    [`price:${tea}`]: 'rẻ',
  }
  const faulty = await app(mai).request(list, typed)
  const said = await faulty.text()
  expect([faulty.status, said.includes('value="rẻ"'), said.includes('Ghi số đồng tròn')]).toEqual([
    422,
    true,
    true,
  ])
  const right = { ...typed, [`price:${tea}`]: '90.000' }
  const saved = await app(mai).request(list, right)
  const here = saved.headers.get('location') ?? ''
  expect([saved.status, here.startsWith('/buyer-packs/')]).toEqual([303, true])
  expect(await (await app(mai).request(list)).text()).toContain('1 sản phẩm, 1 giấy tờ')
  const stale = await app(mai).request(`${here}/edit`, { ...right, version: '9', name: 'Tên mới' })
  expect([stale.status, (await stale.text()).includes('value="Tên mới"')]).toEqual([409, true])
  const changed = await app(mai).request(`${here}/edit`, {
    ...right,
    version: '1',
    name: 'Tên mới',
  })
  expect(changed.status).toBe(303)
  const copy = await app(mai).request(`${here}/copies`, {})
  const edit = await (await app(mai).request(copy.headers.get('location') ?? '')).text()
  expect(edit).toContain('value="Tên mới (bản sao)"')
  expect((await app(mai).request(`${here}/removal`, {})).headers.get('location')).toBe(list)
})
