import type { CriteriaSet, Criterion } from './criteria-set.ts'

/** A star mark: to be ranked `rank` or higher, a product needs at least `needed` points at the criterion. */
export interface StarMark {
  criterion: string
  rank: number
  needed: number
}

interface Index {
  criteria: readonly Criterion[]
  byCode: ReadonlyMap<string, Criterion>
  partOf: ReadonlyMap<string, string>
  marks: readonly StarMark[]
}

const indexes = new WeakMap<CriteriaSet, Index>()

/** The lines of the sheet in printed order. */
export function criteriaOf(set: CriteriaSet): readonly Criterion[] {
  return indexOf(set).criteria
}

/** The line with this code, or undefined: a code may come from outside. */
export function criterionOf(set: CriteriaSet, code: string): Criterion | undefined {
  return indexOf(set).byCode.get(code)
}

/** The code of the part, A, B or C, that the line belongs to. */
export function partOf(set: CriteriaSet, code: string): string | undefined {
  return indexOf(set).partOf.get(code)
}

/** The star marks of the sheet, by rank, then in printed order. Where a rank is marked twice at a line, the lowest counts. */
export function marksOf(set: CriteriaSet): readonly StarMark[] {
  return indexOf(set).marks
}

function indexOf(set: CriteriaSet): Index {
  const known = indexes.get(set)
  if (known) return known
  const lines = set.parts.flatMap((part) =>
    part.sections.flatMap((section) => section.criteria.map((criterion) => ({ part: part.code, criterion }))),
  )
  const criteria = lines.map((line) => line.criterion)
  const index: Index = {
    criteria,
    byCode: new Map(criteria.map((criterion) => [criterion.code, criterion])),
    partOf: new Map(lines.map(({ part, criterion }) => [criterion.code, part])),
    marks: [3, 4, 5].flatMap((rank) => criteria.flatMap((criterion) => markOf(criterion, rank))),
  }
  indexes.set(set, index)
  return index
}

function markOf({ code, options }: Criterion, rank: number): StarMark[] {
  const marked = options.filter((option) => option.minForRank === rank)
  if (marked.length === 0) return []
  return [{ criterion: code, rank, needed: Math.min(...marked.map((option) => option.points)) }]
}
