import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { selfAnswersOf } from './answer-store.ts'
import { openDossier } from './open-dossier.ts'
import { producerRoutes } from './producer-routes.tsx'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld
const tea = '/dossiers/practice/qd26-2026-11'
const answers = { 'answer:1.1': '3', 'answer:1.2': '0', 'answer:2.2': '2' }

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const app = (actor = world.mai) => testApp(desk.db, producerRoutes, { actor })
const idIn = (answer: Response) =>
  /dossiers\/([\w-]+)\//.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

test('a producer chooses the product, and the practised answers wait in the new dossier to be looked at', async () => {
  const asked = await app().request(tea, answers)
  const html = await asked.text()
  expect(asked.status).toBe(200)
  expect(html).toContain('Trà xanh Tà Xùa')
  expect(html).toContain('name="answer:1.1" value="3"')
  const opened = await app().request(tea, { ...answers, product: world.productId })
  expect(opened.status).toBe(303)
  const id = idIn(opened)
  expect(await selfAnswersOf(desk.db, id)).toEqual({ '1.1': [3], '1.2': [], '2.2': [2] })
  expect((await desk.found(id)).carried).toEqual(['criterion:1.1', 'criterion:1.2', 'criterion:2.2'])
})

test('without a product chosen, or with one that has an open dossier, the answers are still there', async () => {
  const empty = await app().request(tea, { ...answers, product: '' })
  expect([empty.status, (await empty.text()).includes('name="answer:2.2" value="2"')]).toEqual([422, true])
  await app().request(tea, { ...answers, product: world.productId })
  const again = await app().request(tea, { ...answers, product: world.productId })
  expect([again.status, (await again.text()).includes('name="answer:2.2" value="2"')]).toEqual([422, true])
})

test('a sheet of another set finds no product, an older sheet is not the one of today: both say so', async () => {
  const coffee = await (await app().request('/dossiers/practice/qd26-2026-13', answers)).text()
  expect(coffee).toContain('Chưa có sản phẩm thuộc bộ này')
  const older = await app().request('/dossiers/practice/qd148-2023-11', answers)
  if (older.status === 200) expect(await older.text()).toContain('chấm theo bộ tiêu chí khác')
  const practised = { criteriaSetId: 'qd26-2026-13', answers: { '1.1': [1] } }
  const opening = openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first', practised })
  await expect(opening).rejects.toMatchObject({ code: 'dossiers.practised_on_other_sheet' })
})

test('only a producer opens a dossier, and only for its own product', async () => {
  const officer = await app(world.lan).request(tea, { ...answers, product: world.productId })
  expect(officer.status).toBe(403)
  const other = actorWith('producer', 'vn/14/03868', {
    id: 'o',
    producerId: '01a00000-0000-7000-8000-000000000001',
  })
  const stranger = await app(other).request(tea, { ...answers, product: world.productId })
  expect(stranger.status).toBe(404)
})
