import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultRules } from '#modules/regulation/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { addMember } from '../add-member.ts'
import { closeDossier } from '../close-dossier.ts'
import { closeSession } from '../close-session.ts'
import { findCouncil } from '../council-store.ts'
import { minutesPaper } from '../minutes-paper.ts'
import { noteAttendance } from '../note-attendance.ts'
import { readSession } from '../read-session.ts'
import { recuse } from '../recuse.ts'
import { releaseMember } from '../release-member.ts'
import { findResult } from '../result-store.ts'
import { routes } from '../routes.tsx'
import { saveSheet } from '../save-sheet.ts'
import { findSession } from '../session-store.ts'
import { type CouncilWorld, officer, openCouncilWorld, type Scoring } from '../testing/council-world.ts'
import { byDecision, declareNothing, scoreDossier } from '../testing.ts'
import { listChanges } from './change-store.ts'
import { delegateChair, endDelegation } from './delegate-chair.ts'
import { replaceMember } from './replace-member.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const minh: Actor = { id: 'minh', name: 'Lò Văn Minh', holdings: [] }
const nextDay = new Date('2026-11-25T03:00:00Z')
const organisation = 'Sở Y tế'
const replaceHoa = ({ council: { councilId } }: Scoring, decidedOn?: string) => ({
  councilId,
  personId: 'hoa',
  successor: { personId: 'minh', organisation: '' },
  decision: byDecision('Nghỉ hưu', decidedOn),
})
const seatsOf = async ({ council }: Scoring) => (await findCouncil(world.db, council.councilId))?.seats ?? []
const sheetsOf = (scoring: Scoring, ids: readonly string[], total = 80) =>
  scoreDossier(world.office, {
    ...scoring.at,
    sheets: ids.map((id) => ({ member: id === 'minh' ? minh : scoring.council.actor(id), total })),
  })
const standingOf = async (scoring: Scoring) =>
  (await readSession(world.as(scoring.council.chair, nextDay), scoring.sessionId)).agenda[0]?.standing
const close = (scoring: Scoring) => closeDossier(world.as(scoring.council.chair, nextDay), scoring.at)

