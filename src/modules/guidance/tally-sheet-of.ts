import { criteriaOf, marksDecide, marksOf, partOf, type SheetLaw } from '#modules/regulation/index.ts'
import { noneValue } from './practice-form.ts'
import type { TallyLine, TallySheet } from './practice-tally.ts'

/** The sheet as a browser adds it up. */
export function tallySheetOf({ set, bands, rules }: SheetLaw): TallySheet {
  const lines = criteriaOf(set).map(({ code, options, onlyIf }): TallyLine => {
    const marks = marksOf(set).filter(({ criterion }) => criterion === code)
    return {
      code,
      part: partOf(set, code) ?? '',
      points: Object.fromEntries([[noneValue, 0], ...options.map(({ no, points }) => [no, points])]),
      ...(onlyIf === undefined ? {} : { onlyIf }),
      ...(marks.length === 0
        ? {}
        : { marks: Object.fromEntries(marks.map(({ rank, needed }) => [rank, needed])) }),
    }
  })
  const from = bands.map((band) => [band.rank, Math.ceil(band.from / 100)] as const)
  return { lines, bands: from.sort((a, b) => b[0] - a[0]), binding: marksDecide(set, rules) }
}
