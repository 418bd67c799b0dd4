import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { recomputeDueDays } from './recompute-due-days.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

/** As a calendar that knew fewer, or more, days off would have made it. */
const computedBefore = (id: string, dueOn: string) =>
  desk.db.updateTable('dossier').set({ dueOn }).where('id', '=', id).execute()

test('a notice with more days off moves the due day, once, and says so', async () => {
  const { id, dueOn } = await desk.filed(world, 'received')
  await computedBefore(id, '2026-12-10')
  expect(await recomputeDueDays(desk.ctx)).toBe(1)
  expect(await desk.found(id)).toMatchObject({ dueOn })
  expect((await desk.eventsOf(id)).at(-1)).toBe('dossier.due_recomputed')
  expect(await recomputeDueDays(desk.ctx)).toBe(0)
})

test('it moves while the producer mends, too, and leaves those alone that have gone on', async () => {
  const { id, dueOn } = await desk.filed(world, 'returned')
  const gone = await desk.filed(await smallWorld(desk.ctx), 'proposed')
  await computedBefore(id, '2026-12-10')
  expect(await recomputeDueDays(desk.ctx)).toBe(1)
  expect((await desk.found(id)).dueOn).toBe(dueOn)
  expect((await desk.found(gone.id)).dueOn).toBe(gone.dueOn)
})

test('a day that was told never moves earlier', async () => {
  const { id, dueOn } = await desk.filed(world, 'received')
  await computedBefore(id, '2026-12-31')
  expect(await recomputeDueDays(desk.ctx)).toBe(0)
  expect((await desk.found(id)).dueOn).toBe('2026-12-31')
  // Nothing had told it here: the day of the receipt is put back.
  await desk.db.updateTable('dossier').set({ dueOn }).where('id', '=', id).execute()
})

test('two runs at once move it once', async () => {
  const { id } = await desk.filed(world, 'received')
  await computedBefore(id, '2026-12-10')
  const runs = await Promise.all([recomputeDueDays(desk.ctx), recomputeDueDays(desk.ctx)])
  expect(runs.reduce((all, one) => all + one)).toBe(1)
})
