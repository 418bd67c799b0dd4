import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { countTabs, type ListQuery, listDossiers } from './dossier-list-store.ts'
import { tabOf } from './dossier-tabs.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { morningOf, openTestDesk, strangers, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
const worlds: Record<string, SmallWorld> = {}
const today = '2026-11-24'

/** Five teas: a draft, one just handed in, one late, one returned, one proposed. */
beforeAll(async () => {
  desk = await openTestDesk()
  const teas = [
    ['draft', {}],
    ['submitted', {}],
    ['received', { received: morningOf('2026-10-26'), submitted: morningOf('2026-10-23') }],
    ['returned', { received: morningOf('2026-11-20') }],
    ['proposed', {}],
  ] as const
  for (const [state, at] of teas) {
    const world = await smallWorld(desk.ctx)
    worlds[state] = world
    await desk.filed(world, state, { at })
  }
})
afterAll(() => desk.close())

const worldAt = (state: string) => worlds[state] ?? expect.fail(state)
const query = (actor: Actor, view: ListQuery['view'], more: Partial<ListQuery> = {}): ListQuery => ({
  actor,
  view,
  today,
  ...more,
})
const statesIn = async (
  actor: Actor,
  view: ListQuery['view'],
  tab?: string,
  more: Partial<ListQuery> = {},
) => {
  const { rows } = await listDossiers(desk.db, query(actor, view, more), { tab: tabOf(view, tab) })
  return rows.map(({ state }) => state)
}

test('the inbox holds what was handed in and is not yet proposed, the most urgent first', async () => {
  const { lan } = worldAt('received')
  expect(await statesIn(lan, 'inbox')).toEqual(['received', 'returned', 'submitted'])
  expect(await statesIn(lan, 'inbox', 'late')).toEqual(['received'])
  expect(await statesIn(lan, 'inbox', 'handed_over')).toEqual(['proposed'])
  expect(await statesIn(lan, 'inbox', 'no such tab')).toHaveLength(3)
})

test('every tab is counted as it lists', async () => {
  const { lan, hoa } = worldAt('received')
  expect(await countTabs(desk.db, query(lan, 'inbox'))).toEqual({
    open: 3,
    new: 1,
    checking: 1,
    waiting: 1,
    late: 1,
    handed_over: 1,
    withdrawn: 0,
  })
  expect(await countTabs(desk.db, query(hoa, 'desk'))).toMatchObject({
    to_check: 1,
    in_communes: 3,
    closed: 0,
  })
})

test('a row says what the list shows', async () => {
  const { lan, productId } = worldAt('returned')
  const { rows } = await listDossiers(desk.db, query(lan, 'inbox'), { tab: tabOf('inbox', 'waiting') })
  expect(rows[0]).toMatchObject({
    productId,
    productName: 'Trà xanh Tà Xùa',
    producerName: 'Hợp tác xã chè Tà Xùa',
    mendBy: '2026-12-01',
    submissions: 1,
    isDemo: true,
    pictureArt: 'tra-may',
  })
})

test('a producer sees its own, drafts too', async () => {
  expect(await statesIn(worldAt('draft').mai, 'mine')).toEqual(['draft'])
  expect(await statesIn(worldAt('proposed').mai, 'mine', 'under_way')).toEqual(['proposed'])
})

test('the auditor of the province sees what was handed in there; others see nothing', async () => {
  expect(await statesIn(actorWith('auditor', 'vn/14'), 'inbox')).toHaveLength(3)
  for (const stranger of [...strangers.slice(0, 2), actorWith('member', 'vn/14')])
    expect(await statesIn(stranger, 'inbox'), stranger.name).toEqual([])
  expect(await statesIn(worldAt('draft').lan, 'mine')).toEqual([])
})

test.each([
  ['tra xanh', 3],
  ['TRÀ XANH ta xua', 3],
  ['hop tac xa', 3],
  ['pdk-14-03868', 2],
  ['/PĐK-14', 2],
  ['hs-2026', 3],
  ['cà phê', 0],
  ['100%', 0],
])('searching for %j finds %i', async (search, count) => {
  expect(await statesIn(worldAt('received').lan, 'inbox', 'open', { search })).toHaveLength(count)
})

test('pages follow each other by key and show everything once', async () => {
  const { lan } = worldAt('received')
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listDossiers(desk.db, query(lan, 'inbox'), {
      tab: tabOf('inbox', 'open'),
      limit: 1,
      after,
    })
    seen.push(...page.rows.map(({ state }) => state))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(['received', 'returned', 'submitted'])
  const odd = await listDossiers(desk.db, query(lan, 'inbox'), {
    tab: tabOf('inbox', 'open'),
    after: "x'; drop",
  })
  expect(odd.rows).toHaveLength(3)
})
