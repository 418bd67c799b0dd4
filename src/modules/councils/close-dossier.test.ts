import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultRules, traceInWords } from '#modules/regulation/index.ts'
import { theSet } from '#modules/regulation/testing.ts'
import { nobody } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { closeDossier } from './close-dossier.ts'
import { handInSheet } from './hand-in-sheet.ts'
import { openNewRound } from './open-new-round.ts'
import { recuse } from './recuse.ts'
import { releaseMember } from './release-member.ts'
import { findResult } from './result-store.ts'
import { saveAnswer } from './save-answer.ts'
import { saveSheet } from './save-sheet.ts'
import { findSheet, listSheets } from './score-sheet-store.ts'
import {
  type CouncilWorld,
  coffee,
  officer,
  openCouncilWorld,
  type Scoring,
} from './testing/council-world.ts'
import {
  answersOfTotal,
  byDecision,
  concludeDossier,
  councilOfSeven,
  reasonsFor,
  scoreDossier,
} from './testing.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const totals = ({ council, at }: Scoring, ...of: number[]) =>
  scoreDossier(world.office, {
    ...at,
    sheets: of.map((total, index) => ({ member: council.scorers[index] ?? nobody, total })),
  })
const close = ({ council, at }: Scoring, reason = '') =>
  closeDossier(world.as(council.chair), { ...at, reason })

test('92 points that miss a 5-star mark become 4 stars, and the trace says why in words', async () => {
  const people = [
    ...councilOfSeven,
    { id: 'tam', name: 'Tòng Văn Tâm', position: 'member' as const, organisation: 'Sở Du lịch' },
  ]
  const scoring = await world.scoring({ people })
  const points = [5, 5, 3, 3, 5, 3, 3]
  await scoreDossier(world.office, {
    ...scoring.at,
    sheets: [92, 92, 93, 92, 92, 93, 92].map((total, index) => ({
      member: scoring.council.scorers[index] ?? nobody,
      total,
      points: { '4.1': points[index] ?? 0 },
    })),
  })
  await close(scoring)
  const result = await findResult(world.db, scoring.dossierId)
  expect(result).toMatchObject({
    outcome: 'ranked',
    average: 9229,
    band: 5,
    stars: 4,
    round: 1,
    decidedBy: 'chair',
  })
  expect(result?.missedMarks).toEqual([{ criterion: '4.1', rank: 5, needed: 5 }])
  const words = traceInWords(result?.trace ?? [], 'vi').join(' ')
  expect(words).toContain('92,29')
  expect(words).toContain('5 sao tại tiêu chí 4.1 (cần 5 điểm, 3 trên 7 phiếu đạt)')
  expect(words).toContain('→ 4 sao')
  expect(await world.stateOf(scoring.dossierId)).toBe('scored')
})

test('the result keeps all that it came from', async () => {
  const scoring = await world.scoring({ rules: { ...defaultRules, maxDeviation: 12 } })
  await totals(scoring, 70, 70, 75, 80, 81)
  await close(scoring)
  const result = await findResult(world.db, scoring.dossierId)
  expect(result?.criteriaSetId).toBe(coffee)
  expect(result?.criteriaDigest).toMatch(/^[0-9a-f]{64}$/)
  expect(result?.inputs).toMatchObject({ round: 1, rules: { maxDeviation: 12 }, recused: [] })
  expect(result?.inputs.sheets.map(({ memberId }) => memberId)).toEqual([
    'chair',
    'dung',
    'hoa',
    'long',
    'vice',
  ])
  expect(result?.inputs.seats).toHaveLength(7)
  await expect(world.db.updateTable('councilResult').set({ stars: 5 }).execute()).rejects.toThrow(
    'never changed',
  )
})

test.each([
  [92, 5],
  [75, 4],
  [55, 3],
  [35, 2],
])('sheets of %i points that miss no mark make %i stars', async (total, stars) => {
  const dossierId = await world.checkedDossier()
  await concludeDossier(world.office, { dossierId, total })
  expect(await findResult(world.db, dossierId)).toMatchObject({ average: total * 100, stars })
})

