import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bandOf,
  type CriteriaSet,
  criteriaOf,
  defaultRules,
  fileSet,
  fileSetIds,
  lawRegime,
  scoreOf,
  standingsOf,
} from '#modules/regulation/index.ts'
import { scoreFormOf } from './score-form-of.ts'
import { type DeskAnswers, tallyOf } from './tally.ts'

const sets = fileSetIds().flatMap((id) => fileSet(id) ?? [])
const bandsOf = (set: CriteriaSet) => lawRegime(set.regimeId).bands
const formOf = (set: CriteriaSet) => scoreFormOf(set, { bands: bandsOf(set), locale: 'vi', none: 'Không' })

/** Some criteria of a set answered, each with one of its options or none of them. */
const someAnswers = (set: CriteriaSet): fc.Arbitrary<DeskAnswers> =>
  fc
    .tuple(
      ...criteriaOf(set).map(({ code, options }) =>
        fc
          .option(fc.constantFrom<readonly number[]>([], ...options.map(({ no }) => [no])))
          .map((chosen) => [code, chosen] as const),
      ),
    )
    .map((entries) =>
      Object.fromEntries(entries.flatMap(([code, chosen]) => (chosen ? [[code, chosen]] : []))),
    )

test('the desk adds up every sheet of the law exactly as the ranking does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sets).chain((set) => someAnswers(set).map((answers) => ({ set, answers }))),
      ({ set, answers }) => {
        const tally = tallyOf(formOf(set), answers)
        const score = scoreOf(answers, set)
        expect(tally.total).toBe(score.total)
        expect(tally.points).toEqual(score.points)
        expect(Object.fromEntries(tally.parts.map(({ code, points }) => [code, points]))).toEqual(score.parts)
        expect(tally.band).toBe(bandOf(score.total * 100, bandsOf(set)))
        expect(tally.possible).toBeGreaterThanOrEqual(tally.total)
        const missed = standingsOf(set, [score], defaultRules.markRule).filter(({ met }) => !met)
        const ours = tally.ranks.flatMap(({ rank, missed, open }) =>
          [...missed, ...open].map((code) => `${rank} ${code}`),
        )
        if (set.marks !== 'none')
          expect(ours.sort()).toEqual(missed.map(({ rank, criterion }) => `${rank} ${criterion}`).sort())
      },
    ),
    { numRuns: 300 },
  )
})

test('a sheet with every answer given can come to nothing else', () => {
  for (const set of sets) {
    const answers = Object.fromEntries(
      criteriaOf(set).map(({ code, options }) => [code, [options.at(-1)?.no ?? 1]]),
    )
    const { total, possible, missing } = tallyOf(formOf(set), answers)
    expect([possible, missing]).toEqual([total, []])
  }
})

test('what is answered below a mark is missed, what is not answered is open', () => {
  const set = fileSet('qd26-2026-13')
  const { ranks } = tallyOf(formOf(set ?? expect.fail()), { '4.1': [3], '1.5': [4] })
  expect(ranks.find(({ rank }) => rank === 5)).toEqual({ rank: 5, missed: ['4.1'], open: ['7'] })
})

test('"none of these" is offered only where the sheet has no option of 0', () => {
  const form = formOf(fileSet('qd26-2026-13') ?? expect.fail())
  const offers = (code: string) =>
    form.criteria
      .find((one) => one.code === code)
      ?.groups.at(-1)
      ?.options.at(-1)?.no
  expect([offers('1.1'), offers('1.2')]).toEqual([0, 3])
})
