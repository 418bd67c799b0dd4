import type { Criterion, EffortOf } from '#modules/regulation/index.ts'
import type { CriterionKind } from './criterion-kinds.ts'
import { effortDefaults, type Helper } from './effort-defaults.ts'

/** What it takes to rise by one level. Cost in whole đồng. */
export interface EffortLevel {
  months: number
  cost: number
}

/** What a kind of criterion takes in a province: its own figures, or the platform's estimates. */
export interface EffortFigures {
  kind: CriterionKind
  levels: readonly EffortLevel[]
  fixed: boolean
  helper: Helper
  /** The province's own words; null leaves the common ones. */
  papers: string | null
  helperNote: string | null
  /** The version of the province's own figures; 0 where the platform's estimates stand. */
  version: number
}

/** The platform's estimates for the kind. */
export function estimateOf(kind: CriterionKind): EffortFigures {
  const { levels, fixed = false, helper } = effortDefaults[kind]
  return {
    kind,
    levels: levels.map(([months, millions]) => ({ months, cost: millions * 1_000_000 })),
    fixed,
    helper,
    papers: null,
    helperNote: null,
    version: 0,
  }
}

/** How the plan weighs a raise: the figures of every level on the way, one after the other. */
export function effortBy(figuresAt: (criterion: Criterion) => EffortFigures): EffortOf {
  return (criterion, from, to) => {
    const { levels, fixed } = figuresAt(criterion)
    const passed = levelsOf(criterion, to.options).flatMap((points, at) =>
      points > from && points <= to.points ? (levels[at] ?? levels.at(-1) ?? []) : [],
    )
    return {
      cost: passed.reduce((sum, { cost }) => sum + cost, 0),
      months: passed.reduce((sum, { months }) => sum + months, 0),
      fixed,
    }
  }
}

/** How many levels a criterion has: the most that one of its cases offers. */
export function levelCountOf(criterion: Criterion): number {
  const cases = criterion.cases?.map(({ no }) => no) ?? [undefined]
  return Math.max(
    1,
    ...cases.map((within) => {
      const offered = criterion.options.filter((one) => one.case === within && one.points > 0)
      return new Set(offered.map(({ points }) => points)).size
    }),
  )
}

/** The points of each answer that gives any, from the lowest, in the case of the options chosen. */
function levelsOf({ options }: Criterion, chosen: readonly number[]): number[] {
  const within = options.find(({ no }) => chosen.includes(no))?.case
  const points = options.filter((one) => one.case === within && one.points > 0).map((one) => one.points)
  return [...new Set(points)].sort((a, b) => a - b)
}
