import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { digestOf } from '#platform/events/digest.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { type ListedOwner, registerProducers } from './register-producers.ts'
import { registerTeaCooperative } from './testing.ts'

let database: Database
const province = actorWith('province_officer', 'vn/14')
const register = (owners: ListedOwner[], actor: Actor = province) =>
  registerProducers(testCtx(database.db, { actor }), { owners, within: 'vn/14' })
const owner = (name: string, change: Partial<ListedOwner> = {}): ListedOwner => ({
  kind: 'cooperative',
  name,
  unitId: '14',
  ...change,
})

beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())

test('one name and kind is one producer, in the list and with those that are there', async () => {
  const tea = await registerTeaCooperative(testCtx(database.db, { actor: province }))
  const ids = await register([
    owner('HTX Bảo Minh'),
    owner('htx bao minh', { unitId: '03868' }),
    owner('HTX Bảo Minh', { kind: 'company' }),
    owner('HỢP TÁC XÃ CHÈ MÂY TÀ XÙA'),
  ])
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[0])
  expect(ids[3]).toBe(tea.id)
  expect(await register([owner('HTX Bảo Minh')])).toEqual([ids[0]])
  expect(await register([])).toEqual([])
})

test('two lists at once register a producer once', async () => {
  const both = await Promise.all([register([owner('HTX Cùng lúc')]), register([owner('HTX Cùng lúc')])])
  expect(both[0]).toEqual(both[1])
})

test('every one that is registered is an event whose digest holds', async () => {
  const [id] = await register([owner('HTX Sự kiện')])
  const [event] = await listEvents(database.db, `producer:${id}`)
  if (!event) throw new Error('no event')
  expect(event).toMatchObject({ name: 'producer.registered', facts: { source: 'import' } })
  const { seq: _, digest, at, ...rest } = event
  expect(digestOf({ ...rest, at: at.toISOString() })).toBe(digest)
})

test.each([
  ['a former unit', owner('HTX A', { unitId: '03646~2025' }), province, 'producers.faulty'],
  [
    'the whole country',
    owner('HTX A', { unitId: 'vn' }),
    actorWith('administrator', 'vn'),
    'producers.faulty',
  ],
  ['a name of one letter', owner('A'), province, 'producers.faulty'],
  [
    'an officer of another province',
    owner('HTX A'),
    actorWith('province_officer', 'vn/11'),
    'producers.may_not_register',
  ],
  [
    'a commune officer for the province',
    owner('HTX A'),
    actorWith('commune_officer', 'vn/14/03868'),
    'producers.may_not_register',
  ],
  ['an auditor', owner('HTX A'), actorWith('auditor', 'vn'), 'producers.may_not_register'],
])('refuses %s', async (_, given, actor, code) => {
  await expect(register([given], actor)).rejects.toMatchObject({ code })
})