test('below the quorum there is no result: five of six are needed, a recused member is one of the six', async () => {
  const scoring = await world.scoring()
  await recuse(world.as(scoring.council.actor('mai')), {
    ...scoring.at,
    personId: 'mai',
    reason: 'Người thân',
  })
  await totals(scoring, 80, 80, 80, 80)
  await expect(close(scoring)).rejects.toMatchObject({
    code: 'councils.no_quorum',
    facts: { sheets: 4, needed: 5 },
  })
  await scoreDossier(world.office, {
    ...scoring.at,
    sheets: [{ member: scoring.council.actor('long'), total: 80 }],
  })
  await close(scoring)
})

test('without the sheet of the chair or the delegated chair there is no result', async () => {
  const people = councilOfSeven.map((one) =>
    one.id === 'vice' ? { ...one, position: 'delegated_chair' as const } : one,
  )
  const scoring = await world.scoring({
    people: [...people, { id: 'tam', name: 'Tâm', position: 'member', organisation: 'Sở Du lịch' }],
  })
  const { council, at } = scoring
  const others = council.scorers.filter(({ id }) => id !== 'chair' && id !== 'vice')
  await scoreDossier(world.office, { ...at, sheets: others.map((member) => ({ member, total: 80 })) })
  await expect(close(scoring)).rejects.toMatchObject({ code: 'councils.chair_sheet_missing' })
  await scoreDossier(world.office, { ...at, sheets: [{ member: council.actor('vice'), total: 80 }] })
  await closeDossier(world.as(council.actor('vice')), at)
  expect(await findResult(world.db, scoring.dossierId)).toMatchObject({ average: 8000, decidedBy: 'vice' })
})

test('the sheet of a member who left no longer counts', async () => {
  const scoring = await world.scoring()
  await totals(scoring, 80, 80, 80, 80, 80, 74)
  const { councilId } = scoring.council
  await releaseMember(world.office, { councilId, personId: 'mai', decision: byDecision('Nghỉ hưu') })
  await close(scoring)
  expect(await findResult(world.db, scoring.dossierId)).toMatchObject({ average: 8000 })
})

test('totals further apart than the rules allow need a reason or a new round', async () => {
  const scoring = await world.scoring()
  await totals(scoring, 60, 71, 66, 66, 66)
  await expect(close(scoring)).rejects.toMatchObject({
    code: 'councils.deviation_too_wide',
    facts: { spread: 11, limit: 10 },
  })
  await close(scoring, 'Hội đồng đã thảo luận, các phiếu giữ nguyên')
  const result = await findResult(world.db, scoring.dossierId)
  expect(result?.inputs.deviationReason).toBe('Hội đồng đã thảo luận, các phiếu giữ nguyên')
  expect(traceInWords(result?.trace ?? [], 'vi').join(' ')).toContain('các phiếu giữ nguyên')
})

test('a new round is scored on copies; the earlier sheets stay as they were and do not count', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  await totals(scoring, 60, 71, 66, 66, 66)
  const { round } = await openNewRound(world.as(council.chair), {
    ...at,
    reason: 'Lệch 11 điểm ở tiêu chí 4.1',
  })
  expect(round).toBe(2)
  const sheets = await listSheets(world.db, at)
  expect(sheets.filter((sheet) => sheet.round === 1).map(({ memberId, total }) => [memberId, total])).toEqual(
    [
      ['chair', 60],
      ['dung', 66],
      ['hoa', 66],
      ['long', 66],
      ['vice', 71],
    ],
  )
  const copy = sheets.find((sheet) => sheet.round === 2 && sheet.memberId === 'vice')
  expect(copy).toMatchObject({
    version: 1,
    total: null,
    answers: sheets.find(({ total }) => total === 71)?.answers,
  })
  await expect(close(scoring)).rejects.toMatchObject({ code: 'councils.chair_sheet_missing' })

  const answers = answersOfTotal(theSet(coffee), 66)
  for (const member of council.scorers.slice(0, 5)) {
    const change = { version: 1, answers, notes: {}, reasons: reasonsFor(answers) }
    const { version } = await saveSheet(world.as(member), { ...at, ...change })
    await handInSheet(world.as(member), { ...at, version })
  }
  await close(scoring)
  expect(await findResult(world.db, scoring.dossierId)).toMatchObject({ round: 2, average: 6600 })
})

