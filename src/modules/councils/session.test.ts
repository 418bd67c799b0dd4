import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { closeDossier } from './close-dossier.ts'
import { closeSession } from './close-session.ts'
import { noteAttendance } from './note-attendance.ts'
import { openSession } from './open-session.ts'
import { planSession } from './plan-session.ts'
import { recuse } from './recuse.ts'
import { releaseDossier } from './release-dossier.ts'
import { findSession, listAgenda, listPresent } from './session-store.ts'
import { type CouncilWorld, officer, openCouncilWorld } from './testing/council-world.ts'
import { scoreDossier } from './testing.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

async function planned(dossiers = 1) {
  const council = await world.council()
  const dossierIds: string[] = []
  for (let n = 0; n < dossiers; n += 1) dossierIds.push(await world.checkedDossier())
  const session = {
    councilId: council.councilId,
    name: 'Phiên 1',
    heldOn: '2026-11-24',
    place: 'Sơn La',
    dossierIds,
  }
  return { council, dossierIds, ...(await planSession(world.office, session)) }
}

test('planning a session puts its dossiers in the council’s hands, in tasting order', async () => {
  const { sessionId, dossierIds } = await planned(3)
  const agenda = await listAgenda(world.db, sessionId)
  expect(agenda.map(({ dossierId, position, status }) => [dossierId, position, status])).toEqual(
    dossierIds.map((id, index) => [id, index + 1, 'waiting']),
  )
  expect(await world.stateOf(dossierIds[0] ?? '')).toBe('in_council')
})

test('a dossier lies before one session at a time', async () => {
  const { dossierIds, council } = await planned()
  const session = {
    councilId: council.councilId,
    name: 'Phiên 2',
    heldOn: '2026-11-25',
    place: 'Sơn La',
    dossierIds,
  }
  await expect(planSession(world.office, session)).rejects.toMatchObject({ code: 'dossiers.step_closed' })
})

test.each([
  ['no dossier', [], 'councils.agenda_empty'],
  ['a dossier that is not there', [newId()], 'councils.dossier_unknown'],
  ['something that is no id', ['1 or 1=1'], 'councils.dossier_unknown'],
])('refuses a session with %s', async (_, dossierIds, code) => {
  const { councilId } = await world.council()
  const session = { councilId, name: 'Phiên', heldOn: '2026-11-24', place: 'Sơn La', dossierIds }
  await expect(planSession(world.office, session)).rejects.toMatchObject({ code })
})

test('refuses a dossier of another province, and one named twice', async () => {
  const { councilId } = await world.council()
  const session = { councilId, name: 'Phiên', heldOn: '2026-11-24', place: 'Sơn La' }
  const foreign = await world.checkedDossier(undefined, 'vn/11/03127')
  const ours = await world.checkedDossier()
  await expect(planSession(world.office, { ...session, dossierIds: [foreign] })).rejects.toMatchObject({
    code: 'councils.dossier_unknown',
  })
  await expect(planSession(world.office, { ...session, dossierIds: [ours, ours] })).rejects.toMatchObject({
    code: 'councils.agenda_twice',
  })
  expect(await world.stateOf(ours)).toBe('checked')
})

test('the chair or the secretary opens it once', async () => {
  const { sessionId, council } = await planned()
  for (const [actor, code] of [
    [nobody, 'councils.session_unknown'],
    [actorWith('chair', 'vn/14', { id: 'somebody' }), 'councils.session_unknown'],
    [actorWith('auditor', 'vn/14'), 'councils.session_unknown'],
    [officer, 'councils.not_chair_or_secretary'],
    [council.actor('mai'), 'councils.not_chair_or_secretary'],
    [council.actor('vice'), 'councils.not_chair_or_secretary'],
  ] as const)
    await expect(openSession(world.as(actor), { sessionId })).rejects.toMatchObject({ code })
  await openSession(world.as(council.chair), { sessionId })
  const again = openSession(world.as(council.secretary), { sessionId })
  await expect(again).rejects.toMatchObject({ code: 'councils.session_opened_already' })
})

test('attendance is noted, and taken back, for those who sit', async () => {
  const { sessionId, council } = await planned()
  const note = (present: string[], actor = council.secretary) =>
    noteAttendance(world.as(actor), { sessionId, present })
  await note(['chair', 'mai'])
  await note(['mai', 'thu'])
  expect(await listPresent(world.db, sessionId)).toEqual(['mai', 'thu'])
  await expect(note(['stranger'])).rejects.toMatchObject({ code: 'councils.does_not_sit' })
  await expect(note(['mai'], council.actor('mai'))).rejects.toMatchObject({
    code: 'councils.not_chair_or_secretary',
  })
})

