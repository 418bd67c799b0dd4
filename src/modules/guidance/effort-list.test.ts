import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type CriteriaSet,
  criterionOf,
  defaultRules,
  fileSet,
  lawRegime,
  publishAllSets,
} from '#modules/regulation/index.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { translator } from '#platform/text/translator.ts'
import { changeCriterionEffort, restoreKindEffort } from './change-criterion-effort.ts'
import { changeEffort } from './change-effort.ts'
import { figuresAt, listOwnFigures } from './criterion-effort-store.ts'
import { effortEntries } from './effort-list.ts'
import { effortSheet } from './effort-sheet.ts'
import { figuresOf } from './effort-store.ts'
import { keepEfforts } from './keep-efforts.ts'
import { planFor } from './plan-for.ts'
import { readEffortList } from './read-effort-list.ts'
import { routes } from './routes.tsx'

const hoa = actorWith('province_officer', 'vn/14', { id: 'hoa' })
const setId = 'qd26-2026-13'
const coffee = fileSet(setId) as CriteriaSet
const sets = new Map([[setId, coffee]])
const t = translator('vi')
let database: Database

beforeAll(async () => {
  database = await openTestDb()
  await publishAllSets(testCtx(database.db), { acceptedBy: 'system' })
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.db.deleteFrom('raise_effort').execute()
  await database.db.deleteFrom('criterion_effort').execute()
})

const as = (actor: Actor) => testCtx(database.db, { actor })
const app = (actor: Actor = hoa) => testApp(database.db, routes, { actor })
const three = {
  months: ['1', '2', '3'],
  cost: ['1.000.000', '2000000', '3000000'],
  papers: '',
  helperNote: '',
}
const override = (actor: Actor, change = {}) =>
  changeCriterionEffort(as(actor), { setId, criterion: '2.2', version: 0, typed: three, ...change })

async function known() {
  const ofKind = await figuresOf(database.db, '14')
  const own = await listOwnFigures(database.db, { unitId: '14' })
  return { entries: effortEntries(ofKind, own, sets), sets }
}

/** The list as it goes out, with these rows changed on the way. */
async function listWith(rows: (string | number | null)[][]) {
  const column = (key: string) => ({ header: t(`guidance:sheet.${key}`), width: 10, kind: 'text' }) as const
  const columns = ['subject', 'kind', 'level', 'months', 'cost', 'figures', 'papers', 'helper'].map(column)
  const bytes = await writeSheet({ sheetName: 'x', columns, rows })
  return readEffortList(bytes, await known())
}

test('the list as it goes out says nothing new when it comes back, in either language', async () => {
  await changeEffort(as(hoa), { kind: 'packaging', version: 0, typed: { ...three, papers: 'Tờ khai' } })
  await override(hoa)
  for (const locale of ['vi', 'en'] as const) {
    const { entries } = await known()
    const list = await readEffortList(await effortSheet(entries, translator(locale)), await known())
    expect(list).toMatchObject({ changes: [], faulty: [] })
    expect(list.unchanged).toBe(entries.length)
  }
})

test('what was changed is taken in, in one step; what the list leaves out stays', async () => {
  const { changes, faulty } = await listWith([
    ['packaging', '', 1, 2, '5.000.000', '', 'Bản thiết kế', ''],
    ['packaging', '', 2, 3, 6000000, '', '', ''],
    ['packaging', '', 3, 4, 7000000, '', '', ''],
    [`${setId}/2.2`, '', 1, 1, 0, '', '', 'Sở Công Thương'],
    [`${setId}/2.2`, '', 2, 1, 0, '', '', ''],
    [`${setId}/2.2`, '', 3, 1, 0, '', '', ''],
  ])
  expect(faulty).toEqual([])
  await keepEfforts(as(hoa), changes)
  expect((await figuresOf(database.db, '14'))('packaging')).toMatchObject({
    levels: [{ months: 2, cost: 5_000_000 }, { months: 3 }, { months: 4 }],
    papers: 'Bản thiết kế',
    helperNote: null,
    version: 1,
  })
  const at = await figuresAt(database.db, { unitId: '14', set: coffee })
  const line = criterionOf(coffee, '2.2')
  expect(line && at(line)).toMatchObject({ helperNote: 'Sở Công Thương', papers: 'Bản thiết kế' })
  expect((await figuresOf(database.db, '14'))('story').version).toBe(0)
})

test.each([
  ['a code that is none', [['no_such', '', 1, 1, 1]], 'list_subject'],
  ['a criterion that is none', [[`${setId}/99`, '', 1, 1, 1]], 'list_subject'],
  ['a level too high', [['packaging', '', 9, 1, 1]], 'list_level'],
  ['words for months', [['packaging', '', 1, 'hai', 1]], 'months'],
  ['words for money', [['packaging', '', 1, 1, 'ít']], 'cost'],
  ['levels that are missing', [['packaging', '', 1, 1, 1]], 'list_levels_missing'],
])('a row with %s is told by its number, and nothing of its subject is taken', async (_, rows, fault) => {
  const { changes, faulty } = await listWith(rows)
  expect(changes).toEqual([])
  expect(faulty).toMatchObject([{ line: 2, fault }])
})

