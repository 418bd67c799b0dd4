import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endMandate } from '#modules/consultants/index.ts'
import { buildConsultant, buildMandate, type MandateToBuild } from '#modules/consultants/testing.ts'
import { makePerson } from '#modules/people/testing.ts'
import { addScannedPaper, typedPaper } from '#modules/producers/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { translator } from '#platform/text/translator.ts'
import { attachEvidence } from './attach-evidence.ts'
import { citePapers } from './cite-paper.ts'
import { detachEvidence } from './detach-evidence.ts'
import type { Dossier } from './dossier-store.ts'
import { authorsOf } from './field-author.ts'
import { getDossier } from './get-dossier.ts'
import { producerRoutes } from './producer-routes.tsx'
import { readPortfolio } from './read-portfolio.ts'
import { Registration } from './registration.ts'
import { Report } from './report.ts'
import { resubmitDossier } from './resubmit-dossier.ts'
import { saveAnswers } from './save-answers.ts'
import { saveRegistration } from './save-registration.ts'
import { saveReport } from './save-report.ts'
import { submitDossier } from './submit-dossier.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, pdf, type TestDesk } from './testing/test-desk.ts'
import { withdrawDossier } from './withdraw-dossier.ts'
import { countDossierWork, dossierWork } from './work-parts.tsx'

let desk: TestDesk
let lan: Actor & { id: string; email: string }
let firm: string

beforeAll(async () => {
  desk = await openTestDesk()
  lan = await makePerson(desk.db as never, 'Lê Thị Lan', [{ role: 'consultant', unitId: '14' }])
  const ctx = { ...desk.ctx } as never
  firm = await buildConsultant(ctx, desk.files, { emails: [lan.email] })
})
afterAll(() => desk.close())

/** A dossier of a new small world, and its mandate with Lan. */
async function mandated(
  input: Partial<MandateToBuild> = {},
  upTo: 'draft' | 'returned' | 'submitted' = 'draft',
): Promise<{ world: SmallWorld; dossier: Dossier; mandateId: string }> {
  const world = await smallWorld(desk.ctx)
  const { id } = await makePerson(desk.db as never, `Mai ${world.producerId.slice(-12)}`, [])
  const mai = { ...world.mai, id }
  const dossier = await desk.filed({ ...world, mai }, upTo)
  const mandateId = await buildMandate(
    (actor) => desk.as(actor),
    { producer: mai, consultant: lan },
    { consultantId: firm, producerId: world.producerId, ...input },
  )
  return { world: { ...world, mai }, dossier, mandateId }
}

const form = (phone: string) =>
  Registration.parse({
    representativeName: 'Sùng Thị Mai',
    representativePost: 'Giám đốc',
    address: 'Bản Tà Xùa',
    phone,
  })

test('a consultant fills in what the mandate gives, and each field says who wrote it', async () => {
  const { dossier, world, mandateId } = await mandated()
  const byLan = desk.as(lan)
  await saveRegistration(byLan, { dossierId: dossier.id, registration: form('0987 654 321') })
  await saveReport(byLan, {
    dossierId: dossier.id,
    report: Report.parse({ ...dossier.report, market: 'Bán tại chợ phiên', representativeGender: 'male' }),
  })
  const { id } = await attachEvidence(byLan, desk.files, {
    dossierId: dossier.id,
    paperKind: 'awards',
    file: pdf('giai.pdf', dossier.id),
  })
  await saveAnswers(byLan, {
    dossierId: dossier.id,
    answers: { '1.1': [2] },
    notes: { '1.1': 'xem hợp đồng' },
  })

  const authors = await authorsOf(desk.db, dossier.id)
  const byConsultant = [...authors].filter(([, author]) => author.asConsultant).map(([field]) => field)
  expect(byConsultant.sort()).toEqual(
    [
      `evidence:${id}`,
      'criterion:1.1',
      'registration.address',
      'registration.phone',
      'registration.specification',
      'report.market',
    ].sort(),
  )
  expect(authors.get('registration.phone')).toMatchObject({ name: 'Lê Thị Lan', asConsultant: true })
  expect(authors.get('criterion:1.2')?.asConsultant).toBe(false)
  // What is sensitive about a person stays as the producer wrote it.
  expect((await desk.found(dossier.id)).report.representativeGender).toBe('female')

  await saveRegistration(desk.as(world.mai), { dossierId: dossier.id, registration: form('0987 654 322') })
  expect((await authorsOf(desk.db, dossier.id)).get('registration.phone')?.asConsultant).toBe(false)
  const { rows } = await sql<{ mandate_id: string }>`
    select distinct mandate_id from dossier_field_author
    where dossier_id = ${dossier.id} and mandate_id is not null`.execute(desk.db)
  expect(rows).toEqual([{ mandateId }])
})