test('a new round needs a reason and something to discuss', async () => {
  const scoring = await world.scoring()
  const open = (reason: string) => openNewRound(world.as(scoring.council.chair), { ...scoring.at, reason })
  await expect(open('Thảo luận')).rejects.toMatchObject({ code: 'councils.round_empty' })
  await totals(scoring, 60)
  await expect(open(' ')).rejects.toMatchObject({ code: 'councils.reason_missing' })
})

test.each([
  ['nobody', () => nobody, 'councils.session_unknown'],
  ['an auditor', () => actorWith('auditor', 'vn/14'), 'councils.session_unknown'],
  ['the office', () => officer, 'councils.not_the_chair'],
  ['the secretary', ({ council }: Scoring) => council.secretary, 'councils.not_the_chair'],
  ['the vice chair', ({ council }: Scoring) => council.actor('vice'), 'councils.not_the_chair'],
  ['a member', ({ council }: Scoring) => council.actor('mai'), 'councils.not_the_chair'],
])('refuses %s to close a dossier or open a round', async (_, who, code) => {
  const scoring = await world.scoring()
  await totals(scoring, 80, 80, 80, 80, 80)
  const ctx = world.as(who(scoring))
  await expect(closeDossier(ctx, scoring.at)).rejects.toMatchObject({ code })
  await expect(openNewRound(ctx, { ...scoring.at, reason: 'x' })).rejects.toMatchObject({ code })
})

test('a recused chair does not lead the dossier', async () => {
  const scoring = await world.scoring()
  const chair = world.as(scoring.council.chair)
  await recuse(chair, { ...scoring.at, personId: 'chair', reason: 'Người thân' })
  await expect(close(scoring)).rejects.toMatchObject({ code: 'councils.recused' })
})

test('a closed dossier is closed: no sheet, no answer, no round, no second result', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  await totals(scoring, 80, 80, 80, 80, 80)
  await close(scoring)
  const code = 'councils.dossier_closed'
  await expect(close(scoring)).rejects.toMatchObject({ code })
  await expect(openNewRound(world.as(council.chair), { ...at, reason: 'x' })).rejects.toMatchObject({ code })
  const mai = world.as(council.actor('mai'))
  await expect(saveAnswer(mai, { ...at, criterion: '4.1', options: [1], version: 0 })).rejects.toMatchObject({
    code,
  })
  await expect(recuse(mai, { ...at, personId: 'mai', reason: 'x' })).rejects.toMatchObject({ code })
})

test('closing while a sheet goes in: the sheet counts, or it is refused; never neither', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const scoring = await world.scoring()
    const { council, at } = scoring
    await totals(scoring, 80, 80, 80, 80, 80)
    const mai = world.as(council.actor('mai'))
    const answers = answersOfTotal(theSet(coffee), 74)
    const { version } = await saveSheet(mai, { ...at, version: 0, answers, notes: {} })
    const handIn = () => handInSheet(mai, { ...at, version })
    const race = turn % 2 === 0 ? [handIn(), close(scoring)] : [close(scoring), handIn()]
    await Promise.allSettled(race)
    const result = await findResult(world.db, scoring.dossierId)
    const sheet = await findSheet(world.db, { ...at, memberId: 'mai', round: 1 })
    expect(result?.inputs.sheets).toHaveLength(sheet?.handedInAt ? 6 : 5)
    expect(result?.average).toBe(sheet?.handedInAt ? 7900 : 8000)
  }
})
