import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SmallWorld, smallWorld } from '#modules/dossiers/testing.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { answerIdea } from './answer-idea.ts'
import { findIdea } from './idea-store.ts'
import type { PlanTables } from './plan-tables.ts'
import { routes } from './routes.tsx'
import { sendIdea } from './send-idea.ts'
import { buildIdea, filledIdea, type IdeaUpTo } from './testing.ts'
import { addIdea, changeIdea, removeIdea } from './write-idea.ts'

let database: Database
let db: Kysely<PlanTables>
let world: SmallWorld

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
})
afterAll(() => database.close())
beforeEach(async () => {
  world = await smallWorld(testCtx(db))
})

const as = (actor: Actor) => testCtx(db, { actor })
const app = (actor: Actor) => testApp(db, routes, { actor })
const built = (upTo: IdeaUpTo, typed = {}) => {
  const { producerId, mai: producer, lan: commune } = world
  return buildIdea(as, { producerId, producer, commune, upTo, typed })
}
const stateOf = async (id: string) => (await findIdea(db, id))?.state
const yes = { answer: 'accepted', words: '', plannedYear: '2027' }

test('an idea is written, sent, sent back with words, mended, sent again and taken into the plan of the year', async () => {
  const id = await built('returned')
  expect(await findIdea(db, id)).toMatchObject({ state: 'returned', answer: 'Ghi rõ vùng nguyên liệu.' })
  const typed = filledIdea(world.producerId, { material: 'Rừng chè bản Bẹ, 12 ha.' })
  const { version = 0 } = (await findIdea(db, id)) ?? {}
  await changeIdea(as(world.mai), { ideaId: id, version, typed })
  await sendIdea(as(world.mai), { ideaId: id })
  await answerIdea(as(world.lan), { ideaId: id, typed: yes })
  expect(await findIdea(db, id)).toMatchObject({
    state: 'accepted',
    plannedYear: 2027,
    material: 'Rừng chè bản Bẹ, 12 ha.',
    producerName: 'Hợp tác xã chè Tà Xùa',
    communeName: 'Xã Tà Xùa',
  })
  expect((await listEvents(db, `product_idea:${id}`)).map(({ name }) => name)).toEqual([
    'product_idea.added',
    'product_idea.sent',
    'product_idea.returned',
    'product_idea.changed',
    'product_idea.sent',
    'product_idea.accepted',
  ])
})

test('the commune’s officer writes for a producer, and a product that is registered lends its name and set', async () => {
  const typed = filledIdea(world.producerId, { productId: world.productId, name: '', productSetNo: '' })
  const { id } = await addIdea(as(world.lan), { typed })
  expect(await findIdea(db, id)).toMatchObject({
    name: 'Trà xanh Tà Xùa',
    productSetNo: 11,
    writtenBy: 'commune',
  })
  await sendIdea(as(world.lan), { ideaId: id })
  expect(await stateOf(id)).toBe('sent')
})

test.each<[string, Record<string, unknown>, string, string]>([
  ['no name', { name: '' }, 'name', 'name_missing'],
  ['a set that is none', { productSetNo: '99' }, 'productSetNo', 'set_unknown'],
  ['two stars', { expectedStars: '2' }, 'expectedStars', 'stars'],
  ['a year long gone', { expectedYear: '2019' }, 'expectedYear', 'year'],
  [
    'another’s product',
    { productId: '01a00000-0000-7000-8000-000000000001' },
    'productId',
    'product_unknown',
  ],
])('refuses %s, by its field', async (_, change, field, fault) => {
  const adding = addIdea(as(world.mai), { typed: filledIdea(world.producerId, change) })
  await expect(adding).rejects.toMatchObject({ kind: 'invalid', facts: { faults: { [field]: fault } } })
})

test('nothing is sent before it says what it is and what it is made of', async () => {
  const id = await built('draft', { material: '' })
  await expect(sendIdea(as(world.mai), { ideaId: id })).rejects.toMatchObject({
    code: 'plans.idea_incomplete',
    facts: { faults: { material: 'missing' } },
  })
})

test('what the commune has cannot be changed, sent again or removed; an answered idea not be answered', async () => {
  const id = await built('sent')
  const typed = filledIdea(world.producerId)
  const closed = { code: 'plans.idea_closed' }
  await expect(changeIdea(as(world.mai), { ideaId: id, version: 2, typed })).rejects.toMatchObject(closed)
  await expect(sendIdea(as(world.mai), { ideaId: id })).rejects.toMatchObject(closed)
  await expect(removeIdea(as(world.mai), { ideaId: id })).rejects.toMatchObject(closed)
  await answerIdea(as(world.lan), { ideaId: id, typed: yes })
  const again = answerIdea(as(world.lan), { ideaId: id, typed: yes })
  await expect(again).rejects.toMatchObject({ code: 'plans.idea_not_waiting' })
  const back = await built('returned')
  await expect(removeIdea(as(world.mai), { ideaId: back })).rejects.toMatchObject({ code: 'plans.idea_seen' })
})

test('a draft is removed, with its trace in the events', async () => {
  const id = await built('draft')
  await removeIdea(as(world.mai), { ideaId: id })
  expect(await findIdea(db, id)).toBeUndefined()
  expect((await listEvents(db, `product_idea:${id}`)).at(-1)?.name).toBe('product_idea.removed')
})

