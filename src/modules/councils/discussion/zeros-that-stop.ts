import type { CriteriaSet, SheetScore } from '#modules/regulation/index.ts'

export interface ZeroThatStops {
  key: string
  criterion: string
  reason: string
}

/** The knock-outs that the zeros of a sheet propose: where the sheet says that a 0 stops scoring. */
export function zerosThatStop(set: CriteriaSet, points: SheetScore['points']): ZeroThatStops[] {
  return set.knockouts.flatMap(({ key, zeroAt = [], textVi }) => {
    const zeros = zeroAt.filter((criterion) => points[criterion] === 0)
    const [criterion] = zeros
    if (criterion === undefined) return []
    return [{ key, criterion, reason: `${textVi} (0 điểm tại tiêu chí ${zeros.join(', ')})` }]
  })
}
