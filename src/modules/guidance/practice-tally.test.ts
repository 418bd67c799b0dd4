import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Answers,
  type CriteriaSet,
  criteriaOf,
  defaultRules,
  fileSet,
  fileSetIds,
  gapTo,
  lawRegime,
  offersNone,
  type SheetLaw,
  sheetStanding,
} from '#modules/regulation/index.ts'
import { practiceFields, readPractice } from './practice-form.ts'
import { tallyOf } from './practice-tally.ts'
import { tallySheetOf } from './tally-sheet-of.ts'

const sets = fileSetIds().flatMap((id) => fileSet(id) ?? [])

test.each(sets.map((set) => [set.id, set] as const))('a browser adds up as the server does: %s', (_, set) => {
  const law: SheetLaw = { set, bands: lawRegime(set.regimeId).bands, rules: defaultRules }
  const sheet = tallySheetOf(law)
  fc.assert(
    fc.property(someAnswers(set), (answers) => {
      const standing = sheetStanding(law, answers)
      const next = gapTo(law, answers, Math.max(standing.stars + 1, 3))
      const tally = tallyOf(sheet, chosenIn(answers))
      expect(tally).toMatchObject({
        parts: standing.score.parts,
        total: standing.score.total,
        answered: standing.answered,
        stars: standing.stars,
      })
      expect(tally.next?.points).toBe(next?.lackingPoints)
      expect(new Set(tally.next?.marks)).toEqual(
        new Set(next?.lackingMarks.map(({ criterion }) => criterion)),
      )
    }),
    { numRuns: 10 },
  )
})

test('the form carries the answers on as they are', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sets).chain((set) => fc.tuple(fc.constant(set), someAnswers(set))),
      ([set, answers]) => {
        const form = new FormData()
        for (const [name, value] of practiceFields(answers)) form.append(name, value)
        expect(readPractice(form, set)).toEqual(answers)
      },
    ),
    { numRuns: 60 },
  )
})

test('an answer that the sheet does not offer is left out', () => {
  const [set] = sets
  if (!set) throw new Error('there are sheets')
  const form = new FormData()
  for (const [name, value] of [
    ['answer:1.1', '99'],
    ['answer:x', '1'],
    ['answer:1.2', '<b>'],
  ] as const)
    form.append(name, value)
  expect(readPractice(form, set)).toEqual({})
})

function chosenIn(answers: Answers): Record<string, string[]> {
  const chosen: Record<string, string[]> = {}
  for (const [name, value] of practiceFields(answers)) {
    const code = name.replace('answer:', '')
    chosen[code] = [...(chosen[code] ?? []), value]
  }
  return chosen
}

/** Some lines of the sheet answered, mostly well, so that the higher ranks and their marks come up. */
function someAnswers(set: CriteriaSet): fc.Arbitrary<Answers> {
  const entries = criteriaOf(set).map((criterion) => {
    const numbers = criterion.options.map(({ no }) => no)
    const best = criterion.options.reduce((a, b) => (b.points > a.points ? b : a)).no
    const any =
      criterion.scoring === 'sum'
        ? fc.subarray(numbers)
        : fc.constantFrom(...numbers.map((no) => [no]), ...(offersNone(criterion) ? [[]] : []))
    return [criterion.code, fc.oneof({ weight: 4, arbitrary: fc.constant([best]) }, any)] as const
  })
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<Answers>
}
