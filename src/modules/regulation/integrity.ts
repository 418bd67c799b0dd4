import { criteriaOf, criterionOf, marksOf } from './criteria-of.ts'
import type { CriteriaSet, Criterion, Option, Part, Section } from './criteria-set.ts'

/** Something in a set that does not follow from its own numbers and words. `id` says what and where: `part:C`, `implied:2.4`. */
export interface Finding {
  id: string
  at: string
  expected?: number
  actual?: number
}

/**
 * The check of a set before it is published. `reachable` is what a perfect sheet adds up to; `marks` counts the star
 * marks by rank. `unexplained` findings are accounted for by no anomaly of the set, and block its publication.
 */
export interface IntegrityReport {
  setId: string
  criteria: number
  options: number
  reachable: number
  marks: Record<'3' | '4' | '5', number>
  findings: Finding[]
  unexplained: Finding[]
  /** The names that a person must accept, one by one. */
  anomalies: string[]
}

/** Checks a set: options → criterion → section → part → 100, star marks, texts in both languages, references. */
export function integrityOf(set: CriteriaSet): IntegrityReport {
  const criteria = criteriaOf(set)
  const findings = [
    ...sumFindings(set),
    ...criteria.flatMap(criterionFindings),
    ...markFindings(set),
    ...referenceFindings(set),
  ]
  const explained = new Set(set.anomalies.flatMap((anomaly) => anomaly.explains))
  const count = (rank: number) => marksOf(set).filter((mark) => mark.rank === rank).length
  return {
    setId: set.id,
    criteria: criteria.length,
    options: criteria.reduce((sum, criterion) => sum + criterion.options.length, 0),
    reachable: reachableOf(set),
    marks: { '3': count(3), '4': count(4), '5': count(5) },
    findings,
    unexplained: findings.filter((finding) => !explained.has(finding.id)),
    anomalies: set.anomalies.map((anomaly) => anomaly.key),
  }
}

/** The most points that the criterion's options can give, in its best case. */
export function mostPointsOf(criterion: Criterion): number {
  return Math.max(...casesOf(criterion).map((options) => mostOf(criterion, options)))
}

function sumFindings(set: CriteriaSet): Finding[] {
  const printed = set.parts.flatMap(({ code, max, printedMax = max }) =>
    differs(`printed:${code}`, code, max, printedMax),
  )
  return [
    ...printed,
    ...set.parts.flatMap(partFindings),
    ...differs('total', 'total', 100, sumOf(set.parts.map((part) => part.max))),
    ...differs('reachable', 'total', 100, reachableOf(set)),
  ]
}

function partFindings({ code, max, sections }: Part): Finding[] {
  return [
    ...differs(`part:${code}`, code, max, sumOf(sections.map((section) => section.max))),
    ...sections.flatMap(sectionFindings),
  ]
}

function sectionFindings({ code, max, criteria, groups = [] }: Section): Finding[] {
  const inGroups = groups.flatMap((group) => {
    const members = criteria.filter((criterion) => criterion.group === group.code)
    return differs(`group:${group.code}`, group.code, group.max, sumOf(members.map((one) => one.max)))
  })
  return [
    ...differs(`section:${code}`, code, max, sumOf(criteria.map((criterion) => criterion.max))),
    ...inGroups,
  ]
}

function criterionFindings(criterion: Criterion): Finding[] {
  const { code, max, cases = [], options } = criterion
  return [
    ...differs(`criterion:${code}`, code, max, mostPointsOf(criterion)),
    ...cases.flatMap(({ no }) =>
      differs(`case:${code}:${no}`, code, max, mostOf(criterion, ofCase(options, no))),
    ),
    ...when(
      options.some((option) => option.implied),
      `implied:${code}`,
      code,
    ),
    ...when(
      options.some((option) => option.printed !== undefined),
      `printed:${code}`,
      code,
    ),
    ...when(
      criterion.scoring === 'one' && casesOf(criterion).some(hasSamePoints),
      `same_points:${code}`,
      code,
    ),
  ]
}