test('an answer that stays as it was keeps its writer', async () => {
  const { dossier } = await mandated()
  const { rows } = await sql<{ optionNo: number }>`
    select option_no from dossier_answer where dossier_id = ${dossier.id} and criterion = '1.1'`.execute(
    desk.db,
  )
  const same = rows.map(({ optionNo }) => optionNo).filter((no) => no > 0)
  await saveAnswers(desk.as(lan), { dossierId: dossier.id, answers: { '1.1': same }, notes: {} })
  expect((await authorsOf(desk.db, dossier.id)).get('criterion:1.1')?.asConsultant).toBe(false)
})

test('a consultant never hands in, sends again or withdraws', async () => {
  const draft = await mandated()
  const returned = await mandated({}, 'returned')
  const byLan = desk.as(lan)
  for (const step of [
    () => submitDossier(byLan, { dossierId: draft.dossier.id, pledged: true }),
    () => withdrawDossier(byLan, { dossierId: draft.dossier.id, reason: 'x' }),
    () => resubmitDossier(byLan, { dossierId: returned.dossier.id, pledged: true }),
  ])
    await expect(step()).rejects.toMatchObject({ kind: 'forbidden' })
})

test.each<[string, MandateToBuild['parts'], string[]]>([
  ['the forms', ['forms'], ['registration', 'report']],
  ['the self-assessment', ['self_assessment'], ['answers']],
  ['the evidence', ['evidence'], ['evidence', 'story']],
  ['the story', ['story'], ['story']],
])('a mandate over %s opens just that', async (_, parts = [], open) => {
  const { dossier } = await mandated({ parts })
  const byLan = desk.as(lan)
  const dossierId = dossier.id
  const attach = (paperKind: string) =>
    attachEvidence(byLan, desk.files, {
      dossierId,
      paperKind,
      file: pdf('a.pdf', `${dossierId}${paperKind}`),
    })
  const writes: Record<string, () => Promise<unknown>> = {
    registration: () => saveRegistration(byLan, { dossierId, registration: form('0987 654 321') }),
    report: () =>
      saveReport(byLan, { dossierId, report: Report.parse({ ...dossier.report, market: 'Chợ' }) }),
    answers: () => saveAnswers(byLan, { dossierId, answers: { '1.1': [1] }, notes: {} }),
    evidence: () => attach('awards'),
    story: () => attach('product_story'),
  }
  const opened: string[] = []
  for (const [name, write] of Object.entries(writes))
    await write().then(
      () => opened.push(name),
      (refusal) => expect(refusal).toMatchObject({ code: 'dossiers.part_closed' }),
    )
  expect(opened).toEqual(open)
})

test('a consultant cites of the vault what its mandate gives into its hands, and sees no other paper', async () => {
  const { dossier, world } = await mandated({ parts: ['story'] })
  const keep = (kind: string) =>
    addScannedPaper(desk.as(world.mai), desk.files, {
      producerId: world.producerId,
      typed: typedPaper({ kind, number: `Số ${kind}` }),
      uploads: [pdf('a.pdf', `${dossier.id}${kind}`)],
    })
  const [story, growth] = [await keep('product_story'), await keep('growth')]
  const cite = (paperKind: string, paperIds: string[]) =>
    citePapers(desk.as(lan), { dossierId: dossier.id, paperKind, paperIds })
  expect(await cite('product_story', [story.id])).toBe(1)
  await expect(cite('product_story', [growth.id])).rejects.toMatchObject({ kind: 'not_found' })
  await expect(cite('growth', [growth.id])).rejects.toMatchObject({ code: 'dossiers.part_closed' })
  const app = testApp(desk.db, producerRoutes, { actor: lan })
  const picker = await app.request(`/dossiers/${dossier.id}/citations?paper=product_story`)
  expect(await picker.text()).not.toContain('Số growth')
  expect((await app.request(`/dossiers/${dossier.id}/papers/${story.id}`)).status).toBe(200)
  expect((await app.request(`/dossiers/${dossier.id}/papers/${growth.id}`)).status).toBe(404)
  expect((await app.request(`/producers/${world.producerId}/papers`)).status).toBe(404)
})

