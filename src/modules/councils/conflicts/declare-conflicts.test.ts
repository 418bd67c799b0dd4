import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantRole } from '#modules/people/index.ts'
import { makePerson } from '#modules/people/testing.ts'
import type { Actor } from '#platform/ctx.ts'
import { system } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { addMember } from '../add-member.ts'
import { openSession } from '../open-session.ts'
import { planSession } from '../plan-session.ts'
import { proposeKnockOut } from '../propose-knock-out.ts'
import { readAppraisal } from '../read-appraisal.ts'
import { readDossierRoom } from '../read-dossier-room.ts'
import { readEvidence } from '../read-evidence.ts'
import { readOwnSheet } from '../read-own-sheet.ts'
import { recuse } from '../recuse.ts'
import { releaseMember } from '../release-member.ts'
import { routes } from '../routes.tsx'
import { saveSheet } from '../save-sheet.ts'
import { findAgendaItem, listRecusals } from '../session-store.ts'
import { type CouncilWorld, officer, openCouncilWorld } from '../testing/council-world.ts'
import { type BuiltCouncil, byDecision, declareNothing, scoreDossier } from '../testing.ts'
import { listDeclarations } from './declaration-store.ts'
import { declareConflicts } from './declare-conflicts.ts'
import { undeclaredBy } from './undeclared.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

interface Planned {
  council: BuiltCouncil
  sessionId: string
  dossierIds: [string, string]
}

/** A session of two dossiers that is open, on which nobody has declared. */
async function opened(): Promise<Planned> {
  const council = await world.council()
  const dossierIds: [string, string] = [await world.checkedDossier(), await world.checkedDossier()]
  const { sessionId } = await planSession(world.office, {
    councilId: council.councilId,
    name: 'Phiên chấm',
    heldOn: '2026-11-24',
    place: 'Sơn La',
    dossierIds,
  })
  await openSession(world.as(council.secretary), { sessionId })
  return { council, sessionId, dossierIds }
}

