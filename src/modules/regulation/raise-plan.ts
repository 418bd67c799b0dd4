import { criteriaOf } from './criteria-of.ts'
import type { Criterion } from './criteria-set.ts'
import { type Gap, gapTo, type SheetLaw } from './gap.ts'
import { type Choice, type RaiseGroup, raiseGroups } from './raise-choices.ts'
import { type Answers, scoreOf } from './scoring.ts'

/** What a raise asks of the producer. `fixed`: what nobody changes at will, such as where a product comes from. */
export interface Effort {
  /** In whole đồng. */
  cost: number
  months: number
  fixed: boolean
}

/** The effort of bringing a criterion from so many points to so many, by the options that then answer it. */
export type EffortOf = (criterion: Criterion, from: number, to: Pick<Choice, 'points' | 'options'>) => Effort

/** What counts first among plans that both avoid what cannot be changed at will. */
export type Preference = 'cost' | 'months'

/** One answer to raise: option numbers before and after; `from` is null where nothing was answered. */
export interface Raise {
  criterion: string
  from: readonly number[] | null
  to: readonly number[]
  /** Points that the sheet gains by it, with those that a line depending on it gains as well. */
  points: number
  /** A mark asks for it, or only the total does. */
  why: 'mark' | 'points'
  effort: Effort
}

/** The raises that lead to a rank with the least effort, in printed order. Empty when the rank is reached already. */
export interface RaisePlan {
  gap: Gap
  raises: Raise[]
  answers: Answers
  total: number
  cost: number
  /** One after the other. */
  months: number
  /** When all begin at once. */
  longest: number
}

/**
 * The raises that bring these answers to the rank: the marks of ranks 3 up to it, and with them the points that lack.
 * No other plan asks for less: first the fewest raises of what is fixed, then the least cost (or months), then the
 * least months (or cost), then the fewest raises. A line with two cases stays in the case answered.
 * Null when the rank does not exist, or the sheet cannot give it.
 */
export function planRaises(
  law: SheetLaw,
  answers: Answers,
  { stars, effortOf, prefer = 'cost' }: { stars: number; effortOf: EffortOf; prefer?: Preference },
): RaisePlan | null {
  const gap = gapTo(law, answers, stars)
  if (!gap) return null
  const least = new Map<string, number>()
  for (const { criterion, needed } of gap.lackingMarks)
    least.set(criterion, Math.max(needed, least.get(criterion) ?? 0))
  const groups = raiseGroups(law.set, answers, { least, effortOf })
  const chosen = cheapest(groups, gap.from, prefer)
  return chosen && toldPlan({ law, answers, gap, chosen, least })
}

type Weight = readonly [fixed: number, first: number, second: number, raises: number]

interface Path {
  weight: Weight
  taken: readonly Choice[]
  before: Path | null
}

type Reached = readonly (Path | undefined)[]

/** A knapsack over whole points: for each sum of points the lightest way to it, group by group. */
function cheapest(groups: readonly RaiseGroup[], wanted: number, prefer: Preference): Choice[] | null {
  const start: Reached = [{ weight: [0, 0, 0, 0], taken: [], before: null }]
  const reached = groups.reduce((before, group) => withGroup(before, group, { wanted, prefer }), start)
  const end = reached[wanted]
  return end ? takenOn(end) : null
}

function withGroup(
  reached: Reached,
  { choices }: RaiseGroup,
  { wanted, prefer }: { wanted: number; prefer: Preference },
): Reached {
  const next: (Path | undefined)[] = []
  const offer = (at: number, path: Path) => {
    const known = next[at]
    if (!known || isLighter(path.weight, known.weight)) next[at] = path
  }
  for (const [sum, before] of reached.entries()) {
    if (!before) continue
    for (const { points, taken } of choices)
      offer(Math.min(wanted, sum + points), { weight: plus(before.weight, taken, prefer), taken, before })
  }
  return next
}

function plus([fixed, first, second, raises]: Weight, taken: readonly Choice[], prefer: Preference): Weight {
  const sum = (of: (effort: Effort) => number) => taken.reduce((all, { effort }) => all + of(effort), 0)
  const cost = sum((effort) => effort.cost)
  const months = sum((effort) => effort.months)
  return [
    fixed + sum((effort) => (effort.fixed ? 1 : 0)),
    first + (prefer === 'cost' ? cost : months),
    second + (prefer === 'cost' ? months : cost),
    raises + taken.length,
  ]
}

function isLighter(one: Weight, other: Weight): boolean {
  const at = one.findIndex((value, place) => value !== other[place])
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0)
}

function takenOn(end: Path): Choice[] {
  const taken: Choice[] = []
  for (let path: Path | null = end; path; path = path.before) taken.unshift(...path.taken)
  return taken
}

interface Told {
  law: SheetLaw
  answers: Answers
  gap: Gap
  chosen: readonly Choice[]
  least: ReadonlyMap<string, number>
}

function toldPlan({ law: { set }, answers, gap, chosen, least }: Told): RaisePlan {
  const after = { ...answers, ...Object.fromEntries(chosen.map((one) => [one.criterion.code, one.options])) }
  const before = scoreOf(answers, set)
  const reached = scoreOf(after, set)
  const gainAt = (code: string) => (reached.points[code] ?? 0) - (before.points[code] ?? 0)
  const raised = new Set(chosen.map(({ criterion }) => criterion.code))
  const hangingOn = (code: string) =>
    criteriaOf(set).filter((one) => one.onlyIf === code && !raised.has(one.code))
  const raises = chosen.map(
    ({ criterion, options, effort }): Raise => ({
      criterion: criterion.code,
      from: answers[criterion.code] ?? null,
      to: options,
      points: [criterion, ...hangingOn(criterion.code)].reduce((sum, { code }) => sum + gainAt(code), 0),
      why: least.has(criterion.code) ? 'mark' : 'points',
      effort,
    }),
  )
  const months = raises.map(({ effort }) => effort.months)
  return {
    gap,
    raises,
    answers: after,
    total: reached.total,
    cost: raises.reduce((sum, { effort }) => sum + effort.cost, 0),
    months: months.reduce((sum, one) => sum + one, 0),
    longest: Math.max(0, ...months),
  }
}
