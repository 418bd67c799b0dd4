import { criteriaOf } from './criteria-of.ts'
import type { CriteriaSet, Criterion, Option } from './criteria-set.ts'
import type { Effort, EffortOf } from './raise-plan.ts'
import type { Answers } from './scoring.ts'

/** Another answer to a line than the one given: its options and what they are worth. */
export interface Choice {
  criterion: Criterion
  options: readonly number[]
  points: number
  effort: Effort
}

/** Lines that count together, with every way to answer them: what counts then, and what was raised for it. */
export interface RaiseGroup {
  choices: { points: number; taken: readonly Choice[] }[]
}

interface Asked {
  /** The least points that a mark asks for, by line. */
  least: ReadonlyMap<string, number>
  effortOf: EffortOf
}

/** Every way to raise the answers, by groups that do not touch each other: a line and those that hang on it. */
export function raiseGroups(set: CriteriaSet, answers: Answers, asked: Asked): RaiseGroup[] {
  const criteria = criteriaOf(set)
  return criteria
    .filter(({ onlyIf }) => onlyIf === undefined)
    .map((root) => {
      const hanging = criteria.filter(({ onlyIf }) => onlyIf === root.code)
      const lines = [root, ...hanging].map((line) => waysOf(line, answers[line.code], asked.effortOf))
      return { choices: combine(lines).flatMap((ways) => counted(ways, asked.least)) }
    })
}

interface Way {
  criterion: Criterion
  points: number
  /** Null leaves the answer as it is. */
  raised: Choice | null
}

/** The answer as it is, and every answer worth more. */
function waysOf(criterion: Criterion, chosen: readonly number[] = [], effortOf: EffortOf): Way[] {
  const given = criterion.options.filter(({ no }) => chosen.includes(no))
  const points = sumOf(given)
  const higher = offered(criterion, given).map((options): Way => {
    const to = { options: options.map(({ no }) => no), points: sumOf(options) }
    const effort = effortOf(criterion, points, to)
    return { criterion, points: to.points, raised: { criterion, ...to, effort } }
  })
  return [{ criterion, points, raised: null }, ...higher.filter((way) => way.points > points)]
}

/** Where options add up, more of them ticked; elsewhere another option of the same case. */
function offered({ scoring, options }: Criterion, given: readonly Option[]): Option[][] {
  if (scoring === 'sum') {
    const others = options.filter((option) => !given.includes(option))
    let all: Option[][] = [[...given]]
    for (const option of others) all = all.concat(all.map((some) => [...some, option]))
    return all
  }
  const within = given[0]?.case
  return options.filter((option) => within === undefined || option.case === within).map((option) => [option])
}

function combine(lines: readonly Way[][]): Way[][] {
  return lines.reduce<Way[][]>((all, ways) => all.flatMap((one) => ways.map((way) => [...one, way])), [[]])
}

/** What counts of the ways taken together; nothing where a mark is still missed. */
function counted(ways: readonly Way[], least: ReadonlyMap<string, number>): RaiseGroup['choices'] {
  const root = ways[0]?.points ?? 0
  const points = ways.map((way) => (way.criterion.onlyIf === undefined || root > 0 ? way.points : 0))
  const isMissed = ways.some(({ criterion }, at) => (points[at] ?? 0) < (least.get(criterion.code) ?? 0))
  if (isMissed) return []
  return [
    { points: points.reduce((sum, one) => sum + one, 0), taken: ways.flatMap(({ raised }) => raised ?? []) },
  ]
}

function sumOf(options: readonly Option[]): number {
  return options.reduce((sum, { points }) => sum + points, 0)
}
