import { afterAll, beforeAll, expect, test } from 'vitest'
import { endMandate } from '#modules/consultants/index.ts'
import { buildConsultant, buildMandate, type MandateToBuild } from '#modules/consultants/testing.ts'
import { makePerson } from '#modules/people/testing.ts'
import { defaultRules } from '#modules/regulation/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { actorWith, testNow } from '#platform/testing/test-ctx.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { addMember } from './add-member.ts'
import { planSession } from './plan-session.ts'
import { readMyScoring } from './read-my-scoring.ts'
import { readOwnSheet } from './read-own-sheet.ts'
import { saveSheet } from './save-sheet.ts'
import { listRecusals } from './session-store.ts'
import { type CouncilWorld, officer, openCouncilWorld } from './testing/council-world.ts'
import { buildSession, byDecision } from './testing.ts'

let world: CouncilWorld
let lan: Actor & { id: string; email: string }
let mai: Actor
let firm: string
let producerId: string

beforeAll(async () => {
  world = await openCouncilWorld()
  const { producerId: made } = await dossierFacts(await world.checkedDossier())
  producerId = made
  lan = await makePerson(world.db as never, 'Lê Thị Lan', [{ role: 'consultant', unitId: '14' }])
  const account = await makePerson(world.db as never, 'Sùng Thị Mai', [])
  mai = { ...actorWith('producer', 'vn/14/03868', { id: account.id, producerId }), name: account.name }
  firm = await buildConsultant(world.office as never, await testFiles(), { emails: [lan.email] })
})
afterAll(() => world.close())

