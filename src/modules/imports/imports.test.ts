import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recognitionStatus } from '#modules/recognition/index.ts'
import { type Actor, inTransaction, nobody, system } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { actorWith, keptJobs, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { fields, type Typed } from './columns.ts'
import { confirmImport, resumeImport } from './confirm-import.ts'
import { discardImport } from './discard-import.ts'
import { getImport } from './get-import.ts'
import { countRows, findRow, listRows } from './import-row-store.ts'
import { importSonLa2019 } from './import-son-la-2019.ts'
import { leaveOutRow } from './leave-out-row.ts'
import { mapColumns } from './map-columns.ts'
import { mendRow } from './mend-row.ts'
import { importPart, runImport } from './run-import.ts'
import { startImport } from './start-import.ts'
import { goodRow as anyRow, csvOf } from './testing.ts'

let database: Database
const officer = actorWith('province_officer', 'vn/14', { id: 'hoa' })
const jobs = keptJobs()
const as = (actor: Actor = officer, now?: Date) =>
  testCtx(database.db, { actor, jobs, ...(now ? { now } : {}) })

// Every test has producers of its own, so that they share one database and know nothing of each other.
let round = 0
const goodRow = (change: Partial<Typed> = {}) => anyRow({ producer: `HTX Chè Mây ${round}`, ...change })

beforeAll(async () => {
  database = await openTestDb()
})
beforeEach(() => {
  round += 1
  jobs.queued.length = 0
})
afterAll(() => database.close())

const bring = (rows: Typed[], actor = officer, columns = fields as never) =>
  startImport(as(actor), { unitId: '14', name: 'danh sách.csv', bytes: csvOf(rows, columns) })
const countsOf = (batchId: string) => countRows(database.db, batchId)
const recognised = () =>
  database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('producerName', 'like', `HTX % ${round}`)
    .execute()
const many = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    goodRow({ product: `Chè ${n}`, producer: `HTX Số ${n % 7} ${round}` }),
  )

test('the columns of a list with the same heads are chosen as they last were, in that province', async () => {
  const heads = [...fields].reverse()
  const { batchId: first } = await bring([goodRow({ product: 'Mận' })], officer, heads as never)
  const mapping = (await getImport(as(), first)).mapping
  const { decidedOn: _, ...columns } = mapping.columns
  await mapColumns(as(), { batchId: first, mapping: { columns, fixed: { year: '2019', level: 'Tỉnh' } } })
  const { batchId: second } = await bring([goodRow({ product: 'Mơ' })], officer, heads as never)
  expect((await getImport(as(), second)).mapping).toEqual({ columns, fixed: { level: 'Tỉnh' } })
  const { batchId: other } = await bring([goodRow({ product: 'Đào' })])
  expect((await getImport(as(), other)).mapping.columns).not.toEqual(columns)
})