describe('a replaced member', () => {
  test('gives place to the successor, in the same position, and both stay on record with the decision', async () => {
    const scoring = await world.scoring()
    await replaceMember(world.office, replaceHoa(scoring))
    const seats = await seatsOf(scoring)
    expect(seats.find(({ personId }) => personId === 'hoa')).toMatchObject({ leftOn: '2026-11-24' })
    expect(seats.find(({ personId }) => personId === 'minh')).toMatchObject({
      position: 'member',
      organisation,
      scores: true,
      joinedOn: '2026-11-24',
      succeeds: 'hoa',
    })
    expect(await listChanges(world.db, scoring.council.councilId)).toMatchObject([
      { kind: 'replaced', personId: 'hoa', successorId: 'minh', number: '2300/QĐ-UBND', reason: 'Nghỉ hưu' },
    ])
    const events = await listEvents(world.db as never, `council:${scoring.council.councilId}`)
    expect(events.map(({ name }) => name)).toContain('council.member_replaced')
  })

  test('has no sheet that counts, and the successor scores once they have declared', async () => {
    const scoring = await world.scoring()
    await sheetsOf(scoring, ['chair', 'vice', 'dung', 'hoa', 'mai'])
    expect(await standingOf(scoring)).toMatchObject({ needed: 5, handedIn: { length: 5 } })
    await replaceMember(world.as(officer, nextDay), replaceHoa(scoring, '2026-11-25'))
    expect(await standingOf(scoring)).toMatchObject({ needed: 5, handedIn: { length: 4 } })
    await expect(close(scoring)).rejects.toMatchObject({ code: 'councils.no_quorum' })
    const typed = { ...scoring.at, version: 0, answers: {}, notes: {} }
    await expect(saveSheet(world.as(minh), typed)).rejects.toMatchObject({ code: 'conflicts.declare_first' })
    await declareNothing(world.office, { sessionId: scoring.sessionId, personIds: ['minh'] })
    await sheetsOf(scoring, ['minh'], 84)
    await close(scoring)
    const result = await findResult(world.db, scoring.dossierId)
    expect(result).toMatchObject({ average: 8080 })
    expect(result?.inputs.seats.find(({ personId }) => personId === 'minh')?.succeeds).toBe('hoa')
  })

  test('keeps the sheet of before the day where the rules say so; the successor does not score again', async () => {
    const rules = { ...defaultRules, replacedSheets: 'keep' as const }
    const scoring = await world.scoring({ rules })
    await sheetsOf(scoring, ['chair', 'vice', 'dung', 'hoa', 'mai'])
    await replaceMember(world.as(officer, nextDay), replaceHoa(scoring, '2026-11-25'))
    expect(await standingOf(scoring)).toMatchObject({ needed: 5, handedIn: { length: 5 }, awaited: ['long'] })
    await declareNothing(world.office, { sessionId: scoring.sessionId, personIds: ['minh'] })
    const typed = { ...scoring.at, version: 0, answers: {}, notes: {} }
    await expect(saveSheet(world.as(minh), typed)).rejects.toMatchObject({ code: 'seats.spoken_for' })
    await close(scoring)
    expect(await findResult(world.db, scoring.dossierId)).toMatchObject({
      average: 8000,
      inputs: { rules: { replacedSheets: 'keep' } },
    })
  })

  test('of before the day only: a sheet of the day itself is void even so', async () => {
    const rules = { ...defaultRules, replacedSheets: 'keep' as const }
    const scoring = await world.scoring({ rules })
    await sheetsOf(scoring, ['chair', 'hoa'])
    await replaceMember(world.office, replaceHoa(scoring))
    expect(await standingOf(scoring)).toMatchObject({ handedIn: ['chair'] })
  })

  test.each([
    ['nobody to take the place', { successor: { personId: '', organisation } }, 'seats.successor_missing'],
    ['the same person', { successor: { personId: 'hoa', organisation } }, 'councils.sits_already'],
    ['somebody who sits', { successor: { personId: 'mai', organisation } }, 'councils.sits_already'],
    ['somebody who does not sit', { personId: 'x' }, 'councils.does_not_sit'],
    ['no number', { decision: { ...byDecision(), number: ' ' } }, 'seats.decision_incomplete'],
    ['no signer', { decision: { ...byDecision(), signer: '' } }, 'seats.decision_incomplete'],
    ['no reason', { decision: byDecision(' ') }, 'councils.reason_missing'],
    ['a decision to come', { decision: byDecision('x', '2026-11-25') }, 'seats.decision_to_come'],
    [
      'a decision of before the council',
      { decision: byDecision('x', '2026-10-11') },
      'seats.decision_too_early',
    ],
  ])('is refused with %s, and nothing has changed', async (_, change, code) => {
    const scoring = await world.scoring()
    const replacing = replaceMember(world.office, { ...replaceHoa(scoring), ...change })
    await expect(replacing).rejects.toMatchObject({ code })
    expect((await seatsOf(scoring)).filter(({ leftOn }) => leftOn !== null)).toEqual([])
    expect(await listChanges(world.db, scoring.council.councilId)).toEqual([])
  })

  test('is for the office of the unit alone', async () => {
    const scoring = await world.scoring()
    const input = replaceHoa(scoring)
    for (const [actor, code] of [
      [scoring.council.chair, 'councils.not_the_office'],
      [actorWith('province_officer', 'vn/10'), 'councils.council_unknown'],
      [actorWith('auditor', 'vn/14'), 'councils.not_the_office'],
    ] as const) {
      await expect(replaceMember(world.as(actor), input)).rejects.toMatchObject({ code })
      await expect(delegateChair(world.as(actor), input)).rejects.toMatchObject({ code })
      await expect(endDelegation(world.as(actor), input)).rejects.toMatchObject({ code })
    }
  })
})

