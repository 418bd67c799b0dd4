import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEvents } from '#platform/events/event-store.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { routes } from '../routes.tsx'
import { type AppraisalDesk, openAppraisalDesk, strangers } from '../testing/appraisal-desk.ts'
import { buildLot } from '../testing.ts'
import { blindCode } from './blind-code.ts'
import { typedMove } from './move-form.ts'
import { lotStates, type Step, stepsOf } from './move-kinds.ts'
import { moveSamples } from './move-samples.ts'
import { receiveSamples } from './receive-samples.ts'
import { countSamples, listSamples, sampleTabs } from './sample-list-store.ts'
import { findLot, listMoves } from './sample-store.ts'

let desk: AppraisalDesk

beforeAll(async () => {
  desk = await openAppraisalDesk()
}, 120_000)
afterAll(() => desk.close())

const stored: [Step, Record<string, string>][] = [
  ['seal', {}],
  ['store', { place: 'Tủ 2, phòng 305', condition: 'Khô, mát' }],
]

async function storedLot(sealNo: string, more: [Step, Record<string, string>][] = []) {
  const { id: dossierId } = await desk.filed('checked')
  const steps = [['seal', { sealNo }] as const, ...stored.slice(1), ...more]
  const lotId = await buildLot(desk.as(desk.hoa), { dossierId, steps })
  return { dossierId, lotId }
}

const move = (lotId: string, step: Step, typed: Record<string, string> = {}, actor = desk.hoa) =>
  moveSamples(desk.as(actor), { lotId, step, typed: typedMove(typed) })

test('five units are received, sealed, stored, tasted, returned and destroyed; none is left and none is missing', async () => {
  const { lotId } = await storedLot('NP-001')
  await move(lotId, 'tasting', { units: '2', counterpart: 'Thư ký Hội đồng' })
  await move(lotId, 'bring_back', { units: '1' })
  await move(lotId, 'return', { units: '3', counterpart: 'Sùng Thị Mai' })
  await move(lotId, 'destroy', { units: '1', reason: 'Hết hạn dùng' })
  expect(await findLot(desk.db, lotId)).toMatchObject({
    ...{ state: 'closed', received: 5, kept: 0, tasted: 1, returned: 3, destroyed: 1, lost: 0 },
  })
  expect((await listEvents(desk.db, `sample_lot:${lotId}`)).map(({ name }) => name)).toEqual([
    'sample_lot.received',
    'sample_lot.sealed',
    'sample_lot.stored',
    'sample_lot.taken_to_tasting',
    'sample_lot.brought_back',
    'sample_lot.returned',
    'sample_lot.destroyed',
  ])
})

test('fewer than the law asks for are received with a reason only', async () => {
  const { id: dossierId } = await desk.filed('proposed')
  const typed = typedMove({ units: '3', counterpart: 'Lan', condition: 'Tốt' })
  await expect(receiveSamples(desk.as(desk.hoa), { dossierId, typed })).rejects.toMatchObject({
    kind: 'invalid',
    facts: { faults: { reason: 'fewer_than_asked' } },
  })
  expect((await findLot(desk.db, await buildLot(desk.as(desk.hoa), { dossierId, units: 3 })))?.kept).toBe(3)
})

test('tourism has no samples', async () => {
  const { id: dossierId } = await desk.filed('checked', { productSetNo: '26' })
  await expect(buildLot(desk.as(desk.hoa), { dossierId })).rejects.toMatchObject({
    code: 'appraisal.tourism_has_no_samples',
  })
})

test('more than is kept cannot be taken, and two who take the last unit at once take it once', async () => {
  const { lotId } = await storedLot('NP-002')
  await expect(move(lotId, 'return', { units: '6', counterpart: 'Mai' })).rejects.toMatchObject({
    code: 'appraisal.too_few_units',
  })
  const taking = [1, 2].map(() => move(lotId, 'return', { units: '4', counterpart: 'Mai' }))
  const ends = await Promise.allSettled(taking)
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await findLot(desk.db, lotId))?.kept).toBe(1)
})

test('a seal is on one lot only', async () => {
  await storedLot('NP-003')
  const { id: dossierId } = await desk.filed('checked')
  const lotId = await buildLot(desk.as(desk.hoa), { dossierId })
  await expect(move(lotId, 'seal', { sealNo: 'NP-003' })).rejects.toMatchObject({
    facts: { faults: { sealNo: 'seal_taken' } },
  })
})