test('a level that stands twice is told once', async () => {
  const rows = [1, 1, 2, 3].map((level) => ['packaging', '', level, 1, 1])
  const { faulty } = await listWith(rows)
  expect(faulty.map(({ line, fault }) => [line, fault])).toEqual([[3, 'list_twice']])
})

test('a file without the columns says which', async () => {
  const bytes = await writeSheet({
    sheetName: 'x',
    columns: [{ header: 'Mã', width: 9, kind: 'text' }],
    rows: [['packaging']],
  })
  await expect(readEffortList(bytes, await known())).rejects.toMatchObject({
    code: 'guidance.list_columns',
    facts: { names: expect.stringContaining('Số tháng') },
  })
})

test('nothing of a list is kept when one of its entries was changed meanwhile', async () => {
  const stale = [
    { code: 'story', version: 0, typed: { ...three, months: ['1'], cost: ['1'] } },
    { code: 'packaging', version: 7, typed: three },
  ]
  const story = (await figuresOf(database.db, '14'))('story').levels.length
  if (stale[0]) stale[0].typed = { ...three, months: Array(story).fill('1'), cost: Array(story).fill('1') }
  await expect(keepEfforts(as(hoa), stale)).rejects.toMatchObject({ code: 'guidance.changed_meanwhile' })
  expect((await figuresOf(database.db, '14'))('story').version).toBe(0)
  const page = await app().request('/guidance/effort-list/confirmation', {
    change: stale.map((one) => JSON.stringify(one)),
  })
  expect([page.status, (await page.text()).includes('chưa nhận gì')]).toEqual([409, true])
})

test('a criterion with figures of its own is planned by them, its neighbours by their kind', async () => {
  await override(hoa, { typed: { ...three, cost: ['9', '9', '9'] } })
  const law = { set: coffee, bands: lawRegime(coffee.regimeId).bands, rules: defaultRules }
  const told = await planFor(database.db, { law, answers: {}, stars: 5, unitId: '14', day: '2026-11-24' })
  const raise = told.plan?.raises.find(({ criterion }) => criterion === '2.2')
  expect(raise?.effort.cost).toBe(27)
  await restoreKindEffort(as(hoa), { setId, criterion: '2.2', version: 1 })
  const again = await planFor(database.db, { law, answers: {}, stars: 5, unitId: '14', day: '2026-11-24' })
  expect(again.plan?.raises.find(({ criterion }) => criterion === '2.2')?.effort.cost).not.toBe(27)
})

test('of two who enter figures for a criterion at once the second is told', async () => {
  const both = await Promise.allSettled([override(hoa), override(hoa)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each([
  ['a visitor', nobody, 'platform.sign_in_first'],
  ['a producer', actorWith('producer', 'vn/14/03868', { producerId: 'p' }), 'guidance.for_officers'],
  ['an officer of a commune', actorWith('commune_officer', 'vn/14/03868'), 'guidance.for_province_officers'],
  ['the leader', actorWith('leader', 'vn/14'), 'guidance.for_province_officers'],
  ['an auditor', actorWith('auditor', 'vn/14'), 'guidance.for_province_officers'],
])('refuses %s', async (_, actor, code) => {
  await expect(override(actor)).rejects.toMatchObject({ code })
  await expect(keepEfforts(as(actor), [])).rejects.toMatchObject({ code })
  const restored = restoreKindEffort(as(actor), { setId, criterion: '2.2', version: 1 })
  await expect(restored).rejects.toMatchObject({ code })
})

test('the pages show the sheet’s criteria, take figures for one, and keep what was typed', async () => {
  const list = await (await app().request(`/guidance/sets?set=${setId}`)).text()
  const path = `/guidance/sets/${setId}/criteria/2.2`
  expect(list).toContain(`href="${path}"`)
  const form = { version: '0', 'months-1': '1', 'cost-1': 'ít', 'months-2': '1', 'cost-2': '2' }
  const rest = { 'months-3': '1', 'cost-3': '3' }
  const faulty = await app().request(path, { ...form, ...rest })
  expect([faulty.status, (await faulty.text()).includes('value="ít"')]).toEqual([422, true])
  expect((await app().request(path, { ...form, ...rest, 'cost-1': '1' })).status).toBe(303)
  expect(await (await app().request(`/guidance/sets?set=${setId}`)).text()).toContain('Số riêng của tỉnh')
  expect((await app().request(`${path}/kind`, { version: '1' })).status).toBe(303)
  expect((await app().request(`/guidance/sets/${setId}/criteria/77`)).status).toBe(404)
  expect((await app().request('/guidance/effort-list')).status).toBe(200)
  expect((await app().request('/guidance/effort-list', {})).status).toBe(422)
})