describe('a list', () => {
  test('is kept row by row, the faulty ones too, with what stands in the file', async () => {
    const { batchId } = await bring([goodRow(), goodRow({ product: '', stars: 'nhiều' })])
    expect(await countsOf(batchId)).toMatchObject({ ready: 1, faulty: 1 })
    const faulty = await findRow(database.db, batchId, 3)
    expect(faulty).toMatchObject({ faults: { product: 'missing', stars: 'stars_unreadable' }, facts: null })
    expect(faulty?.cells).toContain('nhiều')
    expect(await recognised()).toEqual([])
  })

  test('that comes again is the same list, also at once; thrown away it may come anew', async () => {
    const both = await Promise.all([bring([goodRow()]), bring([goodRow()])])
    const [first] = both
    expect(new Set(both.map(({ batchId }) => batchId)).size).toBe(1)
    expect(await bring([goodRow()])).toEqual({ batchId: first?.batchId, isKnown: true })
    await discardImport(as(), { batchId: first?.batchId ?? '' })
    expect((await bring([goodRow()])).isKnown).toBe(false)
  })

  test('that has no rows, or is no list, is refused', async () => {
    await expect(bring([])).rejects.toMatchObject({ code: 'imports.no_rows' })
    const pdf = { unitId: '14', name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') }
    await expect(startImport(as(), pdf)).rejects.toMatchObject({ code: 'sheet.unsupported' })
  })

  test('with the same row twice has one of them; with two that differ it has a contradiction', async () => {
    const { batchId } = await bring([
      goodRow(),
      goodRow({ product: 'CHÈ SHAN TUYẾT', commune: '' }),
      goodRow({ stars: '3' }),
      goodRow({ year: '2020' }),
    ])
    const rows = await listRows(database.db, batchId, { after: -1, limit: 10 })
    expect(rows.map(({ state, sameAs }) => [state, sameAs])).toEqual([
      ['ready', null],
      ['same', 2],
      ['contradicts', 2],
      ['ready', null],
    ])
    await leaveOutRow(as(), { batchId, line: 2, out: true })
    expect(await countsOf(batchId)).toMatchObject({ left_out: 1, ready: 2, contradicts: 1 })
    await leaveOutRow(as(), { batchId, line: 2, out: false })
    expect(await countsOf(batchId)).toMatchObject({ left_out: 0, ready: 2, same: 1, contradicts: 1 })
  })

  test('is read anew when its columns are said, keeping what was mended and left out', async () => {
    const { batchId } = await bring([goodRow(), goodRow({ product: 'Trà' })], officer, [
      'product',
      'producer',
      'stars',
    ] as never)
    expect(await countsOf(batchId)).toMatchObject({ faulty: 2 })
    await mendRow(as(), { batchId, line: 2, typed: goodRow({ stars: '3', year: '2021' }) })
    await leaveOutRow(as(), { batchId, line: 3, out: true })
    const columns = { product: 0, producer: 1, stars: 2 }
    await mapColumns(as(), { batchId, mapping: { columns, fixed: { year: '2019', level: 'Tỉnh' } } })
    expect(await findRow(database.db, batchId, 2)).toMatchObject({
      state: 'ready',
      facts: { stars: 3, year: 2021 },
    })
    expect(await findRow(database.db, batchId, 3)).toMatchObject({ state: 'left_out', facts: { year: 2019 } })
    const wrong = { columns: { product: 0 }, fixed: {} }
    await expect(mapColumns(as(), { batchId, mapping: wrong })).rejects.toMatchObject({
      facts: { faults: { producer: 'column_missing' } },
    })
  })
})

describe('going in', () => {
  test('makes producers, products and recognitions, once, in the name of who confirmed', async () => {
    const { batchId } = await bring([...many(20), goodRow({ product: '' })])
    await confirmImport(as(), { batchId })
    await runImport(as(system), { batchId })
    expect(await countsOf(batchId)).toMatchObject({ imported: 20, faulty: 1, ready: 0 })
    const rows = await recognised()
    expect(rows).toHaveLength(20)
    expect(new Set(rows.map(({ producerId }) => producerId)).size).toBe(7)
    expect(rows[0]).toMatchObject({
      todayUnitId: '03868',
      source: 'import',
      decisionId: null,
      inForceUntil: null,
    })
    const [event] = await listEvents(database.db, `product:${rows[0]?.productId}`)
    expect(event).toMatchObject({ name: 'product.added', actorId: 'hoa' })
    const names = (await listEvents(database.db, `import:${batchId}`)).map(({ name }) => name)
    expect(names).toEqual(['import.brought', 'import.confirmed', 'import.finished'])
    await runImport(as(system), { batchId })
    expect(await recognised()).toHaveLength(20)
  })

  test('is started once by two clicks at once, and by one more later', async () => {
    const { batchId } = await bring([goodRow()])
    await Promise.all([confirmImport(as(), { batchId }), confirmImport(as(), { batchId })])
    await confirmImport(as(), { batchId })
    expect(jobs.queued).toEqual([{ name: 'imports.run', data: { batchId } }])
    await runImport(as(system), { batchId })
    await confirmImport(as(), { batchId })
    expect(jobs.queued).toHaveLength(1)
  })

  test('interrupted half-way, or in the middle of a part, goes on without loss or repeat', async () => {
    const { batchId } = await bring(many(1200))
    await confirmImport(as(), { batchId })
    expect(await importPart(as(system), batchId)).toBe(true)
    expect(await countsOf(batchId)).toMatchObject({ imported: 500, ready: 700 })
    const crash = inTransaction(as(system), async (ctx) => {
      await importPart(ctx, batchId)
      throw new Error('the lights went out')
    })
    await expect(crash).rejects.toThrow('the lights went out')
    expect(await countsOf(batchId)).toMatchObject({ imported: 500, ready: 700 })
    await Promise.all([runImport(as(system), { batchId }), runImport(as(system), { batchId })])
    expect(await countsOf(batchId)).toMatchObject({ imported: 1200, ready: 0 })
    expect(await recognised()).toHaveLength(1200)
    expect(await getImport(as(), batchId)).toMatchObject({ state: 'done' })
  })

  test('that stopped may be set going again, not sooner than it has stood still', async () => {
    const { batchId } = await bring([goodRow()])
    await confirmImport(as(), { batchId })
    await resumeImport(as(), { batchId })
    expect(jobs.queued).toHaveLength(1)
    const later = new Date(as().now.getTime() + 90_000)
    await Promise.all([
      resumeImport(as(officer, later), { batchId }),
      resumeImport(as(officer, later), { batchId }),
    ])
    expect(jobs.queued).toHaveLength(2)
  })

  test('another list with the same products adds nothing, and says so', async () => {
    const first = await bring([goodRow()])
    await confirmImport(as(), first)
    await runImport(as(system), first)
    const second = await bring([goodRow({ decidedOn: '' }), goodRow({ year: '2020' })])
    await confirmImport(as(), second)
    await runImport(as(system), second)
    expect(await countsOf(second.batchId)).toMatchObject({ known: 1, imported: 1 })
    const rows = await recognised()
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map(({ productId }) => productId)).size).toBe(1)
  })

  test('faulty rows are mended afterwards and go in; a row that is in is mended no more', async () => {
    const { batchId } = await bring([goodRow(), goodRow({ product: 'Trà', stars: '?' })])
    await confirmImport(as(), { batchId })
    await expect(mendRow(as(), { batchId, line: 3, typed: goodRow() })).rejects.toMatchObject({
      code: 'imports.is_running',
    })
    await runImport(as(system), { batchId })
    const still = await mendRow(as(), { batchId, line: 3, typed: goodRow({ product: 'Trà', stars: '2' }) })
    expect(still).toMatchObject({
      state: 'faulty',
      faults: { stars: 'stars_too_few' },
      edits: { stars: '2' },
    })
    expect(await mendRow(as(), { batchId, line: 3, typed: goodRow() })).toMatchObject({
      state: 'same',
      sameAs: 2,
    })
    await mendRow(as(), { batchId, line: 3, typed: goodRow({ product: 'Trà' }) })
    await confirmImport(as(), { batchId })
    await runImport(as(system), { batchId })
    expect(await countsOf(batchId)).toMatchObject({ imported: 2 })
    for (const work of [
      mendRow(as(), { batchId, line: 2, typed: goodRow() }),
      leaveOutRow(as(), { batchId, line: 2, out: true }),
    ])
      await expect(work).rejects.toMatchObject({ code: 'imports.row_is_in' })
    await expect(discardImport(as(), { batchId })).rejects.toMatchObject({ code: 'imports.is_done' })
  })

  test('refuses a list of which no row is ready', async () => {
    const { batchId } = await bring([goodRow({ stars: '' })])
    await expect(confirmImport(as(), { batchId })).rejects.toMatchObject({ code: 'imports.nothing_ready' })
  })
})