test('whoever does not hold the samples takes them over first', async () => {
  const { lotId } = await storedLot('NP-004')
  const returning = () => move(lotId, 'return', { units: '1', counterpart: 'Mai' }, desk.viet)
  await expect(returning()).rejects.toMatchObject({ kind: 'forbidden', code: 'appraisal.not_the_keeper' })
  await move(lotId, 'take_over', {}, desk.viet)
  await returning()
  await expect(move(lotId, 'return', { units: '1', counterpart: 'Mai' })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('a blind code is seen by who holds the samples, and by nobody else until the council has scored', async () => {
  const { lotId } = await storedLot('NP-005', [['tasting', { units: '2', counterpart: 'Thư ký' }]])
  const moves = await listMoves(desk.db, lotId)
  const tasting = moves.find(({ kind }) => kind === 'tasting')
  const code = tasting?.blindCode ?? ''
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}$/)
  const read = async (actor = desk.hoa, path = '') =>
    testApp(desk.db, routes, { actor }).request(`/samples/${lotId}${path}`)
  expect(await (await read()).text()).toContain(code)
  const auditor = actorWith('auditor', 'vn/14')
  for (const actor of [desk.viet, auditor]) expect(await (await read(actor)).text()).not.toContain(code)
  const slip = `/moves/${tasting?.id}/slip.pdf`
  expect((await read(desk.viet, slip)).status).toBe(403)
  expect((await read(desk.hoa, slip)).headers.get('content-type')).toBe('application/pdf')
  const events = await listEvents(desk.db, `sample_lot:${lotId}`)
  expect(JSON.stringify(events)).not.toContain(code)
})

test('who has no business with samples finds none, and an auditor changes nothing', async () => {
  const { lotId } = await storedLot('NP-006')
  for (const actor of strangers)
    await expect(move(lotId, 'take_over', {}, actor)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(move(lotId, 'take_over', {}, actorWith('auditor', 'vn/14'))).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('every tab is counted as it is listed', async () => {
  await buildLot(desk.as(desk.hoa), { dossierId: (await desk.filed('checked')).id })
  const query = { paths: ['vn/14'], personId: desk.hoa.id }
  const counts = await countSamples(desk.db, query)
  for (const tab of sampleTabs)
    expect([tab, counts[tab]]).toEqual([
      tab,
      (await listSamples(desk.db, query, { tab, limit: 500 })).rows.length,
    ])
  expect(counts.to_seal).toBeGreaterThan(0)
})

test('a form about samples comes back with what was typed', async () => {
  const { id: dossierId } = await desk.filed('checked')
  const app = testApp(desk.db, routes, { actor: desk.hoa })
  const answer = await app.request(`/dossiers/${dossierId}/samples`, {
    units: '0',
    counterpart: 'Ông Páo',
    condition: '',
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="Ông Páo"')
})

test('the custody list and its sheet hold what was received', async () => {
  const { lotId } = await storedLot('NP-007')
  const app = testApp(desk.db, routes, { actor: desk.hoa })
  const page = await (await app.request('/samples?tab=stored&q=np-007')).text()
  expect(page).toContain(`/samples/${lotId}`)
  expect((await app.request('/samples.xlsx?tab=stored')).headers.get('content-type')).toContain('spreadsheet')
})

test('from every state only the steps lead on that fit, and the keeper alone takes them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lotStates), fc.nat(5), (state, tasted) => {
      const own = stepsOf({ state, tasted, isKeeper: true })
      const others = stepsOf({ state, tasted, isKeeper: false })
      expect(own).not.toContain('take_over')
      expect(others.filter((step) => step !== 'take_over')).toEqual([])
      expect(own.includes('tasting')).toBe(state === 'stored')
      expect(own.includes('seal')).toBe(state === 'received')
      expect(own.includes('bring_back')).toBe((state === 'stored' || state === 'closed') && tasted > 0)
    }),
  )
})

test('blind codes have no letter or digit that is mistaken for another', () => {
  for (let draw = 0; draw < 500; draw += 1) expect(blindCode()).toMatch(/^[2-9A-HJ-NP-Z]{4}$/)
})