test('a member is recused by themselves, or by chair or secretary, with a reason', async () => {
  const { sessionId, dossierIds, council } = await planned()
  const [dossierId = ''] = dossierIds
  const by = (id: string, personId: string, reason = 'Người thân là chủ thể') =>
    recuse(world.as(council.actor(id)), { sessionId, dossierId, personId, reason })
  await expect(by('mai', 'hoa')).rejects.toMatchObject({ code: 'councils.not_chair_or_secretary' })
  await expect(by('mai', 'mai', ' ')).rejects.toMatchObject({ code: 'councils.reason_missing' })
  await by('mai', 'mai')
  await by('thu', 'hoa')
  await expect(by('chair', 'hoa')).rejects.toMatchObject({ code: 'councils.recused_already' })
  await expect(by('chair', 'stranger')).rejects.toMatchObject({ code: 'councils.does_not_sit' })
  const outsider = recuse(world.office, { sessionId, dossierId, personId: 'long', reason: 'x' })
  await expect(outsider).rejects.toMatchObject({ code: 'councils.not_chair_or_secretary' })
})

test('a dossier taken off the agenda is checked again and may come before another session', async () => {
  const { sessionId, dossierIds, council } = await planned(2)
  const [dossierId = ''] = dossierIds
  const release = (reason: string) =>
    releaseDossier(world.as(council.secretary), { sessionId, dossierId, reason })
  await expect(release('')).rejects.toMatchObject({ code: 'councils.reason_missing' })
  await release('Chờ kết quả kiểm nghiệm bổ sung')
  expect(await world.stateOf(dossierId)).toBe('checked')
  await expect(release('lần nữa')).rejects.toMatchObject({ code: 'councils.dossier_closed' })
  const session = { councilId: council.councilId, name: 'Phiên 2', heldOn: '2026-12-01', place: 'Sơn La' }
  await planSession(world.office, { ...session, dossierIds: [dossierId] })
})

test('the session closes when every dossier is decided, and its minutes freeze', async () => {
  const { council, at, sessionId, dossierId } = await world.scoring()
  const close = (minutesNumber: string, actor = council.secretary) =>
    closeSession(world.as(actor), { sessionId, minutesNumber })
  await noteAttendance(world.as(council.secretary), { sessionId, present: ['chair', 'thu'] })
  await recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'Từng tư vấn cho chủ thể' })
  await expect(close('01/BB-HĐ')).rejects.toMatchObject({
    code: 'councils.dossiers_open',
    facts: { count: 1 },
  })
  const sheets = council.scorers.slice(0, 5).map((member) => ({ member, total: 78 }))
  await scoreDossier(world.office, { ...at, sheets })
  await closeDossier(world.as(council.chair), at)
  await expect(close(' ')).rejects.toMatchObject({ code: 'councils.minutes_number_missing' })
  await expect(close('01/BB-HĐ', council.actor('mai'))).rejects.toMatchObject({
    code: 'councils.not_chair_or_secretary',
  })

  const minutes = await close('01/BB-HĐ')
  expect(minutes).toMatchObject({ number: '01/BB-HĐ', session: { heldOn: '2026-11-24' }, isDemo: true })
  expect(minutes.members.filter(({ present }) => present)).toHaveLength(6)
  expect(minutes.dossiers).toMatchObject([
    {
      position: 1,
      outcome: 'ranked',
      sheets: 5,
      average: 7800,
      stars: 4,
      recused: [{ reason: 'Từng tư vấn cho chủ thể' }],
    },
  ])
  expect(minutes.dossiers[0]?.words.join(' ')).toContain('78,00')
  expect(await findSession(world.db, sessionId)).toMatchObject({ status: 'closed', minutes })
  const change = world.db.updateTable('councilSession').set({ minutes: '{}' }).where('id', '=', sessionId)
  await expect(change.execute()).rejects.toThrow('a closed session is never changed')
  await expect(close('02/BB-HĐ')).rejects.toMatchObject({ code: 'councils.session_not_open' })
  expect(await world.stateOf(dossierId)).toBe('scored')
})

test('a session closes only if the chair or the delegated chair attended it', async () => {
  const { sessionId, dossierIds, council } = await planned()
  const secretary = world.as(council.secretary)
  await openSession(secretary, { sessionId })
  await releaseDossier(secretary, { sessionId, dossierId: dossierIds[0] ?? '', reason: 'Rút' })
  const close = () => closeSession(secretary, { sessionId, minutesNumber: '02/BB-HĐ' })
  await expect(close()).rejects.toMatchObject({ code: 'councils.chair_absent' })
  await noteAttendance(secretary, { sessionId, present: ['chair'] })
  expect((await close()).chair).toBe('chair')
})

test('a number of minutes is used once by a council', async () => {
  const council = await world.council()
  const session = { councilId: council.councilId, name: 'Phiên', heldOn: '2026-11-24', place: 'Sơn La' }
  const closeOne = async () => {
    const dossierId = await world.checkedDossier()
    const { sessionId } = await planSession(world.office, { ...session, dossierIds: [dossierId] })
    await openSession(world.as(council.chair), { sessionId })
    await releaseDossier(world.as(council.chair), { sessionId, dossierId, reason: 'Rút' })
    return closeSession(world.as(council.chair), { sessionId, minutesNumber: '09/BB-HĐ' })
  }
  expect((await closeOne()).dossiers[0]).toMatchObject({ outcome: 'released', words: ['Rút'] })
  await expect(closeOne()).rejects.toMatchObject({ code: 'councils.minutes_number_taken' })
})
