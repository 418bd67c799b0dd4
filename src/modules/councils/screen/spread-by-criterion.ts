import { type Answers, type CriteriaSet, criteriaOf, scoreOf } from '#modules/regulation/index.ts'
import { sheetsThatHide } from '../discussion/spread-shown.ts'

/** How the sheets of an ended round answer one criterion, without names: how many gave how many points. */
export interface CriterionSpread {
  code: string
  max: number
  lowest: number
  highest: number
  /** From the lowest points to the highest. */
  given: { points: number; sheets: number }[]
}

/**
 * The criteria on which the sheets differ, the furthest apart first, as a share of what the criterion is worth. Empty
 * for fewer sheets than hide who gave what.
 */
export function spreadByCriterion(
  set: CriteriaSet,
  sheets: readonly { answers: Answers }[],
): CriterionSpread[] {
  if (sheets.length < sheetsThatHide) return []
  const scores = sheets.map(({ answers }) => scoreOf(answers, set).points)
  return criteriaOf(set)
    .map(({ code, max }) => {
      const points = scores.map((score) => score[code] ?? 0)
      const values = [...new Set(points)].sort((a, b) => a - b)
      const given = values.map((value) => ({
        points: value,
        sheets: points.filter((one) => one === value).length,
      }))
      return { code, max, lowest: Math.min(...points), highest: Math.max(...points), given }
    })
    .filter(({ lowest, highest }) => highest > lowest)
    .sort((a, b) => (b.highest - b.lowest) / b.max - (a.highest - a.lowest) / a.max)
}