test.each([
  ['no choice', { answer: '', words: '', plannedYear: '' }, 'answer'],
  ['a return without words', { answer: 'returned', words: '', plannedYear: '' }, 'words'],
  ['a refusal without a reason', { answer: 'declined', words: '', plannedYear: '' }, 'words'],
  ['a plan of no year', { answer: 'accepted', words: '', plannedYear: 'sau' }, 'plannedYear'],
])('refuses an answer with %s', async (_, typed, field) => {
  const answering = answerIdea(as(world.lan), { ideaId: await built('sent'), typed })
  const faults = { [field]: expect.any(String) }
  await expect(answering).rejects.toMatchObject({ kind: 'invalid', facts: { faults } })
})

test('of two who answer at once the second is told; of two who change at once too', async () => {
  const id = await built('sent')
  const answers = await Promise.allSettled([
    answerIdea(as(world.lan), { ideaId: id, typed: yes }),
    answerIdea(as(world.lan), { ideaId: id, typed: { ...yes, answer: 'declined', words: 'Không.' } }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const draft = await built('draft')
  const typed = filledIdea(world.producerId)
  const changes = await Promise.allSettled(
    [1, 2].map(() => changeIdea(as(world.mai), { ideaId: draft, version: 1, typed })),
  )
  expect(changes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

const strangers: [string, Actor][] = [
  ['a visitor', nobody],
  ['another producer', actorWith('producer', 'vn/14/03868', { id: 'o', producerId: newUuid(1) })],
  ['the officer next door', actorWith('commune_officer', 'vn/14/03856')],
  ['an officer of another province', actorWith('province_officer', 'vn/11')],
  ['a consultant', actorWith('consultant', 'vn/14')],
  ['the administrator', actorWith('administrator', 'vn/14')],
]

test.each(strangers)('%s finds no idea, writes none and answers none', async (_, actor) => {
  const id = await built('sent')
  const typed = filledIdea(world.producerId)
  await expect(addIdea(as(actor), { typed })).rejects.toMatchObject({ code: 'plans.producer_unknown' })
  for (const work of [
    () => changeIdea(as(actor), { ideaId: id, version: 2, typed }),
    () => sendIdea(as(actor), { ideaId: id }),
    () => removeIdea(as(actor), { ideaId: id }),
    () => answerIdea(as(actor), { ideaId: id, typed: yes }),
  ])
    await expect(work()).rejects.toMatchObject({ code: 'plans.idea_unknown' })
})

test.each([
  ['the province’s officer', actorWith('province_officer', 'vn/14')],
  ['the leader', actorWith('leader', 'vn/14')],
  ['an auditor', actorWith('auditor', 'vn/14')],
])('%s reads and decides nothing', async (_, actor) => {
  const id = await built('sent')
  expect((await app(actor).request(`/plans/ideas/${id}`)).status).toBe(200)
  const answering = answerIdea(as(actor), { ideaId: id, typed: yes })
  await expect(answering).rejects.toMatchObject({ code: 'plans.for_commune' })
  await expect(sendIdea(as(actor), { ideaId: id })).rejects.toMatchObject({ code: 'plans.idea_not_yours' })
})

test('a producer’s draft is its own until it is sent; the auditor reads it', async () => {
  const id = await built('draft')
  const status = async (actor: Actor) => (await app(actor).request(`/plans/ideas/${id}`)).status
  expect(await status(world.mai)).toBe(200)
  expect(await status(world.lan)).toBe(404)
  expect(await status(world.hoa)).toBe(404)
  expect(await status(actorWith('auditor', 'vn/14'))).toBe(200)
})

test('the form keeps what was typed, saves, and the page sends it', async () => {
  const page = app(world.mai)
  const form = { ...filledIdea(world.producerId), expectedYear: 'sang năm' }
  const faulty = await page.request('/plans/ideas', form)
  expect(faulty.status).toBe(422)
  expect(await faulty.text()).toContain('value="sang năm"')
  const saved = await page.request('/plans/ideas', { ...form, expectedYear: '2028' })
  expect(saved.status).toBe(303)
  const here = saved.headers.get('location') ?? ''
  expect(await (await page.request(here)).text()).toContain(`action="${here}/submission"`)
  const stale = await page.request(here, { ...form, expectedYear: '2028', version: '7', name: 'Tên mới' })
  expect([stale.status, (await stale.text()).includes('value="Tên mới"')]).toEqual([409, true])
  expect((await page.request(`${here}/submission`, {})).status).toBe(303)
  const officer = await (await app(world.lan).request(here)).text()
  expect(officer).toContain(`action="${here}/answer"`)
  const answered = await app(world.lan).request(`${here}/answer`, { answer: 'declined', words: ' ' })
  expect([answered.status, (await answered.text()).includes('vì sao')]).toEqual([422, true])
})

test('the list has its tabs and years, and goes along as an Excel file', async () => {
  const id = await built('accepted')
  const list = await (await app(world.hoa).request('/plans?state=accepted&year=2027')).text()
  expect(list).toContain(`href="/plans/ideas/${id}"`)
  expect(list).toContain('/plans/ideas.xlsx?state=accepted&amp;year=2027')
  expect(await (await app(world.hoa).request('/plans?year=2031')).text()).not.toContain(id)
  const answer = await app(world.hoa).request('/plans/ideas.xlsx?state=accepted')
  const { headers, rows } = await readSheet(new Uint8Array(await answer.arrayBuffer()))
  const lines = []
  for await (const { cells } of rows) lines.push(cells)
  expect(headers[2]).toBe('Sản phẩm')
  expect(lines.some((cells) => cells.includes('Trà hoa chè Tà Xùa'))).toBe(true)
})

function newUuid(no: number): string {
  return `01a00000-0000-7000-8000-00000000000${no}`
}