test('of a returned dossier only what was sent back is open, of a submitted one nothing', async () => {
  const returned = await mandated({}, 'returned')
  const byLan = desk.as(lan)
  const attach = (dossierId: string, paperKind: string) =>
    attachEvidence(byLan, desk.files, {
      dossierId,
      paperKind,
      file: pdf('b.pdf', `${dossierId}${paperKind}`),
    })
  const { id: evidenceId } = await attach(returned.dossier.id, 'raw_material')
  await expect(attach(returned.dossier.id, 'awards')).rejects.toMatchObject({ code: 'dossiers.part_closed' })
  await detachEvidence(byLan, { dossierId: returned.dossier.id, evidenceId })
  const submitted = await mandated({}, 'submitted')
  expect((await getDossier(byLan, submitted.dossier.id)).state).toBe('submitted')
  await expect(attach(submitted.dossier.id, 'awards')).rejects.toMatchObject({
    code: 'dossiers.closed_for_changes',
  })
})

test('there is no dossier outside the mandate: another product, before it, after it', async () => {
  const { dossier, world, mandateId } = await mandated()
  const other = await desk.filed(await smallWorld(desk.ctx), 'draft')
  await expect(getDossier(desk.as(lan), other.id)).rejects.toMatchObject({ kind: 'not_found' })
  const early = new Date('2026-11-20T03:00:00Z')
  await expect(getDossier(desk.as(lan, early), dossier.id)).rejects.toMatchObject({ kind: 'not_found' })
  await endMandate(desk.as(world.mai), { mandateId, reason: 'Đổi tư vấn' })
  await expect(getDossier(desk.as(lan), dossier.id)).rejects.toMatchObject({ kind: 'not_found' })
  const saved = saveRegistration(desk.as(lan), { dossierId: dossier.id, registration: form('0987 654 321') })
  await expect(saved).rejects.toMatchObject({ kind: 'not_found' })
})

test('a save and the end of the mandate at once: the save counts whole, or there was no dossier', async () => {
  const { dossier, world, mandateId } = await mandated()
  const [saved, ended] = await Promise.allSettled([
    saveRegistration(desk.as(lan), { dossierId: dossier.id, registration: form('0987 654 399') }),
    endMandate(desk.as(world.mai), { mandateId, reason: 'Đổi tư vấn' }),
  ])
  expect(ended.status).toBe('fulfilled')
  const { phone } = (await desk.found(dossier.id)).registration
  const author = (await authorsOf(desk.db, dossier.id)).get('registration.phone')
  expect([phone === '0987 654 399', author?.asConsultant ?? false]).toEqual(
    saved.status === 'fulfilled' ? [true, true] : [false, false],
  )
})

test('the portfolio holds the dossiers of mandates in force, with what is missing', async () => {
  const { dossier } = await mandated()
  await saveRegistration(desk.as(lan), { dossierId: dossier.id, registration: form('') })
  const { lines } = await readPortfolio(desk.as(lan), { tab: 'to_do', after: undefined })
  const line = lines.find(({ row }) => row.id === dossier.id)
  expect(line?.missing?.lacks).toEqual([{ part: 'registration', fields: ['phone'] }])
  const nobodys = await readPortfolio(desk.as({ ...lan, holdings: [] }), { tab: 'to_do', after: undefined })
  expect(nobodys.lines).toEqual([])
})

test('the home of a consultant begins the portfolio', async () => {
  const { dossier } = await mandated()
  await saveRegistration(desk.as(lan), { dossierId: dossier.id, registration: form('') })
  const { counts, lines } = await readPortfolio(desk.as(lan), { tab: 'to_do', after: undefined })
  const parts = await dossierWork(desk.as(lan), translator('vi'))
  expect(parts.map(({ key, urgent }) => [key, urgent])).toEqual([['portfolio', true]])
  expect(parts[0]?.lines.map(({ href }) => href)).toEqual(
    lines.slice(0, 5).map(({ row }) => `/dossiers/${row.id}`),
  )
  expect(await countDossierWork(desk.as(lan))).toEqual({ '/portfolio': counts.to_do })
})

test('the pages show the writer beside the field, and a consultant no step and no gender', async () => {
  const { dossier, world } = await mandated()
  await saveRegistration(desk.as(lan), { dossierId: dossier.id, registration: form('0987 654 321') })
  const app = testApp(desk.db, producerRoutes)
  const page = async (actor: Actor, path: string) =>
    (await app.as(actor).request(`/dossiers/${dossier.id}${path}`)).text()
  expect(await page(world.mai, '/registration')).toContain('Lê Thị Lan (tư vấn) · 24/11/2026 14:05')
  expect(await page(lan, '/registration')).toContain('Lê Thị Lan (tư vấn) · 24/11/2026 14:05')
  expect(await page(lan, '')).not.toContain('/submission"')
  expect(await page(lan, '/report')).not.toContain('representativeGender')
  expect((await app.as(lan).request('/portfolio')).status).toBe(200)
  expect(await (await app.as(lan).request('/portfolio')).text()).toContain('Trà xanh Tà Xùa')
  expect((await app.as(world.mai).request('/portfolio')).status).toBe(403)
})
