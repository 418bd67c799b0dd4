import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { sendToCentre } from '../send-to-centre.ts'
import { as, bareResults, hoa, lan, makeDossier, newDecision, officer, stranger } from '../testing.ts'
import { missingParts, type PackPart, partsOf } from './pack-parts.ts'
import { type NewCentralLetter, writeCentralLetter } from './write-central-letter.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
})
afterAll(() => database.close())

async function approval(): Promise<string> {
  const { dossierId } = await makeDossier(database.db, { average: 9229 })
  const sent = await sendToCentre(as(database.db, lan), { dossierIds: [dossierId], decision: newDecision() })
  return sent.decisionId
}

const write = (decisionId: string, change: Partial<NewCentralLetter> = {}, actor: Actor = officer) =>
  writeCentralLetter(as(database.db, actor), {
    decisionId,
    letter: { ...newDecision(), number: '', missingReason: 'Báo cáo thẩm định gửi bản giấy.', ...change },
  })

test('a pack has the parts of art. 6.3a; a reassessment has neither minutes nor approval', () => {
  expect(partsOf('first')).toEqual([
    'letter',
    'appraisal',
    'council',
    'approval',
    'dossier',
    'tests',
    'samples',
  ])
  expect(partsOf('upgrade')).toEqual(partsOf('first'))
  expect(partsOf('reassessment')).toEqual(['letter', 'appraisal', 'dossier', 'tests', 'samples'])
})

test.each<[PackPart[], PackPart[]]>([
  [[], ['appraisal', 'council', 'approval', 'dossier']],
  [['approval', 'dossier', 'council'], ['appraisal']],
  [['appraisal', 'council', 'approval', 'dossier'], []],
])(
  'of a first dossier that holds %j is missing %j: tests only where they were asked for',
  (held, missing) => {
    expect(missingParts('first', new Set(held))).toEqual(missing)
  },
)

test('letters of a province are numbered one after the other, or with what its registry gave', async () => {
  const first = await write(await approval())
  const second = await write(await approval(), {}, lan)
  expect(first.number).toMatch(/^\d{2}\/UBND-OCOP$/)
  expect(Number.parseInt(second.number, 10)).toBe(Number.parseInt(first.number, 10) + 1)
  expect(await write(await approval(), { number: '318 / UBND-KT' })).toEqual({ number: '318/UBND-KT' })
  await expect(write(await approval(), { number: '318/UBND-KT' })).rejects.toMatchObject({
    facts: { faults: { number: 'taken' } },
  })
  await expect(write(await approval(), { number: '99/UBND-OCOP' })).rejects.toMatchObject({
    facts: { faults: { number: 'taken' } },
  })
})

test('a decision has one letter, also when two write it at once', async () => {
  const decisionId = await approval()
  const both = await Promise.allSettled([write(decisionId), write(decisionId, {}, lan)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(write(decisionId)).rejects.toMatchObject({ code: 'recognition.letter_written' })
})

test('what is missing is explained, and the letter is not dated before the decision or tomorrow', async () => {
  const decisionId = await approval()
  const faults = async (change: Partial<NewCentralLetter>) =>
    (await write(decisionId, change).catch((thrown) => thrown)).facts.faults
  expect(await faults({ missingReason: '  ' })).toEqual({ missingReason: 'missing' })
  expect(await faults({ decidedOn: '2026-11-23' })).toEqual({ decidedOn: 'too_early' })
  expect(await faults({ decidedOn: '2026-11-25' })).toEqual({ decidedOn: 'in_future' })
  expect(await faults({ decidedOn: '2026-02-30', signerName: '' })).toEqual({
    decidedOn: 'not_a_day',
    signerName: 'missing',
  })
})

test.each<[string, Actor, string]>([
  ['the centre', hoa, 'recognition.not_the_province'],
  ['another province', stranger, 'recognition.decision_unknown'],
])('%s does not write the letter', async (_who, actor, code) => {
  await expect(write(await approval(), {}, actor)).rejects.toMatchObject({ code })
})