function dossierFacts(id: string) {
  return world.db
    .selectFrom('dossier')
    .select(['productId', 'producerId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** A mandate of Lan's firm over the dossier's product, signed so many days ago. */
async function advise(
  dossierId: string,
  { daysAgo = 0, ...input }: Partial<MandateToBuild> & { daysAgo?: number } = {},
) {
  const { productId } = await dossierFacts(dossierId)
  const now = new Date(testNow.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  return buildMandate(
    (actor) => world.as(actor, now) as never,
    { producer: mai, consultant: lan },
    { consultantId: firm, producerId, productIds: [productId], ...input },
  )
}

const seatFor = (organisation = 'Hội Nông dân tỉnh', personId = lan.id) =>
  ({ personId, position: 'member', organisation, scores: true }) as const

const recusedIn = async (sessionId: string) =>
  (await listRecusals(world.db, sessionId)).map(({ personId, dossierId, declaredBy }) => ({
    personId,
    dossierId,
    declaredBy,
  }))

test('on placing a dossier, the member who advised its product is found, with the reason', async () => {
  const [advised, other] = [await world.checkedDossier(), await world.checkedDossier()]
  await advise(advised)
  const council = await world.council()
  await addMember(world.office, { councilId: council.councilId, ...seatFor(), decision: byDecision() })
  const { sessionId } = await buildSession(world.as(officer), council, { dossierIds: [advised, other] })
  expect(await recusedIn(sessionId)).toEqual([{ personId: lan.id, dossierId: advised, declaredBy: 'system' }])
  const [recusal] = await listRecusals(world.db, sessionId)
  expect(recusal?.reason).toMatch(/Trung tâm Tư vấn OCOP Tây Bắc, thỏa thuận TV-2026-\d{6}/)
  const events = await listEvents(world.db as never, `council_session:${sessionId}`)
  expect(events.map(({ name }) => name)).toContain('recusal.found')
  const asLan = world.as({ ...lan, holdings: [{ role: 'member', unitPath: 'vn/14', producerId: null }] })
  await expect(readOwnSheet(asLan, { sessionId, dossierId: advised })).rejects.toMatchObject({
    code: 'councils.recused',
  })
  expect((await readOwnSheet(asLan, { sessionId, dossierId: other })).writable).toBe(true)
  const [mine] = await readMyScoring(asLan)
  expect(mine?.dossiers.map(({ own }) => own)).toEqual(['recused', 'to_score'])
})

test('on seating a member, in every session that is not closed', async () => {
  const dossierId = await world.checkedDossier()
  await advise(dossierId)
  const council = await world.council()
  const { sessionId } = await buildSession(world.as(officer), council, { dossierIds: [dossierId] })
  expect(await recusedIn(sessionId)).toEqual([])
  const { recusedFrom } = await addMember(world.office, {
    councilId: council.councilId,
    ...seatFor(),
    decision: byDecision(),
  })
  expect(recusedFrom).toBe(1)
  expect(await recusedIn(sessionId)).toHaveLength(1)
})

test('on opening the sheet, when the mandate was signed after the session had opened; and nothing is saved', async () => {
  const dossierId = await world.checkedDossier()
  const council = await world.council()
  await addMember(world.office, { councilId: council.councilId, ...seatFor(), decision: byDecision() })
  const { sessionId } = await buildSession(world.as(officer), council, { dossierIds: [dossierId] })
  await advise(dossierId)
  const asLan = world.as(lan)
  const at = { sessionId, dossierId }
  await expect(saveSheet(asLan, { ...at, version: 0, answers: {}, notes: {} })).rejects.toMatchObject({
    code: 'councils.advised',
  })
  await expect(readOwnSheet(asLan, at)).rejects.toMatchObject({
    code: 'councils.advised',
    facts: { reason: expect.stringContaining('Trung tâm Tư vấn OCOP Tây Bắc') },
  })
  expect(await recusedIn(sessionId)).toHaveLength(1)
  await expect(readOwnSheet(asLan, at)).rejects.toMatchObject({ code: 'councils.recused' })
})

test('a seat that names the organisation is found too, whoever sits on it', async () => {
  const dossierId = await world.checkedDossier()
  await advise(dossierId)
  const council = await world.council({
    people: [
      { id: 'chair', name: 'Chung', position: 'chair', organisation: 'UBND tỉnh' },
      { id: 'b', name: 'Bình', position: 'member', organisation: 'trung tâm tư vấn OCOP Tây Bắc' },
      { id: 'c', name: 'Cầm', position: 'member', organisation: 'Sở Y tế' },
      { id: 'thu', name: 'Thư', position: 'secretary', organisation: 'Văn phòng' },
    ],
  })
  const { sessionId } = await buildSession(world.as(officer), council, { dossierIds: [dossierId] })
  expect((await recusedIn(sessionId)).map(({ personId }) => personId)).toEqual(['b'])
})

test.each<[string, number, { adviserMonths: number }, number]>([
  ['within the months of the rules', 800, defaultRules, 1],
  ['longer ago than the rules look back', 1300, defaultRules, 0],
  ['within a longer time that the council has set', 1300, { adviserMonths: 60 }, 1],
  ['ago, where the council has set a shorter time', 400, { adviserMonths: 6 }, 0],
])('advice %s', async (_, daysAgo, rules, found) => {
  const dossierId = await world.checkedDossier()
  const start = new Date(testNow.getTime() - daysAgo * 24 * 60 * 60 * 1000)
  const toOn = new Date(start.getTime() + 60 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  await advise(dossierId, { daysAgo, toOn })
  const council = await world.council({ rules: { ...defaultRules, ...rules } })
  await addMember(world.office, { councilId: council.councilId, ...seatFor(), decision: byDecision() })
  const { sessionId } = await buildSession(world.as(officer), council, { dossierIds: [dossierId] })
  expect(await recusedIn(sessionId)).toHaveLength(found)
})

test('a mandate that ended before its first day is no advice; one that ended yesterday is', async () => {
  const [never, begun] = [await world.checkedDossier(), await world.checkedDossier()]
  const ahead = await advise(never, { fromOn: '2026-12-01' })
  const short = await advise(begun)
  for (const mandateId of [ahead, short])
    await endMandate(world.as(mai) as never, { mandateId, reason: 'Đổi kế hoạch' })
  const council = await world.council()
  await addMember(world.office, { councilId: council.councilId, ...seatFor(), decision: byDecision() })
  const session = { councilId: council.councilId, name: 'Phiên', heldOn: '2026-11-24', place: 'Sơn La' }
  const { sessionId } = await planSession(world.office, { ...session, dossierIds: [never, begun] })
  expect((await recusedIn(sessionId)).map(({ dossierId }) => dossierId)).toEqual([begun])
})
