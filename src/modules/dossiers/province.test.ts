import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listEvents } from '#platform/events/event-store.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { findOpenFixList } from './fix-list-store.ts'
import { mendAssessment } from './mend-assessment.ts'
import { openDossier } from './open-dossier.ts'
import { Report } from './report.ts'
import { resubmitDossier } from './resubmit-dossier.ts'
import { saveReport } from './save-report.ts'
import { listSnapshots } from './snapshot-store.ts'
import { takeStep } from './take-step.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { allFound, openTestDesk, type TestDesk } from './testing/test-desk.ts'
import { withdrawDossier } from './withdraw-dossier.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

describe('in the province', () => {
  test('a checked dossier has the province’s own receipt number', async () => {
    const { provinceReceipt, state } = await desk.filed(world, 'checked')
    expect(state).toBe('checked')
    expect(provinceReceipt).toMatch(/^\d{2,}\/PĐK-14-2026$/)
  })

  test('what the province returns goes back to it, with the code it had', async () => {
    const before = await desk.filed(world, 'returned_by_province', {
      toMend: [{ target: 'report', reason: 'incomplete', note: 'Chưa có kế hoạch' }],
    })
    const mai = desk.as(world.mai)
    await saveReport(mai, { dossierId: before.id, report: Report.parse({ planAhead: 'Mở rộng 5 ha' }) })
    await expect(
      resubmitDossier(desk.as(world.lan), { dossierId: before.id, pledged: false }),
    ).rejects.toMatchObject({ code: 'dossiers.producer_resubmits' })
    await resubmitDossier(mai, { dossierId: before.id, pledged: true })
    const after = await desk.found(before.id)
    expect(after).toMatchObject({ state: 'proposed', productCode: before.productCode })
    expect(await listSnapshots(desk.db, before.id)).toHaveLength(2)
  })

  test('what only the commune has to mend, the commune mends and sends', async () => {
    const { id: dossierId } = await desk.filed(world, 'returned_by_province', {
      toMend: [{ target: 'commune:localLabour', reason: 'incomplete', note: 'Bao nhiêu người?' }],
    })
    const lan = desk.as(world.lan)
    await expect(resubmitDossier(lan, { dossierId, pledged: false })).rejects.toMatchObject({
      code: 'dossiers.not_mended',
    })
    await expect(mendAssessment(desk.as(world.mai), { dossierId, report: allFound })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const report = { ...allFound, localLabour: { met: true, note: '41 người' } }
    await mendAssessment(lan, { dossierId, report })
    await resubmitDossier(lan, { dossierId, pledged: false })
    expect((await desk.found(dossierId)).state).toBe('proposed')
    expect(await listSnapshots(desk.db, dossierId)).toHaveLength(1)
  })
})

describe('leaving', () => {
  test('a withdrawn dossier frees its product and says why', async () => {
    const { id } = await desk.filed(world, 'returned')
    await expect(withdrawDossier(desk.as(world.mai), { dossierId: id, reason: '  ' })).rejects.toMatchObject({
      code: 'dossiers.reason_missing',
    })
    await withdrawDossier(desk.as(world.mai), { dossierId: id, reason: 'Chưa đủ phiếu' })
    expect(await findOpenFixList(desk.db, id)).toBeUndefined()
    const last = (await listEvents(desk.db, `dossier:${id}`)).at(-1)
    expect(last).toMatchObject({
      name: 'dossier.withdrawn',
      facts: { reason: 'Chưa đủ phiếu', from: 'returned' },
    })
    await openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' })
  })

  test('other modules move a checked dossier on, along the table only', async () => {
    const { id } = await desk.filed(world, 'checked')
    const ctx = testCtx(desk.db)
    expect(await takeStep(ctx, { dossierId: id, step: 'place', facts: { sessionId: 's' } })).toEqual({
      state: 'in_council',
    })
    await expect(takeStep(ctx, { dossierId: id, step: 'recognise' })).rejects.toMatchObject({
      code: 'dossiers.step_closed',
    })
    await takeStep(ctx, { dossierId: id, step: 'conclude' })
    await takeStep(ctx, { dossierId: id, step: 'send' })
    await takeStep(ctx, { dossierId: id, step: 'return' })
    expect((await desk.eventsOf(id)).slice(-4)).toEqual([
      'dossier.placed',
      'dossier.scored',
      'dossier.sent_to_centre',
      'dossier.returned_by_centre',
    ])
  })
})
