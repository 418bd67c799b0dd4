import fc from 'fast-check'
import { criteriaOf } from '../criteria-of.ts'
import type { CriteriaSet, Criterion } from '../criteria-set.ts'
import { type Answers, offersNone } from '../scoring.ts'

/** Any complete sheet of the set. */
export function anyAnswers(set: CriteriaSet): fc.Arbitrary<Answers> {
  return fc.record(
    Object.fromEntries(criteriaOf(set).map((criterion) => [criterion.code, anyAnswer(criterion)])),
  )
}

/** Any complete sheet near the top, so that the upper bands and their marks come up often. */
export function goodAnswers(set: CriteriaSet): fc.Arbitrary<Answers> {
  const best = criteriaOf(set).map((criterion) => [criterion.code, bestAnswer(criterion)] as const)
  return fc
    .tuple(anyAnswers(set), fc.array(fc.nat(best.length - 1), { maxLength: 8 }))
    .map(([any, changed]) => {
      const codes = new Set(changed.map((at) => best[at]?.[0]))
      return Object.fromEntries(
        best.map(([code, answer]) => [code, codes.has(code) ? (any[code] ?? []) : answer]),
      )
    })
}

function anyAnswer(criterion: Criterion): fc.Arbitrary<number[]> {
  const numbers = criterion.options.map((option) => option.no)
  if (criterion.scoring === 'sum') return fc.subarray(numbers)
  return fc.constantFrom(...numbers.map((no) => [no]), ...(offersNone(criterion) ? [[]] : []))
}

function bestAnswer({ scoring, options }: Criterion): number[] {
  if (scoring === 'sum') return options.map((option) => option.no)
  return [options.reduce((best, option) => (option.points > best.points ? option : best)).no]
}
