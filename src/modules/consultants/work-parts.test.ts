import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson } from '#modules/people/testing.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { translator } from '#platform/text/translator.ts'
import { proposeMandate } from './propose-mandate.ts'
import { type ConsultantWorld, openConsultantWorld } from './testing/consultant-world.ts'
import { applyToRegister, filledMandate } from './testing.ts'
import { consultantWork, countConsultantWork } from './work-parts.tsx'

let world: ConsultantWorld

beforeAll(async () => {
  world = await openConsultantWorld()
})
afterAll(() => world.close())

const t = translator('vi')

test('a mandate waits at the side that has not signed, until it has', async () => {
  const { tuansFirm: consultantId, producerId, mai, tuan, lan } = world
  expect(await consultantWork(world.as(tuan), t)).toEqual([])
  const typed = filledMandate(mai, '2026-11-24', { consultantId, producerId })
  const { id } = await proposeMandate(world.as(mai), { side: 'producer', typed })
  const [part] = await consultantWork(world.as(tuan), t)
  expect(part).toMatchObject({ key: 'mandates', urgent: true })
  expect(part?.lines.map(({ href }) => href)).toEqual([`/mandates/${id}`])
  expect(await countConsultantWork(world.as(tuan))).toEqual({ '/mandates': 1 })
  for (const other of [mai, lan]) expect(await consultantWork(world.as(other), t)).toEqual([])
})

test('a producer is told of what a consultant proposes', async () => {
  const { lansFirm: consultantId, producerId, mai, lan } = world
  const typed = filledMandate(lan, '2026-11-24', { consultantId, producerId })
  const { id } = await proposeMandate(world.as(lan), { side: 'consultant', typed })
  const [part] = await consultantWork(world.as(mai), t)
  expect(part?.lines.map(({ href }) => href)).toEqual([`/mandates/${id}`])
})

test('somebody invited as a consultant is led to registering, and the officers to the application', async () => {
  const newcomer = await makePerson(world.db, 'Quàng Thị Én', [{ role: 'consultant', unitId: '14' }])
  const [asked] = await consultantWork(world.as(newcomer), t)
  expect(asked?.lines.map(({ href }) => href)).toEqual(['/consultants/application'])
  const files = await testFiles()
  const id = await applyToRegister(world.as(newcomer), files, { kind: 'person', name: 'Quàng Thị Én' })
  const [applied] = await consultantWork(world.as(newcomer), t)
  expect(applied).toMatchObject({ key: 'consultant', urgent: false, lines: [] })
  const [waiting] = await consultantWork(world.as(world.hoa), t)
  expect(waiting?.lines.map(({ href }) => href)).toEqual([`/consultants/${id}`])
  expect(await countConsultantWork(world.as(world.hoa))).toMatchObject({ '/consultants': 1 })
})