const everything = ({ sessionId, dossierIds }: Planned) => ({
  sessionId,
  seen: dossierIds,
  ties: [],
  noneElse: true,
})
const get = async (actor: Actor, path: string) => {
  const answer = await testApp(world.db, routes, { actor }).request(path)
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

test('nothing of a dossier opens before the member has declared', async () => {
  const planned = await opened()
  const { council, sessionId, dossierIds } = planned
  const at = { sessionId, dossierId: dossierIds[0] }
  const mai = world.as(council.actor('mai'))
  const ways = [
    () => readOwnSheet(mai, at),
    () => readDossierRoom(mai, at),
    () => readEvidence(mai, { ...at, evidenceId: 'x' }),
    () => readAppraisal(mai, at),
    () => saveSheet(mai, { ...at, version: 0, answers: {}, notes: {} }),
    () => proposeKnockOut(mai, { ...at, key: 'x', reason: 'x' }),
  ]
  for (const way of ways) await expect(way()).rejects.toMatchObject({ code: 'conflicts.declare_first' })
  await declareConflicts(mai, everything(planned))
  await expect(readDossierRoom(mai, at)).resolves.toBeDefined()
  await expect(readOwnSheet(mai, at)).resolves.toMatchObject({ writable: true })
})

test('a page of the dossier leads to the declaration, which knows where to go on', async () => {
  const { council, sessionId, dossierIds } = await opened()
  const room = `/sessions/${sessionId}/dossiers/${dossierIds[1]}`
  for (const page of [room, `${room}/sheet`, `${room}/sheet/hand-in`, `${room}/appraisal`]) {
    const sent = await get(council.actor('mai'), page)
    expect(sent).toMatchObject({
      status: 303,
      to: `/sessions/${sessionId}/declaration?dossier=${dossierIds[1]}`,
    })
  }
  expect(await get(officer, room)).toMatchObject({ status: 200 })
})

test('a tie takes the member off that dossier, with the reason and where it comes from', async () => {
  const planned = await opened()
  const { council, sessionId, dossierIds } = planned
  const mai = world.as(council.actor('mai'))
  const tie = { dossierId: dossierIds[0], relation: 'family' as const, note: 'Em gái là xã viên' }
  const { recusedFrom } = await declareConflicts(mai, { ...everything(planned), ties: [tie] })
  expect(recusedFrom).toBe(1)
  expect(await listRecusals(world.db, sessionId)).toMatchObject([
    {
      personId: 'mai',
      dossierId: dossierIds[0],
      source: 'declared',
      reason: 'Thành viên khai: người thân trong gia đình: Em gái là xã viên',
    },
  ])
  await expect(readOwnSheet(mai, { sessionId, dossierId: dossierIds[0] })).rejects.toMatchObject({
    code: 'councils.recused',
  })
  await expect(readOwnSheet(mai, { sessionId, dossierId: dossierIds[1] })).resolves.toBeDefined()
})

test('whoever declares says that there is nothing else, and what another tie is', async () => {
  const planned = await opened()
  const mai = world.as(planned.council.actor('mai'))
  const silent = declareConflicts(mai, { ...everything(planned), noneElse: false })
  await expect(silent).rejects.toMatchObject({ kind: 'invalid', code: 'conflicts.confirm_missing' })
  const other = { dossierId: planned.dossierIds[0], relation: 'other' as const, note: ' ' }
  const vague = declareConflicts(mai, { ...everything(planned), ties: [other] })
  await expect(vague).rejects.toMatchObject({ code: 'conflicts.note_missing' })
  expect(await listDeclarations(world.db, { sessionId: planned.sessionId })).toEqual([])
})

test('only what the member had before them is declared', async () => {
  const planned = await opened()
  const { council, sessionId, dossierIds } = planned
  const mai = world.as(council.actor('mai'))
  await declareConflicts(mai, { ...everything(planned), seen: [dossierIds[0]] })
  await expect(readDossierRoom(mai, { sessionId, dossierId: dossierIds[1] })).rejects.toMatchObject({
    code: 'conflicts.declare_first',
  })
})

test('a declaration is added to until the sheet is in, and never changed', async () => {
  const planned = await opened()
  const { council, sessionId, dossierIds } = planned
  const [first, second] = dossierIds
  await declareNothing(world.office, { sessionId })
  const mai = world.as(council.actor('mai'))
  const late = { ...everything(planned), noneElse: false }
  await declareConflicts(mai, { ...late, ties: [{ dossierId: first, relation: 'owner', note: '' }] })
  await scoreDossier(mai, { sessionId, dossierId: second, sheets: [{ member: council.actor('mai') }] })
  const tooLate = declareConflicts(mai, {
    ...late,
    ties: [{ dossierId: second, relation: 'adviser', note: '' }],
  })
  await expect(tooLate).rejects.toMatchObject({ code: 'councils.handed_in_already' })
  const declared = await listDeclarations(world.db, { sessionId, personId: 'mai' })
  expect(declared.map(({ dossierId, relation }) => [dossierId === first, relation]).sort()).toEqual([
    [false, 'none'],
    [true, 'none'],
    [true, 'owner'],
  ])
  for (const change of [
    world.db.updateTable('conflictDeclaration').set({ note: 'x' }).execute(),
    world.db.deleteFrom('conflictDeclaration').execute(),
  ])
    await expect(change).rejects.toThrow('are never changed')
})

test('who runs the session notes a declaration given on paper; nobody else declares for another', async () => {
  const planned = await opened()
  const { council, sessionId } = planned
  const paper = { ...everything(planned), personId: 'mai' }
  for (const [actor, code] of [
    [council.actor('hoa'), 'councils.not_chair_or_secretary'],
    [officer, 'councils.not_a_member'],
  ] as const)
    await expect(declareConflicts(world.as(actor), paper)).rejects.toMatchObject({ code })
  await declareConflicts(world.as(council.secretary), paper)
  const [noted] = await listDeclarations(world.db, { sessionId, personId: 'mai' })
  expect(noted).toMatchObject({ relation: 'none', notedBy: 'thu' })
  const stranger = { ...everything(planned), personId: 'nobody' }
  await expect(declareConflicts(world.as(council.secretary), stranger)).rejects.toMatchObject({
    code: 'councils.does_not_sit',
  })
})

test('who sits from later on declares for themselves', async () => {
  const planned = await opened()
  const { council, sessionId, dossierIds } = planned
  await declareNothing(world.office, { sessionId })
  const { councilId } = council
  await releaseMember(world.office, { councilId, personId: 'hoa', decision: byDecision() })
  const seat = { personId: 'minh', position: 'member' as const, organisation: 'Sở Y tế', scores: true }
  await addMember(world.office, { councilId, ...seat, decision: byDecision() })
  const minh = world.as({ id: 'minh', name: 'Minh', holdings: [] })
  const at = { sessionId, dossierId: dossierIds[0] }
  await expect(readOwnSheet(minh, at)).rejects.toMatchObject({ code: 'conflicts.declare_first' })
  await declareConflicts(minh, everything(planned))
  await expect(readOwnSheet(minh, at)).resolves.toBeDefined()
})

test('what the council has done with is not declared on', async () => {
  const { council, sessionId, dossierIds } = await opened()
  const item = await findAgendaItem(world.db, { sessionId, dossierId: dossierIds[0] })
  if (!item) throw new Error('not on the agenda')
  const agenda = [item, { ...item, dossierId: 'b', status: 'closed' as const }]
  expect(undeclaredBy('mai', { agenda, declarations: [] })).toEqual([item])
  expect(
    undeclaredBy('mai', { agenda, declarations: [{ personId: 'hoa', dossierId: item.dossierId }] }),
  ).toEqual([item])
  expect((await get(council.secretary, `/sessions/${sessionId}/conflicts`)).html).toContain('Chưa khai 2')
  expect((await get(council.actor('mai'), `/sessions/${sessionId}/conflicts`)).status).toBe(403)
  expect((await get(officer, `/sessions/${sessionId}/declaration`)).status).toBe(403)
})

test('a member who acts for the producer is found when the dossier is placed, and by a role given later', async () => {
  const dossierId = await world.checkedDossier()
  const { producerId } = await world.db
    .selectFrom('dossier')
    .select('producerId')
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow()
  const sang = await makePerson(world.db as never, 'Mùa A Sáng', [])
  const council = await world.council()
  const seat = { personId: sang.id, position: 'member' as const, organisation: 'Hội Nông dân', scores: true }
  await addMember(world.office, { councilId: council.councilId, ...seat, decision: byDecision() })
  const session = { councilId: council.councilId, name: 'Phiên', heldOn: '2026-11-24', place: 'Sơn La' }
  const { sessionId } = await planSession(world.office, { ...session, dossierIds: [dossierId] })
  await declareNothing(world.office, { sessionId })
  expect(await listRecusals(world.db, sessionId)).toEqual([])
  const held = { personId: sang.id, role: 'producer', unitId: '03868', producerId, validFrom: '2026-11-01' }
  await grantRole(world.as(system), held as never, async () => ({ unitPath: 'vn/14/03868' }) as never)
  const at = { sessionId, dossierId }
  await expect(readOwnSheet(world.as(sang), at)).rejects.toMatchObject({
    code: 'conflicts.known',
    facts: { reason: expect.stringContaining('Hợp tác xã cà phê Tà Xùa') },
  })
  expect(await listRecusals(world.db, sessionId)).toMatchObject([
    { personId: sang.id, source: 'holding', declaredBy: 'system' },
  ])
})

test('likenesses of names are shown to those who run the session, until the chair notes a recusal', async () => {
  const { council, sessionId, dossierIds } = await opened()
  await declareNothing(world.office, { sessionId })
  const people = await makePerson(world.db as never, 'Sùng Thị Mai', [])
  const seat = { personId: people.id, position: 'member' as const, organisation: 'Hội Phụ nữ', scores: true }
  await addMember(world.office, { councilId: council.councilId, ...seat, decision: byDecision() })
  const page = `/sessions/${sessionId}/conflicts`
  expect((await get(council.chair, page)).html).toContain('Họ tên trùng với người đại diện')
  for (const dossierId of dossierIds)
    await recuse(world.as(council.chair), { sessionId, dossierId, personId: people.id, reason: 'Là chủ thể' })
  const { html } = await get(council.chair, page)
  expect(html).not.toContain('Họ tên trùng với người đại diện')
  expect(html).toContain('Chủ tọa hoặc thư ký ghi nhận')
})
