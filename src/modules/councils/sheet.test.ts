import { afterAll, beforeAll, expect, test } from 'vitest'
import { criteriaOf } from '#modules/regulation/index.ts'
import { theSet } from '#modules/regulation/testing.ts'
import { nobody } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { handInSheet } from './hand-in-sheet.ts'
import { recuse } from './recuse.ts'
import { releaseMember } from './release-member.ts'
import { saveAnswer } from './save-answer.ts'
import { saveSheet } from './save-sheet.ts'
import { findSheet, type ScoreSheet } from './score-sheet-store.ts'
import {
  type CouncilWorld,
  coffee,
  officer,
  openCouncilWorld,
  type Scoring,
} from './testing/council-world.ts'
import { answersOfTotal, byDecision, scoreDossier } from './testing.ts'

let world: CouncilWorld
const set = theSet(coffee)

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const sheetOf = (at: Scoring['at'], memberId: string) => findSheet(world.db, { ...at, memberId, round: 1 })
const full = answersOfTotal(set, 82)

test('each answer is kept as it is given, with its note, and counts the versions', async () => {
  const { council, at } = await world.scoring()
  const mai = world.as(council.actor('mai'))
  const first = await saveAnswer(mai, {
    ...at,
    criterion: '4.1',
    options: [3],
    note: 'Có 6 đại lý ',
    version: 0,
  })
  expect(first).toMatchObject({ version: 1, answers: { '4.1': [3] }, notes: { '4.1': 'Có 6 đại lý' } })
  const second = await saveAnswer(mai, { ...at, criterion: '4.2', options: [1], version: 1 })
  expect(second.version).toBe(2)
  await saveAnswer(mai, { ...at, criterion: '4.1', note: '', version: 2 })
  expect(await sheetOf(at, 'mai')).toMatchObject({
    version: 3,
    answers: { '4.1': [3], '4.2': [1] },
    notes: {},
    total: null,
  })
})

test('an answer that arrives twice is written once; one made on an old version is refused', async () => {
  const { council, at } = await world.scoring()
  const mai = world.as(council.actor('mai'))
  const change = { ...at, criterion: '4.1', options: [3], version: 0 }
  await saveAnswer(mai, change)
  expect(await saveAnswer(mai, change)).toMatchObject({ version: 1 })
  const old = saveAnswer(mai, { ...at, criterion: '4.2', options: [1], version: 0 })
  await expect(old).rejects.toMatchObject({ code: 'councils.sheet_changed', facts: { version: 1 } })
})

test.each<[string, Record<string, number[]>]>([
  ['a criterion that the sheet does not have', { '99': [1] }],
  ['a word that every object has', { constructor: [1] }],
  ['an option that the criterion does not have', { '4.1': [5] }],
  ['two options where one counts', { '4.1': [1, 2] }],
  ['none of these where there is an option of 0', { '1.2': [] }],
])('refuses %s', async (_, answers) => {
  const { council, at } = await world.scoring()
  const save = saveSheet(world.as(council.actor('mai')), { ...at, version: 0, answers, notes: {} })
  await expect(save).rejects.toMatchObject({ code: 'councils.not_an_option' })
})

test('a sheet goes in complete, once, and what it comes to is computed here', async () => {
  const { council, at } = await world.scoring()
  const mai = world.as(council.actor('mai'))
  const { '4.1': _, ...lacking } = full
  await saveSheet(mai, { ...at, version: 0, answers: lacking, notes: {} })
  await expect(handInSheet(mai, { ...at, version: 1 })).rejects.toMatchObject({
    code: 'councils.sheet_incomplete',
    facts: { faults: [{ criterion: '4.1', fault: 'missing' }] },
  })
  await saveAnswer(mai, { ...at, criterion: '4.1', options: full['4.1'] ?? [], version: 1 })
  await expect(handInSheet(mai, { ...at, version: 1 })).rejects.toMatchObject({
    code: 'councils.sheet_changed',
  })
  const { total, parts } = await handInSheet(mai, { ...at, version: 2 })
  expect(total).toBe(82)
  expect(await sheetOf(at, 'mai')).toMatchObject({ total, parts, handedInAt: expect.any(Date) })
  await expect(handInSheet(mai, { ...at, version: 2 })).rejects.toMatchObject({
    code: 'councils.handed_in_already',
  })
  const late = saveAnswer(mai, { ...at, criterion: '4.1', options: [1], version: 2 })
  await expect(late).rejects.toMatchObject({ code: 'councils.handed_in_already' })
})

test('two hand-ins at once: one goes in, one is refused', async () => {
  const { council, at } = await world.scoring()
  const mai = world.as(council.actor('mai'))
  const { version } = await saveSheet(mai, { ...at, version: 0, answers: full, notes: {} })
  const both = [handInSheet(mai, { ...at, version }), handInSheet(mai, { ...at, version })]
  const outcomes = await Promise.allSettled(both)
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'councils.handed_in_already' },
  })
})

