import {
  type Answers,
  type CriteriaSet,
  type Criterion,
  criteriaOf,
  scoreOf,
} from '#modules/regulation/index.ts'

/**
 * One sheet that stands for those of a council: at each criterion the best answer that a member gave and that is worth no
 * more than what counted there on average. Its total is never above the council's, so that a plan made from it promises
 * nothing; whose answer it is does not show.
 */
export function councilAnswers(set: CriteriaSet, sheets: readonly Answers[]): Answers {
  const counted = sheets.map((sheet) => scoreOf(sheet, set).points)
  const entries = criteriaOf(set).flatMap((criterion) => {
    const average = counted.reduce((sum, points) => sum + (points[criterion.code] ?? 0), 0) / sheets.length
    return bestWithin(criterion, sheets, average)
  })
  return Object.fromEntries(entries)
}

function bestWithin(
  criterion: Criterion,
  sheets: readonly Answers[],
  average: number,
): [string, readonly number[]][] {
  const given = sheets.flatMap((answers) => {
    const options = answers[criterion.code]
    return options ? [{ options, points: pointsOf(criterion, options) }] : []
  })
  const [best] = given.filter(({ points }) => points <= average).sort((a, b) => b.points - a.points)
  return best ? [[criterion.code, best.options]] : []
}

function pointsOf({ options }: Criterion, chosen: readonly number[]): number {
  return options.filter(({ no }) => chosen.includes(no)).reduce((sum, { points }) => sum + points, 0)
}
