import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayOf } from '#platform/dates.ts'
import { actorWith, testNow } from '#platform/testing/test-ctx.ts'
import { translator } from '#platform/text/translator.ts'
import { countTabs } from './dossier-list-store.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'
import { countDossierWork, dossierWork } from './work-parts.tsx'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const t = translator('vi')

test('a producer is shown what waits for them, and nothing of another’s', async () => {
  const { id } = await desk.filed(world, 'returned')
  await desk.filed(await smallWorld(desk.ctx), 'returned')
  const [part, ...more] = await dossierWork(desk.as(world.mai), t)
  expect(more).toEqual([])
  expect(part).toMatchObject({ key: 'mine', urgent: true })
  expect(part?.lines.map(({ href }) => href)).toEqual([`/dossiers/${id}`])
  expect(part?.lines[0]?.clock?.text).toContain('Bổ sung trước')
  expect(await countDossierWork(desk.as(world.mai))).toEqual({ '/dossiers': 1 })
})

test('the numbers of a commune’s home are those of its inbox', async () => {
  await desk.filed(world, 'received')
  const [part] = await dossierWork(desk.as(world.lan), t)
  const tabs = await countTabs(desk.db, { actor: world.lan, view: 'inbox', today: dayOf(testNow) })
  for (const { href, count } of part?.figures ?? []) expect(count).toBe(tabs[href?.split('tab=')[1] ?? ''])
  expect(part?.figures).toHaveLength(5)
})

test('the advisory team reads what has come to its province and nothing of another', async () => {
  const { id } = await desk.filed(world, 'checked')
  const here = actorWith('advisory', 'vn/14', { id: 'viet' })
  const there = actorWith('advisory', 'vn/11', { id: 'other' })
  const hrefs = async (actor: typeof here) =>
    (await dossierWork(desk.as(actor), t)).flatMap(({ lines }) => lines.map(({ href }) => href))
  expect(await hrefs(here)).toContain(`/dossiers/${id}`)
  expect(await hrefs(there)).toEqual([])
})

test.each(['inspector', 'consultant', 'administrator'] as const)(
  'a %s has no dossiers to work on',
  async (role) => {
    await desk.filed(world, 'received')
    expect(await dossierWork(desk.as(actorWith(role, 'vn/14', { id: role })), t)).toEqual([])
  },
)