test('two first answers at once: none is lost without a word', async () => {
  const { council, at } = await world.scoring()
  const mai = world.as(council.actor('mai'))
  const outcomes = await Promise.allSettled([
    saveAnswer(mai, { ...at, criterion: '4.1', options: [1], version: 0 }),
    saveAnswer(mai, { ...at, criterion: '4.2', options: [2], version: 0 }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'councils.sheet_changed' },
  })
})

test.each([
  ['nobody', () => nobody, 'councils.session_unknown'],
  [
    'an outsider who holds the role',
    () => actorWith('member', 'vn/14', { id: 'other' }),
    'councils.session_unknown',
  ],
  [
    'a member of another province’s council',
    () => actorWith('member', 'vn/11', { id: 'other' }),
    'councils.session_unknown',
  ],
  [
    'the producer',
    () => actorWith('producer', 'vn/14/03868', { producerId: newId() }),
    'councils.session_unknown',
  ],
  ['an auditor', () => actorWith('auditor', 'vn/14'), 'councils.session_unknown'],
  ['the province’s office', () => officer, 'councils.does_not_score'],
  ['a secretary who does not score', ({ council }: Scoring) => council.secretary, 'councils.does_not_score'],
  ['a recused member', ({ council }: Scoring) => council.actor('mai'), 'councils.recused'],
  ['a member who left', ({ council }: Scoring) => council.actor('hoa'), 'councils.session_unknown'],
])('refuses a sheet of %s', async (_, who, code) => {
  const scoring = await world.scoring()
  const { at, council } = scoring
  await recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'Người thân' })
  await releaseMember(world.office, {
    councilId: council.councilId,
    personId: 'hoa',
    decision: byDecision('Nghỉ hưu'),
  })
  const ctx = world.as(who(scoring))
  const save = saveAnswer(ctx, { ...at, criterion: '4.1', options: [1], version: 0 })
  await expect(save).rejects.toMatchObject({ code })
  await expect(handInSheet(ctx, { ...at, version: 1 })).rejects.toMatchObject({ code })
})

test('a dossier that is not on the agenda, or no id at all, is not found', async () => {
  const { council, sessionId } = await world.scoring()
  for (const dossierId of [newId(), 'x']) {
    const save = saveAnswer(world.as(council.chair), {
      sessionId,
      dossierId,
      criterion: '4.1',
      options: [1],
      version: 0,
    })
    await expect(save).rejects.toMatchObject({ kind: 'not_found', code: 'councils.dossier_not_on_agenda' })
  }
})

test('nobody is recused after handing in, and no sheet goes in after', async () => {
  const { council, at } = await world.scoring()
  await scoreDossier(world.office, { ...at, sheets: [{ member: council.actor('mai'), total: 75 }] })
  const late = recuse(world.as(council.chair), { ...at, personId: 'mai', reason: 'Người thân' })
  await expect(late).rejects.toMatchObject({ code: 'councils.handed_in_already' })
})

test('the database itself refuses what must not happen to a sheet', async () => {
  const { council, at } = await world.scoring()
  await scoreDossier(world.office, { ...at, sheets: [{ member: council.actor('hoa'), total: 75 }] })
  await recuse(world.as(council.actor('mai')), { ...at, personId: 'mai', reason: 'Người thân' })
  const handedIn = await sheetOf(at, 'hoa')
  const change = world.db.updateTable('scoreSheet').where('id', '=', handedIn?.id ?? '')
  await expect(change.set({ total: 100 }).execute()).rejects.toThrow('handed in is never changed')
  await expect(world.db.deleteFrom('scoreSheet').execute()).rejects.toThrow('never changed')
  const insert = (memberId: string, round = 1) =>
    world.db
      .insertInto('scoreSheet')
      .values({ ...blank(at, council.councilId), memberId, round })
      .execute()
  await expect(insert('mai')).rejects.toThrow('a recused member has no sheet')
  await expect(insert('thu')).rejects.toThrow('only members who sit and score')
  await expect(insert('stranger')).rejects.toThrow('only members who sit and score')
  await expect(insert('dung', 2)).rejects.toThrow('only in the round that is being scored')
  await insert('dung')
  await expect(insert('dung')).rejects.toThrow('unique')
  const recusal = {
    ...at,
    councilId: council.councilId,
    personId: 'hoa',
    reason: 'x',
    declaredBy: 'hoa',
    declaredAt: new Date(),
  }
  await expect(world.db.insertInto('recusal').values(recusal).execute()).rejects.toThrow(
    'recused after handing in',
  )
})

test('every criterion of the coffee sheet can be answered by its options', () => {
  expect(Object.keys(full)).toHaveLength(criteriaOf(set).length)
})

function blank(
  at: Scoring['at'],
  councilId: string,
): Omit<ScoreSheet, 'answers' | 'notes' | 'reasons' | 'memberId' | 'parts' | 'carried'> &
  Record<'answers' | 'notes', string> & { parts: null } {
  const written = { answers: '{}', notes: '{}', version: 1, savedAt: new Date() }
  return { id: newId(), ...at, councilId, round: 1, total: null, parts: null, handedInAt: null, ...written }
}
