import { criteriaOf, criterionOf, partOf } from './criteria-of.ts'
import type { CriteriaSet, Criterion } from './criteria-set.ts'

/** A sheet as it is answered: for each criterion the numbers of the options chosen; `[]` is "none of these". */
export type Answers = Readonly<Record<string, readonly number[]>>

/** A sheet as the public API takes it: for each criterion its points. */
export type SheetPoints = Readonly<Record<string, number>>

export interface SheetFault {
  criterion: string
  fault: 'missing' | 'not_an_option' | 'unknown_criterion'
}

/** What a sheet comes to: the points that count at each criterion, by part, and in all. Whole numbers. */
export interface SheetScore {
  points: Readonly<Record<string, number>>
  parts: Readonly<Record<string, number>>
  total: number
}

/** The faults that keep a sheet from being handed in; none when it is complete. */
export function faultsOf(answers: Answers, set: CriteriaSet): SheetFault[] {
  return faults(answers, set, isAnswer)
}

/** The faults of a sheet given in points: each must be 0, or what the criterion's options can give. */
export function pointFaultsOf(points: SheetPoints, set: CriteriaSet): SheetFault[] {
  return faults(points, set, isPossible)
}

/** What the answers come to. An unanswered criterion counts 0, so that a draft can be added up too. */
export function scoreOf(answers: Answers, set: CriteriaSet): SheetScore {
  return add(set, (criterion) => pointsChosen(own(answers, criterion.code) ?? [], criterion))
}

/** What a sheet given in points comes to; call it on a sheet without faults. */
export function scoreOfPoints(points: SheetPoints, set: CriteriaSet): SheetScore {
  return add(set, (criterion) => own(points, criterion.code) ?? 0)
}

/** Whether "none of these" is an answer here: where several may be ticked, or no option is worth 0. */
export function offersNone({ scoring, options }: Criterion): boolean {
  return scoring === 'sum' || options.every((option) => option.points > 0)
}

function faults<Value>(
  given: Readonly<Record<string, Value>>,
  set: CriteriaSet,
  fits: (value: Value, criterion: Criterion) => boolean,
): SheetFault[] {
  const wrong = criteriaOf(set).flatMap((criterion): SheetFault[] => {
    const value = own(given, criterion.code)
    if (value === undefined || isEmptyWhereZeroIsOffered(value, criterion)) {
      return [{ criterion: criterion.code, fault: 'missing' }]
    }
    return fits(value, criterion) ? [] : [{ criterion: criterion.code, fault: 'not_an_option' }]
  })
  const unknown = Object.keys(given).filter((code) => !criterionOf(set, code))
  return [...wrong, ...unknown.map((criterion): SheetFault => ({ criterion, fault: 'unknown_criterion' }))]
}

function isEmptyWhereZeroIsOffered(value: unknown, criterion: Criterion): boolean {
  return Array.isArray(value) && value.length === 0 && !offersNone(criterion)
}

function isAnswer(chosen: readonly number[], { scoring, options }: Criterion): boolean {
  if (scoring === 'one' && chosen.length > 1) return false
  const known = chosen.every((no) => options.some((option) => option.no === no))
  return known && new Set(chosen).size === chosen.length
}

function pointsChosen(chosen: readonly number[], { options }: Criterion): number {
  return options.reduce((sum, { no, points }) => (chosen.includes(no) ? sum + points : sum), 0)
}

/** 0 is always possible: an option of 0, or none of those offered. A sum can come to any sum of its options. */
function isPossible(value: number, { scoring, options }: Criterion): boolean {
  if (scoring === 'one') return value === 0 || options.some((option) => option.points === value)
  return sumsOf(options.map((option) => option.points)).has(value)
}

function sumsOf(points: readonly number[]): Set<number> {
  const sums = new Set([0])
  for (const value of points) for (const sum of [...sums]) sums.add(sum + value)
  return sums
}

function add(set: CriteriaSet, given: (criterion: Criterion) => number): SheetScore {
  const points: Record<string, number> = {}
  const parts: Record<string, number> = Object.fromEntries(set.parts.map((part) => [part.code, 0]))
  let total = 0
  for (const criterion of criteriaOf(set)) {
    const counts = criterion.onlyIf === undefined || (points[criterion.onlyIf] ?? 0) > 0
    const value = counts ? given(criterion) : 0
    const part = partOf(set, criterion.code) ?? ''
    points[criterion.code] = value
    parts[part] = (parts[part] ?? 0) + value
    total += value
  }
  return { points, parts, total }
}

// A code may come from outside: `constructor` must not find what every object has.
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