function markFindings(set: CriteriaSet): Finding[] {
  if (set.marks === 'none') return []
  const absent = [3, 4, 5].flatMap((rank) =>
    when(!marksOf(set).some((mark) => mark.rank === rank), `marks_missing:${rank}`, String(rank)),
  )
  return [...absent, ...criteriaOf(set).flatMap(criterionMarkFindings)]
}

function criterionMarkFindings({ code, options }: Criterion): Finding[] {
  const marked = options.filter((option) => option.minForRank !== undefined)
  const twice = [3, 4, 5].filter((rank) => marked.filter((option) => option.minForRank === rank).length > 1)
  const falls = marked.some((low) =>
    marked.some((high) => (high.minForRank ?? 0) > (low.minForRank ?? 0) && high.points <= low.points),
  )
  return [
    ...twice.map((rank) => ({ id: `mark_twice:${code}:${rank}`, at: code })),
    ...when(falls, `mark_order:${code}`, code),
  ]
}

function referenceFindings(set: CriteriaSet): Finding[] {
  const codes = criteriaOf(set).map((criterion) => criterion.code)
  const named = [
    ...set.knockouts.flatMap(({ criterion, zeroAt = [] }) => [
      ...(criterion === null ? [] : [criterion]),
      ...zeroAt,
    ]),
    ...set.prerequisites.map(({ criterion }) => criterion),
    ...criteriaOf(set).flatMap(({ onlyIf }) => (onlyIf === undefined ? [] : [onlyIf])),
  ]
  return [
    ...codes
      .filter((code, at) => codes.indexOf(code) !== at)
      .map((code) => ({ id: `code_twice:${code}`, at: code })),
    ...[...new Set(named)]
      .filter((code) => !criterionOf(set, code))
      .map((code) => ({ id: `unknown:${code}`, at: code })),
    ...criteriaOf(set).flatMap(optionReferenceFindings),
    ...blankTexts(set, '').map((at) => ({ id: `text_missing:${at}`, at })),
  ]
}

function optionReferenceFindings({ code, options, cases = [] }: Criterion): Finding[] {
  const outOfOrder = options.some((option, at) => option.no !== at + 1)
  const strangers = options.some((option) => !isOfKnownCase(option, cases))
  return [
    ...when(outOfOrder, `option_numbers:${code}`, code),
    ...when(strangers, `option_case:${code}`, code),
  ]
}

function isOfKnownCase(option: Option, cases: readonly { no: number }[]): boolean {
  if (cases.length === 0) return option.case === undefined
  return cases.some((one) => one.no === option.case)
}

function blankTexts(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`
    if (/^(name|text)(Vi|En)$/.test(key)) return typeof inner === 'string' && inner.trim() !== '' ? [] : [at]
    return blankTexts(inner, at)
  })
}

function reachableOf(set: CriteriaSet): number {
  return sumOf(criteriaOf(set).map(mostPointsOf))
}

function casesOf({ cases, options }: Criterion): Option[][] {
  return cases ? cases.map(({ no }) => ofCase(options, no)) : [options]
}

function ofCase(options: readonly Option[], no: number): Option[] {
  return options.filter((option) => option.case === no)
}

function mostOf({ scoring }: Criterion, options: readonly Option[]): number {
  const points = options.map((option) => option.points)
  return scoring === 'sum' ? sumOf(points) : Math.max(0, ...points)
}

function hasSamePoints(options: readonly Option[]): boolean {
  return new Set(options.map((option) => option.points)).size !== options.length
}

function differs(id: string, at: string, expected: number, actual: number): Finding[] {
  return expected === actual ? [] : [{ id, at, expected, actual }]
}

function when(holds: boolean, id: string, at: string): Finding[] {
  return holds ? [{ id, at }] : []
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0)
}
