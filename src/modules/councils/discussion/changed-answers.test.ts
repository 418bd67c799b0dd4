import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theSet } from '#modules/regulation/testing.ts'
import { handInSheet } from '../hand-in-sheet.ts'
import { openNewRound } from '../open-new-round.ts'
import { readDossierRoom } from '../read-dossier-room.ts'
import { saveAnswer } from '../save-answer.ts'
import { findSheet } from '../score-sheet-store.ts'
import { type CouncilWorld, coffee, openCouncilWorld, type Scoring } from '../testing/council-world.ts'
import { discussDossier } from '../testing.ts'
import { changesOf } from './changed-answers.ts'
import { changedCodes, unexplained } from './changed-codes.ts'
import { endRound } from './end-round.ts'

let world: CouncilWorld
const set = theSet(coffee)

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

/** A second round of a dossier of which chair, vice chair and Dũng have handed in the first. */
async function secondRound(): Promise<Scoring> {
  const scoring = await world.scoring()
  const sheets = ['chair', 'vice', 'dung'].map((id) => ({ member: scoring.council.actor(id), total: 80 }))
  await discussDossier(world.office, scoring.council, { ...scoring.at, sheets })
  const reason = 'Thống nhất cách hiểu tiêu chí 4.1'
  await openNewRound(world.as(scoring.council.chair), { ...scoring.at, reason })
  return scoring
}

const ownSheet = ({ at }: Scoring, memberId: string, round = 2) =>
  findSheet(world.db, { ...at, memberId, round })

/** Another option of the criterion than the member chose before. */
async function otherOption(scoring: Scoring, memberId: string): Promise<number> {
  const chosen = (await ownSheet(scoring, memberId, 1))?.answers['4.1'] ?? []
  return chosen.includes(1) ? 2 : 1
}

test('an answer changed between rounds goes in with its reason only, and is kept old beside new', async () => {
  const scoring = await secondRound()
  const { council, at } = scoring
  const dung = world.as(council.actor('dung'))
  const option = await otherOption(scoring, 'dung')
  const changed = await saveAnswer(dung, { ...at, criterion: '4.1', options: [option], version: 1 })
  await expect(handInSheet(dung, { ...at, version: changed.version })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'discussion.change_unexplained',
    facts: { codes: '4.1', faults: [{ criterion: '4.1', fault: 'unexplained' }] },
  })
  const blank = await saveAnswer(dung, { ...at, criterion: '4.1', reason: ' ', version: changed.version })
  const late = handInSheet(dung, { ...at, version: blank.version })
  await expect(late).rejects.toMatchObject({ code: 'discussion.change_unexplained' })

  const reason = 'Đã xem hợp đồng liên kết'
  const told = await saveAnswer(dung, { ...at, criterion: '4.1', reason, version: blank.version })
  await handInSheet(dung, { ...at, version: told.version })
  expect((await ownSheet(scoring, 'dung'))?.reasons).toEqual({ '4.1': reason })
  expect((await ownSheet(scoring, 'dung', 1))?.answers).not.toEqual(
    (await ownSheet(scoring, 'dung'))?.answers,
  )

  const chair = world.as(council.chair)
  await handInSheet(chair, { ...at, version: 1 })
  await endRound(chair, at)
  const { earlier } = await readDossierRoom(chair, at)
  expect(earlier.find(({ round }) => round === 2)?.changes).toMatchObject([
    { memberId: 'dung', code: '4.1', reason },
  ])
})

test('who changes nothing, and who had not handed in before, owes no reason', async () => {
  const scoring = await secondRound()
  const { council, at } = scoring
  await handInSheet(world.as(council.actor('vice')), { ...at, version: 1 })
  const mai = world.as(council.actor('mai'))
  let version = 0
  for (const [criterion, options] of Object.entries((await ownSheet(scoring, 'vice'))?.answers ?? {}))
    version = (await saveAnswer(mai, { ...at, criterion, options, version })).version
  await handInSheet(mai, { ...at, version })
})

test('the database itself refuses a changed answer without its reason', async () => {
  const scoring = await secondRound()
  const { at } = scoring
  const option = await otherOption(scoring, 'dung')
  const dung = world.as(scoring.council.actor('dung'))
  await saveAnswer(dung, { ...at, criterion: '4.1', options: [option], version: 1 })
  const sheet = await ownSheet(scoring, 'dung')
  const handIn = world.db
    .updateTable('scoreSheet')
    .set({ total: 80, parts: '{}', handedInAt: new Date() })
    .where('id', '=', sheet?.id ?? '')
  await expect(handIn.execute()).rejects.toThrow('has its reason')
})

test('an answer is the options chosen, in whatever order; only others are changed', () => {
  const options = fc.uniqueArray(fc.integer({ min: 1, max: 6 }))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('1.1', '1.2', '4.1'), options), (answers) => {
      const turned = Object.fromEntries(
        Object.entries(answers).map(([code, nos]) => [code, [...nos].reverse()]),
      )
      expect(changedCodes(answers, turned)).toEqual([])
      expect(unexplained(answers, turned, {})).toEqual([])
    }),
  )
  expect(changedCodes({ a: [1] }, { a: [], b: [2] })).toEqual(['a', 'b'])
  expect(unexplained({ a: [1] }, { a: [2], b: [] }, { a: 'vì' })).toEqual(['b'])
})

test('changes are told in points, in the order of the sheet, against the last round handed in', () => {
  const sheet = (round: number, answers: Record<string, number[]>, handedIn = true) => ({
    ...{ memberId: 'x', round, answers, reasons: { '4.1': 'vì' } },
    handedInAt: handedIn ? new Date() : null,
  })
  const all = [sheet(1, { '4.1': [1] }), sheet(2, { '4.1': [3] }, false), sheet(3, { '4.1': [2] })]
  const changes = changesOf(set, { sheets: all.slice(2), all })
  expect(changes).toMatchObject([{ memberId: 'x', code: '4.1', reason: 'vì' }])
  expect(changes[0]?.from).not.toBe(changes[0]?.to)
  expect(changesOf(set, { sheets: all.slice(0, 1), all })).toEqual([])
})
