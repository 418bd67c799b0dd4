import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '#platform/events/digest.ts'
import { selfAnswersOf } from './answer-store.ts'
import { attachEvidence } from './attach-evidence.ts'
import { detachEvidence } from './detach-evidence.ts'
import { listEvidence } from './evidence-store.ts'
import { openDossier } from './open-dossier.ts'
import { Registration } from './registration.ts'
import { Report } from './report.ts'
import { saveAnswers } from './save-answers.ts'
import { saveRegistration } from './save-registration.ts'
import { saveReport } from './save-report.ts'
import { listSnapshots } from './snapshot-store.ts'
import { submitDossier } from './submit-dossier.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, pdf, strangers, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

describe('opening', () => {
  test.each(['upgrade', 'reassessment'] as const)(
    'an %s needs the certificate that it rests on',
    async (kind) => {
      await expect(
        openDossier(desk.as(world.mai), { productId: world.productId, kind }),
      ).rejects.toMatchObject({
        code: 'dossiers.needs_certificate',
      })
    },
  )

  test('a dossier keeps the law of its day and begins with what the registers know', async () => {
    const { id, code } = await openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' })
    const dossier = await desk.found(id)
    expect(code).toMatch(/^HS-2026-\d{6}$/)
    expect(dossier).toMatchObject({
      code,
      state: 'draft',
      regimeId: 'qd26-2026',
      criteriaSetId: 'qd26-2026-11',
      unitPath: 'vn/14/03868',
      isDemo: true,
      createdBy: 'mai',
      version: 1,
    })
    expect(dossier.criteriaDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(dossier.registration).toMatchObject({
      representativeName: 'Sùng Thị Mai',
      specification: 'Hộp 100 g',
    })
    expect(await desk.eventsOf(id)).toEqual(['dossier.opened'])
  })

  test('codes follow each other without a gap, also when an opening is refused', async () => {
    const number = (code: string) => Number(code.slice(-6))
    const first = await openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' })
    await expect(
      openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'dossiers.product_has_open_dossier' })
    const other = await smallWorld(desk.ctx)
    const second = await openDossier(desk.as(other.mai), { productId: other.productId, kind: 'first' })
    expect(number(second.code)).toBe(number(first.code) + 1)
  })

  test('two openings of one product at once leave one dossier', async () => {
    const open = () => openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' })
    const outcomes = await Promise.allSettled([open(), open()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each([
    ['another producer', () => strangers[2] ?? world.lan, 'not_found'],
    ['an officer', () => world.lan, 'not_found'],
  ])('is refused to %s', async (_, actor, kind) => {
    const opening = openDossier(desk.as(actor()), { productId: world.productId, kind: 'first' })
    await expect(opening).rejects.toMatchObject({ kind, code: 'dossiers.product_unknown' })
  })

  test('is refused for a product that has no product set yet', async () => {
    const unclassified = await smallWorld(desk.ctx, { productSetNo: '' })
    await expect(
      openDossier(desk.as(unclassified.mai), { productId: unclassified.productId, kind: 'first' }),
    ).rejects.toMatchObject({ code: 'dossiers.product_unclassified' })
  })
})

describe('filling in', () => {
  test('answers are kept by option numbers and replaced one by one', async () => {
    const { id } = await desk.filed(world, 'draft')
    await saveAnswers(desk.as(world.mai), {
      dossierId: id,
      answers: { '1.1': [2] },
      notes: { '1.1': 'Nương của xã' },
    })
    expect((await selfAnswersOf(desk.db, id))['1.1']).toEqual([2])
    await saveAnswers(desk.as(world.mai), { dossierId: id, answers: { '1.1': [] }, notes: {} })
    expect((await selfAnswersOf(desk.db, id))['1.1']).toEqual([])
    expect(Object.keys(await selfAnswersOf(desk.db, id)).length).toBeGreaterThan(20)
  })

  test.each([
    ['an option that is not there', { '1.1': [9] }, 'not_an_option'],
    ['two options where one is asked', { '1.1': [1, 2] }, 'not_an_option'],
    ['a criterion that is not on the sheet', { '99': [1] }, 'unknown_criterion'],
    ['none, where the sheet offers a 0', { '1.2': [] }, 'missing'],
  ])('refuses %s', async (_, answers, fault) => {
    const { id } = await desk.filed(world, 'draft')
    const saving = saveAnswers(desk.as(world.mai), { dossierId: id, answers, notes: {} })
    await expect(saving).rejects.toMatchObject({
      code: 'dossiers.answers_wrong',
      facts: { faults: [{ fault }] },
    })
  })

  test('a form filled in on an older version is refused, and nothing is lost', async () => {
    const { id, version } = await desk.filed(world, 'draft')
    const registration = Registration.parse({ representativeName: 'Mai' })
    await saveRegistration(desk.as(world.mai), { dossierId: id, registration, version })
    const report = Report.parse({ history: 'Từ năm 2018' })
    await expect(saveReport(desk.as(world.mai), { dossierId: id, report, version })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'dossiers.changed_meanwhile',
    })
    await saveReport(desk.as(world.mai), { dossierId: id, report, version: version + 1 })
    expect((await desk.found(id)).registration).toMatchObject({ representativeName: 'Mai' })
    expect((await desk.found(id)).report).toMatchObject({ history: 'Từ năm 2018' })
  })

  test('evidence is kept with its file and taken out without being forgotten', async () => {
    const { id } = await desk.filed(world, 'draft')
    const place = { criterion: '1.1', paperKind: 'raw_material' }
    const { id: evidenceId } = await attachEvidence(desk.as(world.mai), desk.files, {
      dossierId: id,
      ...place,
      title: 'Hợp đồng',
      file: pdf('hop-dong.pdf'),
    })
    expect(await listEvidence(desk.db, id)).toMatchObject([
      { ...place, title: 'Hợp đồng', name: 'hop-dong.pdf' },
    ])
    await detachEvidence(desk.as(world.mai), { dossierId: id, evidenceId })
    expect(await listEvidence(desk.db, id)).toEqual([])
    await expect(detachEvidence(desk.as(world.mai), { dossierId: id, evidenceId })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test.each([
    ['no place', {}],
    ['an unknown paper', { paperKind: 'passport' }],
    ['an unknown criterion', { criterion: '99' }],
    ['an unknown paper at a criterion', { criterion: '1.1', paperKind: 'passport' }],
  ])('evidence for %s is refused', async (_, place) => {
    const { id } = await desk.filed(world, 'draft')
    const attaching = attachEvidence(desk.as(world.mai), desk.files, { dossierId: id, ...place, file: pdf() })
    await expect(attaching).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('handing in', () => {
  test('an incomplete dossier says what it lacks', async () => {
    const { id } = await openDossier(desk.as(world.mai), { productId: world.productId, kind: 'first' })
    await saveRegistration(desk.as(world.mai), { dossierId: id, registration: Registration.parse({}) })
    await saveAnswers(desk.as(world.mai), { dossierId: id, answers: { '1.1': [3] }, notes: {} })
    const refused = await submitDossier(desk.as(world.mai), { dossierId: id, pledged: false }).catch(
      (no) => no,
    )
    expect(refused).toMatchObject({ kind: 'invalid', code: 'dossiers.incomplete' })
    const [registration, answers, pledge] = refused.facts.lacks
    expect(registration).toEqual({
      part: 'registration',
      fields: ['representativeName', 'representativePost', 'address', 'phone'],
    })
    expect(answers.criteria).not.toContain('1.1')
    expect(answers.criteria).toContain('1.2')
    expect(pledge).toEqual({ part: 'pledge' })
    expect((await desk.found(id)).state).toBe('draft')
  })

  test('what is handed in is frozen with the digest of every file', async () => {
    const papers = [{ paperKind: 'test_results', title: 'Phiếu kiểm nghiệm', file: pdf('kiem-nghiem.pdf') }]
    const { id, code } = await desk.filed(world, 'submitted', { evidence: { files: desk.files, papers } })
    const [snapshot] = await listSnapshots(desk.db, id)
    expect(snapshot).toMatchObject({ number: 1, content: { code, pledge: { by: 'mai' } } })
    expect(snapshot?.digest).toBe(digestOf(snapshot?.content))
    expect(snapshot?.content.evidence[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    await expect(sql`update dossier_snapshot set digest = 'x'`.execute(desk.db)).rejects.toThrow(
      'never changed',
    )
    await expect(sql`delete from dossier_snapshot`.execute(desk.db)).rejects.toThrow('never changed')
  })

  test('two submissions at once: one is taken, one refused, one snapshot kept', async () => {
    const { id } = await desk.filed(world, 'draft')
    const submit = () => submitDossier(desk.as(world.mai), { dossierId: id, pledged: true })
    const outcomes = await Promise.allSettled([submit(), submit()])
    const refused = outcomes.find(({ status }) => status === 'rejected')
    expect(refused).toMatchObject({ reason: { kind: 'conflict', code: 'dossiers.step_closed' } })
    expect(await listSnapshots(desk.db, id)).toHaveLength(1)
    expect((await desk.eventsOf(id)).filter((name) => name === 'dossier.submitted')).toHaveLength(1)
  })

  test('nothing in a dossier that was handed in can be changed', async () => {
    const { id } = await desk.filed(world, 'submitted')
    const closed = { kind: 'conflict', code: 'dossiers.closed_for_changes' }
    const mai = desk.as(world.mai)
    await expect(
      saveRegistration(mai, { dossierId: id, registration: Registration.parse({}) }),
    ).rejects.toMatchObject(closed)
    await expect(saveReport(mai, { dossierId: id, report: Report.parse({}) })).rejects.toMatchObject(closed)
    await expect(
      saveAnswers(mai, { dossierId: id, answers: { '1.1': [1] }, notes: {} }),
    ).rejects.toMatchObject(closed)
    await expect(
      attachEvidence(mai, desk.files, { dossierId: id, criterion: '1.1', file: pdf() }),
    ).rejects.toMatchObject(closed)
  })
})
