import { type CriteriaSet, criteriaOf, type SheetScore } from '#modules/regulation/index.ts'

/** A product as the members who made its result scored it. */
export interface ScoredProduct {
  dossierId: string
  name: string
  set: CriteriaSet
  sheets: readonly { memberId: string; score: SheetScore }[]
}

/**
 * The values on which members agree or not: for each criterion of a product what each member gave, in hundredths of the
 * most that it can give. So a criterion of 2 points counts as one of 15, and agreement is not made by their sizes.
 */
export function unitsOf({ set, sheets }: ScoredProduct): number[][] {
  return criteriaOf(set).map(({ code, max }) =>
    sheets.map(({ score }) => Math.round(((score.points[code] ?? 0) * 10_000) / max)),
  )
}
