import { criteriaOf, criterionOf } from './criteria-of.ts'
import type { CriteriaSet, Criterion } from './criteria-set.ts'
import { fileSet } from './law-files.ts'
import type { Answers, SheetPoints } from './scoring.ts'

/** The criteria set of our files with this id. */
export function theSet(id: string): CriteriaSet {
  const set = fileSet(id)
  if (!set) throw new Error(`No criteria set ${id}`)
  return set
}

/** A whole sheet in points: the most at every criterion but those given. */
export function fullPoints(set: CriteriaSet, but: SheetPoints = {}): Record<string, number> {
  return { ...Object.fromEntries(criteriaOf(set).map(({ code, max }) => [code, max])), ...but }
}

/**
 * A whole sheet in points that comes to `total`, with what is given at some criteria, taking points away elsewhere
 * without missing a star mark of the ranks up to `keep`. Fails when there is no such sheet.
 */
export function pointsOfTotal(
  set: CriteriaSet,
  total: number,
  but: SheetPoints = {},
  keep = 0,
): Record<string, number> {
  const free = criteriaOf(set).filter(
    ({ code, onlyIf }) => but[code] === undefined && onlyIf === undefined && code !== '5.1',
  )
  const points = fullPoints(set, but)
  const target = Object.values(points).reduce((sum, value) => sum + value, 0) - total
  const cuts = cutsTo(
    target,
    free.map((criterion) => ({ code: criterion.code, cuts: cutsOf(criterion, keep) })),
  )
  if (!cuts) throw new Error(`No sheet of ${total} points in ${set.id}`)
  for (const [code, cut] of cuts) points[code] = (points[code] ?? 0) - cut
  return points
}

/** The answers that give these points: for each criterion an option worth them, or none. One option per criterion only. */
export function answersOf(set: CriteriaSet, points: SheetPoints): Answers {
  const entries = Object.entries(points).map(([code, value]) => {
    const option = criterionOf(set, code)?.options.find((one) => one.points === value)
    return [code, option ? [option.no] : []]
  })
  return Object.fromEntries(entries)
}

/** The points that the answers give line by line, before the sheet's own conditions. */
export function pointsOf(set: CriteriaSet, answers: Answers): Record<string, number> {
  const entries = Object.entries(answers).map(([code, chosen]) => {
    const options = criterionOf(set, code)?.options.filter((option) => chosen.includes(option.no)) ?? []
    return [code, options.reduce((sum, option) => sum + option.points, 0)]
  })
  return Object.fromEntries(entries)
}

function cutsOf({ options, max }: Criterion, keep: number): number[] {
  const least = Math.max(
    0,
    ...options.filter((one) => (one.minForRank ?? 9) <= keep).map((one) => one.points),
  )
  return [...new Set(options.map((one) => one.points))]
    .filter((value) => value >= least)
    .map((value) => max - value)
}

function cutsTo(
  target: number,
  lines: readonly { code: string; cuts: number[] }[],
): Map<string, number> | undefined {
  let reach = new Map<number, Map<string, number>>([[0, new Map()]])
  for (const { code, cuts } of lines) {
    const next = new Map(reach)
    for (const [sum, taken] of reach) {
      for (const cut of cuts)
        if (sum + cut <= target && !next.has(sum + cut)) next.set(sum + cut, new Map(taken).set(code, cut))
    }
    reach = next
  }
  return reach.get(target)
}