describe('the chair', () => {
  const delegate = ({ council: { councilId } }: Scoring, personId = 'vice') => ({
    councilId,
    personId,
    decision: byDecision('Chủ tịch đi công tác'),
  })

  test('delegates to a member, whose sheet then is the chair’s, until the delegation ends', async () => {
    const scoring = await world.scoring()
    await sheetsOf(scoring, ['vice', 'dung', 'hoa', 'long', 'mai'])
    await expect(close(scoring)).rejects.toMatchObject({ code: 'councils.chair_sheet_missing' })
    await delegateChair(world.office, delegate(scoring))
    expect(await standingOf(scoring)).toMatchObject({ chairScored: true })
    await endDelegation(world.office, delegate(scoring))
    expect(await standingOf(scoring)).toMatchObject({ chairScored: false })
    const vice = (await seatsOf(scoring)).find(({ personId }) => personId === 'vice')
    expect(vice).toMatchObject({ position: 'vice_chair', positionBefore: null })
    await delegateChair(world.office, delegate(scoring))
    await closeDossier(world.as(scoring.council.actor('vice')), scoring.at)
    expect(await world.stateOf(scoring.dossierId)).not.toBe('in_council')
  })

  test('is delegated to one member at a time, who scores', async () => {
    const scoring = await world.scoring()
    for (const personId of ['thu', 'chair'])
      await expect(delegateChair(world.office, delegate(scoring, personId))).rejects.toMatchObject({
        code: 'seats.cannot_chair',
      })
    await expect(endDelegation(world.office, delegate(scoring))).rejects.toMatchObject({
      code: 'seats.no_delegation',
    })
    const both = ['vice', 'dung'].map((personId) => delegateChair(world.office, delegate(scoring, personId)))
    const settled = await Promise.allSettled(both)
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('who is replaced while a delegation is under way leaves it to nobody', async () => {
    const scoring = await world.scoring()
    await delegateChair(world.office, delegate(scoring, 'hoa'))
    await replaceMember(world.office, replaceHoa(scoring))
    const seats = await seatsOf(scoring)
    expect(seats.find(({ personId }) => personId === 'minh')).toMatchObject({ position: 'member' })
  })
})

test('the minutes say what changed, by which decision, and by which rules the council counted', async () => {
  const scoring = await world.scoring()
  await replaceMember(world.office, replaceHoa(scoring))
  await declareNothing(world.office, { sessionId: scoring.sessionId, personIds: ['minh'] })
  await sheetsOf(scoring, ['chair', 'vice', 'dung', 'minh', 'mai'])
  await closeDossier(world.as(scoring.council.chair), scoring.at)
  const secretary = world.as(scoring.council.secretary)
  await noteAttendance(secretary, { sessionId: scoring.sessionId, present: ['chair', 'thu'] })
  await closeSession(secretary, { sessionId: scoring.sessionId, minutesNumber: '09/BB-HĐ' })
  const session = await findSession(world.db, scoring.sessionId)
  if (!session?.minutes) throw new Error('no minutes')
  const paper = minutesPaper(session.minutes, 'Ủy ban nhân dân tỉnh Sơn La')
  expect(paper.opening.join('\n')).toContain(
    'minh thay hoa theo Quyết định số 2300/QĐ-UBND ngày 24 tháng 11 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh.',
  )
  expect(paper.rules.join('\n')).toContain('Phiếu của thành viên bị thay giữa chừng: không tính')
  expect(paper.rules.join('\n')).toContain('Số phiếu tối thiểu tính trên: tất cả thành viên')
})

test('a council whose rules were kept before these were asked for has their defaults', async () => {
  const { councilId } = await world.council()
  const { quorumBase, replacedSheets, dailyCapacity, ...older } = defaultRules
  await world.db
    .updateTable('council')
    .set({ rules: JSON.stringify(older) })
    .where('id', '=', councilId)
    .execute()
  expect((await findCouncil(world.db, councilId))?.rules).toEqual(defaultRules)
  expect({ quorumBase, replacedSheets, dailyCapacity }).toEqual({
    quorumBase: 'council',
    replacedSheets: 'void',
    dailyCapacity: 30,
  })
})

test('where the quorum is a share of those not recused, fewer sheets are needed', async () => {
  const scoring = await world.scoring({ rules: { ...defaultRules, quorumBase: 'sitting' } })
  expect(await standingOf(scoring)).toMatchObject({ needed: 5 })
  for (const id of ['hoa', 'mai']) {
    await recuse(world.as(scoring.council.actor(id)), { ...scoring.at, personId: id, reason: 'Người thân' })
  }
  expect(await standingOf(scoring)).toMatchObject({ needed: 3 })
  await sheetsOf(scoring, ['chair', 'vice', 'dung'])
  await close(scoring)
  expect((await findResult(world.db, scoring.dossierId))?.trace[0]).toMatchObject({ members: 4, needed: 3 })
})

test('by forms: refused comes back with what was typed, done leads to the council', async () => {
  const { council } = await world.scoring()
  const path = `/councils/${council.councilId}/members/hoa`
  const app = testApp(world.db, routes, { actor: officer })
  const page = await (await app.request(path)).text()
  for (const change of ['replace', 'release', 'delegate']) expect(page).toContain(`value="${change}"`)
  expect(page).not.toContain('value="end_delegation"')
  const form = {
    change: 'delegate',
    number: '5/QĐ-UBND',
    decidedOn: 'mai',
    signer: 'Chủ tịch',
    reason: 'Đi vắng',
  }
  const refused = await app.request(`${path}/change`, form)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="5/QĐ-UBND"')
  const done = await app.request(`${path}/change`, { ...form, decidedOn: '2026-11-24' })
  expect(done.headers.get('location')).toBe(`/councils/${council.councilId}`)
  const shown = await (await app.request(`/councils/${council.councilId}`)).text()
  expect(shown).toContain('Ủy quyền chủ trì cho hoa')
  expect(shown).toContain('Số 5/QĐ-UBND')
})

test('a member is added and released by decision', async () => {
  const { council } = await world.scoring()
  const { councilId } = council
  const seat = { personId: 'minh', position: 'member' as const, organisation, scores: true }
  const late = addMember(world.office, { councilId, ...seat, decision: byDecision('x', '2026-12-01') })
  await expect(late).rejects.toMatchObject({ code: 'seats.decision_to_come' })
  await addMember(world.office, { councilId, ...seat, decision: byDecision() })
  await releaseMember(world.office, { councilId, personId: 'minh', decision: byDecision('Nghỉ hưu') })
  expect((await listChanges(world.db, councilId)).map(({ kind }) => kind).sort()).toEqual([
    'added',
    'released',
  ])
  await expect(world.db.deleteFrom('councilChange').execute()).rejects.toThrow('are never changed')
})