describe('who may', () => {
  const none = { code: 'imports.place_unknown' }
  test.each([
    ['an officer of another province', actorWith('province_officer', 'vn/11')],
    ['a commune officer', actorWith('commune_officer', 'vn/14/03868')],
    ['a leader', actorWith('leader', 'vn/14')],
    ['a producer', actorWith('producer', 'vn/14/03868')],
    ['an auditor', actorWith('auditor', 'vn')],
    ['nobody', nobody],
  ])('bring a list in: not %s', async (_, actor) => {
    await expect(bring([goodRow()], actor)).rejects.toMatchObject(none)
  })

  test('bring a list in: an administrator of the province; for a province, and one of today', async () => {
    await bring([goodRow()], actorWith('administrator', 'vn/14'))
    for (const unitId of ['vn', '03868', '75~2026', 'x']) {
      const list = { unitId, name: 'a.csv', bytes: csvOf([goodRow()]) }
      await expect(startImport(as(actorWith('administrator', 'vn')), list)).rejects.toMatchObject(none)
    }
  })

  test.each([
    ['an auditor, who looks', actorWith('auditor', 'vn/14'), 'imports.may_not_change'],
    ['an officer of another province', actorWith('province_officer', 'vn/11'), 'imports.unknown'],
    ['a commune officer', actorWith('commune_officer', 'vn/14/03868'), 'imports.unknown'],
    ['nobody', nobody, 'imports.unknown'],
  ])('change a list: not %s', async (_, actor, code) => {
    const { batchId } = await bring([goodRow()])
    const works = [
      confirmImport(as(actor), { batchId }),
      discardImport(as(actor), { batchId }),
      resumeImport(as(actor), { batchId }),
      mapColumns(as(actor), { batchId, mapping: { columns: {}, fixed: {} } }),
      mendRow(as(actor), { batchId, line: 2, typed: goodRow() }),
      leaveOutRow(as(actor), { batchId, line: 2, out: true }),
    ]
    for (const outcome of await Promise.allSettled(works)) expect(outcome).toMatchObject({ reason: { code } })
    expect(await countsOf(batchId)).toMatchObject({ ready: 1 })
  })
})

