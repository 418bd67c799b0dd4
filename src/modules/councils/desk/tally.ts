import { type FormCriterion, optionsOf, type ScoreForm } from './score-form.ts'

/** Option numbers by criterion, as the server keeps them: an empty list is "none of these". */
export type DeskAnswers = Readonly<Record<string, readonly number[]>>

export interface PartTally {
  code: string
  max: number
  points: number
  answered: number
  criteria: number
}

/** Where the sheet stands at the star marks of one rank. */
export interface RankTally {
  rank: number
  missed: string[]
  open: string[]
}

/** What a sheet comes to so far, and what it still can. */
export interface Tally {
  points: Readonly<Record<string, number>>
  parts: PartTally[]
  total: number
  /** The total if everything unanswered got the most. */
  possible: number
  missing: string[]
  criteria: number
  band: number
  ranks: RankTally[]
}

/** Adds up the sheet as the server does when it is handed in; for the eye only, nothing of it is ever sent. */
export function tallyOf(form: ScoreForm, answers: DeskAnswers): Tally {
  const points = pointsOf(form, (criterion) => chosenPoints(criterion, answers[criterion.code]))
  const most = pointsOf(form, (criterion) => {
    const chosen = answers[criterion.code]
    return chosen ? chosenPoints(criterion, chosen) : criterion.max
  })
  const missing = form.criteria.filter(({ code }) => !answers[code]).map(({ code }) => code)
  const total = sum(Object.values(points))
  return {
    points,
    parts: form.parts.map(({ code, max }) => {
      const own = form.criteria.filter(({ part }) => part === code)
      const answered = own.filter((criterion) => answers[criterion.code]).length
      return {
        code,
        max,
        points: sum(own.map((one) => points[one.code] ?? 0)),
        answered,
        criteria: own.length,
      }
    }),
    total,
    possible: sum(Object.values(most)),
    missing,
    criteria: form.criteria.length,
    band: Math.max(...form.bands.filter(({ from }) => total >= from).map(({ rank }) => rank)),
    ranks: [3, 4, 5].map((rank) => rankTally(form, { rank, points, answers })),
  }
}

function rankTally(
  form: ScoreForm,
  { rank, points, answers }: { rank: number; points: Tally['points']; answers: DeskAnswers },
): RankTally {
  const short = form.marks.filter((mark) => mark.rank === rank && (points[mark.criterion] ?? 0) < mark.needed)
  const codes = short.map(({ criterion }) => criterion)
  return { rank, missed: codes.filter((code) => answers[code]), open: codes.filter((code) => !answers[code]) }
}

function pointsOf(form: ScoreForm, given: (criterion: FormCriterion) => number): Record<string, number> {
  const points: Record<string, number> = {}
  for (const criterion of form.criteria) {
    const counts = criterion.onlyIf === null || (points[criterion.onlyIf] ?? 0) > 0
    points[criterion.code] = counts ? given(criterion) : 0
  }
  return points
}

function chosenPoints(criterion: FormCriterion, chosen: readonly number[] = []): number {
  return sum(
    optionsOf(criterion)
      .filter(({ no }) => chosen.includes(no))
      .map(({ points }) => points),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
