import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorWith, testNow } from '#platform/testing/test-ctx.ts'
import { assignHolder } from './assign-holder.ts'
import { attachEvidence } from './attach-evidence.ts'
import { findCommunePapers } from './commune-paper-store.ts'
import { detachEvidence } from './detach-evidence.ts'
import { listEvidence } from './evidence-store.ts'
import { findOpenFixList } from './fix-list-store.ts'
import { proposeDossier } from './propose-dossier.ts'
import { receiveDossier } from './receive-dossier.ts'
import { Registration } from './registration.ts'
import { resubmitDossier } from './resubmit-dossier.ts'
import { returnDossier } from './return-dossier.ts'
import { saveAnswers } from './save-answers.ts'
import { saveRegistration } from './save-registration.ts'
import { changedParts } from './snapshot.ts'
import { listSnapshots } from './snapshot-store.ts'
import type { FiledState } from './testing/file-dossier.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { allFound, morningOf, openTestDesk, pdf, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

describe('in the commune', () => {
  test('receipt gives the next number, starts the clock, and puts the dossier in the officer’s hands', async () => {
    const first = await desk.filed(world, 'received', { at: { received: morningOf('2026-11-20') } })
    expect(first.communeReceipt).toMatch(/^\d{2,}\/PĐK-14-03868-2026$/)
    expect(first).toMatchObject({ receivedOn: '2026-11-20', dueOn: '2026-12-14', holderId: 'lan' })
    world = await smallWorld(desk.ctx)
    const second = await desk.filed(world, 'received')
    const number = (receipt: string | null) => Number(receipt?.split('/')[0])
    expect(number(second.communeReceipt)).toBe(number(first.communeReceipt) + 1)
  })

  test('two officers receive at once: one number is given', async () => {
    const { id } = await desk.filed(world, 'submitted')
    const receive = () => receiveDossier(desk.as(world.lan), { dossierId: id })
    const outcomes = await Promise.allSettled([receive(), receive()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await desk.eventsOf(id)).filter((name) => name === 'dossier.received')).toHaveLength(1)
  })

  test('a returned dossier opens only where it was sent back, and must be mended before it is sent again', async () => {
    const dossier = await desk.filed(world, 'received', { at: { received: morningOf('2026-11-02') } })
    const dossierId = dossier.id
    await returnDossier(desk.as(world.lan, morningOf('2026-11-10')), {
      dossierId,
      dueOn: '2026-11-20',
      items: [
        { target: 'paper:test_results', reason: 'outdated', note: 'Quá 12 tháng' },
        { target: 'criterion:1.1', reason: 'incorrect', note: 'Nguyên liệu mua ngoài tỉnh' },
      ],
    })
    expect(await desk.found(dossierId)).toMatchObject({ state: 'returned', pausedOn: '2026-11-10' })

    const mai = desk.as(world.mai, morningOf('2026-11-16'))
    await expect(
      saveRegistration(mai, { dossierId, registration: Registration.parse({}) }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'dossiers.part_closed' })
    await expect(
      saveAnswers(mai, { dossierId, answers: { '1.1': [1], '1.2': [1] }, notes: {} }),
    ).rejects.toMatchObject({ code: 'dossiers.part_closed', facts: { target: 'criterion:1.2' } })
    await expect(resubmitDossier(mai, { dossierId, pledged: true })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'dossiers.not_mended',
      facts: { unmended: ['paper:test_results', 'criterion:1.1'] },
    })

    await saveAnswers(mai, { dossierId, answers: { '1.1': [1] }, notes: {} })
    await attachEvidence(mai, desk.files, { dossierId, paperKind: 'test_results', file: pdf('moi.pdf') })
    await expect(resubmitDossier(mai, { dossierId, pledged: false })).rejects.toMatchObject({
      code: 'dossiers.incomplete',
    })
    await resubmitDossier(desk.as(world.mai, morningOf('2026-11-18')), { dossierId, pledged: true })

    expect(await desk.found(dossierId)).toMatchObject({
      state: 'received',
      pausedOn: null,
      dueOn: '2026-12-02',
    })
    expect(await findOpenFixList(desk.db, dossierId)).toBeUndefined()
    const [after, before] = await listSnapshots(desk.db, dossierId)
    if (!after || !before) expect.fail('a snapshot is missing')
    expect(changedParts(before.content, after.content).sort()).toEqual([
      'criterion:1.1',
      'paper:test_results',
    ])
  })

  test('taking a file away mends what was wrong, not what is missing', async () => {
    const papers = [{ paperKind: 'awards', title: 'Bằng khen', file: pdf('bang-khen.pdf') }]
    const { id: dossierId } = await desk.filed(world, 'returned', {
      evidence: { files: desk.files, papers },
      toMend: [{ target: 'paper:awards', reason: 'incomplete', note: 'Thiếu trang hai' }],
    })
    const [evidence] = await listEvidence(desk.db, dossierId)
    await detachEvidence(desk.as(world.mai), { dossierId, evidenceId: evidence?.id ?? '' })
    expect((await findOpenFixList(desk.db, dossierId))?.items[0]?.mendedAt).toBeNull()
    await attachEvidence(desk.as(world.mai), desk.files, { dossierId, paperKind: 'awards', file: pdf() })
    expect((await findOpenFixList(desk.db, dossierId))?.items[0]?.mendedAt).toEqual(testNow)
  })

  test.each([
    ['no item', [], '2026-11-30', 'no_items'],
    ['a day that has passed', [{ target: 'report', note: 'x' }], '2026-11-23', 'due_too_early'],
    ['a part that is not there', [{ target: 'paper:passport', note: 'x' }], '2026-11-30', 'unknown_target'],
    [
      'the commune’s own part',
      [{ target: 'commune:localLabour', note: 'x' }],
      '2026-11-30',
      'unknown_target',
    ],
    ['no note', [{ target: 'report', note: ' ' }], '2026-11-30', 'no_note'],
    [
      'a part twice',
      [
        { target: 'report', note: 'x' },
        { target: 'report', note: 'y' },
      ],
      '2026-11-30',
      'named_twice',
    ],
  ])('a fix-list with %s is refused', async (_, items, dueOn, fault) => {
    const { id } = await desk.filed(world, 'received')
    const list = items.map((item) => ({ ...item, reason: 'incomplete' as const }))
    const returning = returnDossier(desk.as(world.lan), { dossierId: id, items: list, dueOn })
    await expect(returning).rejects.toMatchObject({ kind: 'invalid', facts: { faults: [{ fault }] } })
    expect((await desk.found(id)).state).toBe('received')
  })

  test('the proposal keeps the four contents and gives the product its code', async () => {
    const { id, productCode } = await desk.filed(world, 'proposed')
    expect(productCode).toMatch(/^14-03868-\d+-2026$/)
    expect(await desk.found(id)).toMatchObject({ state: 'proposed', holderId: null })
  })

  test('the report and the letter have numbers of their own, without a gap, or those of the commune’s registry', async () => {
    const filed = async (upTo: FiledState) => desk.filed(await smallWorld(desk.ctx), upTo)
    const first = await filed('proposed')
    const second = await filed('proposed')
    const numbers = (id: string) => findCommunePapers(desk.db, id)
    const number = Number((await numbers(first.id)).report?.slice(0, 2))
    expect(await numbers(second.id)).toEqual({
      report: `${String(number + 1).padStart(2, '0')}/BC-OCOP`,
      letter: `${String(number + 1).padStart(2, '0')}/UBND-OCOP`,
    })
    const typed = { report: '112/BC-UBND', letter: '' }
    const third = await filed('received')
    await proposeDossier(desk.as(world.lan), {
      dossierId: third.id,
      report: allFound,
      samples: 5,
      numbers: typed,
    })
    expect((await numbers(third.id)).report).toBe('112/BC-UBND')
    const fourth = await filed('received')
    const again = { dossierId: fourth.id, report: allFound, samples: 5, numbers: typed }
    await expect(proposeDossier(desk.as(world.lan), again)).rejects.toMatchObject({
      code: 'dossiers.paper_number_used',
    })
    expect((await desk.found(fourth.id)).state).toBe('received')
    const reserved = { ...again, numbers: { report: '', letter: '99 / ubnd-ocop' } }
    await expect(proposeDossier(desk.as(world.lan), reserved)).rejects.toMatchObject({
      code: 'dossiers.paper_number_reserved',
    })
  })

  test.each([[null], [0], [4]])(
    'with %s of the five samples it does not go to the province',
    async (samples) => {
      const { id } = await desk.filed(world, 'received')
      const proposing = proposeDossier(desk.as(world.lan), { dossierId: id, report: allFound, samples })
      await expect(proposing).rejects.toMatchObject({ code: 'dossiers.too_few_samples', facts: { asked: 5 } })
    },
  )

  test('a content that is not met needs its reason', async () => {
    const { id } = await desk.filed(world, 'received')
    const report = { ...allFound, localLabour: { met: false, note: ' ' } }
    const proposing = proposeDossier(desk.as(world.lan), {
      dossierId: id,
      report: { ...report, localLabour: { met: false, note: '' } },
      samples: 5,
    })
    await expect(proposing).rejects.toMatchObject({ kind: 'invalid', facts: { contents: ['localLabour'] } })
  })

  test('an officer takes a dossier over and puts it back', async () => {
    const { id } = await desk.filed(world, 'received')
    const hue = actorWith('commune_officer', world.commune, { id: 'hue' })
    await assignHolder(desk.as(hue), { dossierId: id, take: true })
    expect((await desk.found(id)).holderId).toBe('hue')
    await expect(assignHolder(desk.as(world.lan), { dossierId: id, take: false })).rejects.toMatchObject({
      code: 'dossiers.not_the_holder',
    })
    await assignHolder(desk.as(hue), { dossierId: id, take: false })
    expect((await desk.found(id)).holderId).toBeNull()
    await expect(assignHolder(desk.as(world.hoa), { dossierId: id, take: true })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