test('the list of 2019 has the figures of 2019, once, and nothing of it is in force', async () => {
  const { batchId } = await importSonLa2019(as(system))
  expect(await importSonLa2019(as(system))).toEqual({ batchId })
  const rows = await database.db
    .selectFrom('recognisedProduct')
    .selectAll()
    .where('year', '=', 2019)
    .where('note', 'is', null)
    .execute()
  expect(rows).toHaveLength(28)
  expect(new Set(rows.map(({ producerId }) => producerId)).size).toBe(17)
  const count = (word: string, of: (row: (typeof rows)[number]) => unknown) =>
    rows.filter((row) => of(row) === word || of(row) === Number(word)).length
  expect([count('3', ({ stars }) => stars), count('4', ({ stars }) => stars)]).toEqual([19, 9])
  const kinds = ['cooperative', 'cooperative_group', 'company', 'household']
  expect(kinds.map((kind) => count(kind, ({ producerKind }) => producerKind))).toEqual([22, 2, 1, 3])
  for (const { source, expiresOn, decisionId, year, isDemo } of rows) {
    expect({ decisionId, year, isDemo }).toEqual({ decisionId: null, year: 2019, isDemo: false })
    expect(recognitionStatus({ source, expiresOn, revokedOn: null }, '2026-11-24')).toBe('expired')
  }
  expect(rows.every(({ pictureArt }) => pictureArt !== null)).toBe(true)
  const places = new Set(rows.map(({ todayUnitName }) => todayUnitName))
  expect(places).toEqual(new Set(['Tỉnh Sơn La', 'Xã Tà Xùa', 'Xã Bình Thuận', 'Xã Sốp Cộp']))
})
