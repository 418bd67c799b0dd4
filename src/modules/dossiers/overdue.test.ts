import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { deskRoutes } from './desk-routes.tsx'
import { extendFixList } from './extend-fix-list.ts'
import { findOpenFixList } from './fix-list-store.ts'
import { goOnAsItStands } from './go-on-as-it-stands.ts'
import { listSnapshots } from './snapshot-store.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { morningOf, openTestDesk, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

/** Returned on 3/11/2026, to be mended by 10/11/2026. */
const waiting = (upTo: 'returned' | 'returned_by_province' = 'returned') =>
  desk.filed(world, upTo, {
    at: {
      draft: morningOf('2026-10-30'),
      submitted: morningOf('2026-10-30'),
      received: morningOf('2026-11-02'),
      proposed: morningOf('2026-11-02'),
      returned: morningOf('2026-11-03'),
      returned_by_province: morningOf('2026-11-03'),
    },
  })
const reason = 'Chủ thể đi cấp cứu.'
const onDay = (actor: Actor, day: string) => desk.as(actor, morningOf(day))

test('more time moves the day, once the reason is written, and leaves the clock standing', async () => {
  const { id: dossierId, pausedOn } = await waiting()
  await extendFixList(onDay(world.lan, '2026-11-12'), { dossierId, dueOn: '2026-11-20', reason })
  expect((await findOpenFixList(desk.db, dossierId))?.dueOn).toBe('2026-11-20')
  expect(await desk.found(dossierId)).toMatchObject({ state: 'returned', pausedOn })
  expect(await desk.eventsOf(dossierId)).toContain('dossier.fix_list_extended')
})

test.each([
  ['2026-11-10', reason, { dueOn: 'not_later' }],
  ['2026-11-11', reason, { dueOn: 'not_later' }],
  ['mai', ' ', { dueOn: 'not_later', reason: 'no_reason' }],
])('more time until "%s" because of "%s" is refused beside its field', async (dueOn, why, faults) => {
  const { id: dossierId } = await waiting()
  const extend = extendFixList(onDay(world.lan, '2026-11-12'), { dossierId, dueOn, reason: why })
  await expect(extend).rejects.toMatchObject({ kind: 'invalid', facts: { faults } })
})

test('until the day has passed nobody goes on; then the dossier is judged as it stands', async () => {
  const before = await waiting()
  const { id: dossierId } = before
  const goOn = (day: string) => goOnAsItStands(onDay(world.lan, day), { dossierId, reason })
  await expect(goOn('2026-11-10')).rejects.toMatchObject({
    kind: 'conflict',
    code: 'dossiers.still_time_to_mend',
  })
  await goOn('2026-11-11')
  const after = await desk.found(dossierId)
  expect(after).toMatchObject({ state: 'received', pausedOn: null })
  expect(after.dueOn && before.dueOn && after.dueOn > before.dueOn).toBe(true)
  expect(await findOpenFixList(desk.db, dossierId)).toBeUndefined()
  const [last, first] = await listSnapshots(desk.db, dossierId)
  expect(last?.content).toMatchObject({ pledge: first?.content.pledge, goneOn: { by: 'lan' } })
})

test('what the province returned goes back to the province, and the commune may not go on with it', async () => {
  const { id: dossierId } = await waiting('returned_by_province')
  const byCommune = goOnAsItStands(onDay(world.lan, '2026-11-11'), { dossierId, reason })
  await expect(byCommune).rejects.toMatchObject({ kind: 'forbidden' })
  await goOnAsItStands(onDay(world.hoa, '2026-11-11'), { dossierId, reason })
  expect(await desk.found(dossierId)).toMatchObject({ state: 'proposed' })
})

test('two officers go on at once: one does', async () => {
  const { id: dossierId } = await waiting()
  const goOn = () => goOnAsItStands(onDay(world.lan, '2026-11-11'), { dossierId, reason })
  const outcomes = await Promise.allSettled([goOn(), goOn()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each<[string, () => Actor, string]>([
  ['the producer', () => world.mai, 'forbidden'],
  ['an auditor', () => actorWith('auditor', 'vn/14'), 'forbidden'],
  ['another commune', () => actorWith('commune_officer', 'vn/14/03646'), 'not_found'],
  ['another province', () => actorWith('province_officer', 'vn/11'), 'not_found'],
])('%s neither gives more time nor goes on', async (_, who, kind) => {
  const { id: dossierId } = await waiting()
  const ctx = onDay(who(), '2026-11-12')
  await expect(goOnAsItStands(ctx, { dossierId, reason })).rejects.toMatchObject({ kind })
  await expect(extendFixList(ctx, { dossierId, dueOn: '2026-11-20', reason })).rejects.toMatchObject({ kind })
})

test('the page offers both, keeps what was typed, and leads back to the dossier', async () => {
  const { id } = await waiting()
  const app = testApp(desk.db, deskRoutes, { actor: world.lan, now: morningOf('2026-11-12') })
  const path = `/dossiers/${id}/fix-list`
  expect(await (await app.request(path)).text()).toContain('Đã quá ngày hẹn')
  const faulty = await app.request(`${path}/extension`, { dueOn: '2026-11-01', reason: 'Mưa lũ ở bản.' })
  expect(faulty.status).toBe(422)
  const html = await faulty.text()
  expect(html).toContain('Mưa lũ ở bản.')
  expect(html).toContain('Chọn ngày muộn hơn')
  const done = await app.request(`${path}/conclusion`, { reason })
  expect([done.status, done.headers.get('location')]).toEqual([303, `/dossiers/${id}`])
})
