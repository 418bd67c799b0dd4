import type { CouncilRules } from './council-rules.ts'
import { marksOf, type StarMark } from './criteria-of.ts'
import type { CriteriaSet } from './criteria-set.ts'
import type { Band } from './regime.ts'
import type { SheetScore } from './scoring.ts'

/** How the council stands at a star mark: how many sheets reach it, the points they give there together. */
export interface MarkStanding extends StarMark {
  met: boolean
  reached: number
  sheets: number
  sum: number
}

/** The rank of an average in hundredths by the regime's bands: 9000 and more is 5. */
export function bandOf(average: number, bands: readonly Band[]): number {
  return bands.reduce((best, { rank, from }) => (average >= from && rank > best ? rank : best), 1)
}

/** Every star mark of the set with how the council stands at it. The order of the sheets does not matter. */
export function standingsOf(
  set: CriteriaSet,
  sheets: readonly SheetScore[],
  rule: CouncilRules['markRule'],
): MarkStanding[] {
  return marksOf(set).map((mark) => {
    const points = sheets.map((sheet) => sheet.points[mark.criterion] ?? 0)
    const reached = points.filter((value) => value >= mark.needed).length
    const sum = points.reduce((total, value) => total + value, 0)
    const standing = { ...mark, reached, sheets: sheets.length, sum }
    return { ...standing, met: isMet(standing, rule) }
  })
}

/** Whether the star marks decide: tourism prints them without the sentence that makes them binding. */
export function marksDecide(set: CriteriaSet, rules: CouncilRules): boolean {
  return set.marks === 'binding' || (set.marks === 'unstated' && rules.tourismMarks === 'binding')
}

/** The highest rank within the band whose marks, and those of every rank from 3 up to it, are met. */
export function starsOf(band: number, standings: readonly MarkStanding[]): number {
  const missed = standings.filter((mark) => !mark.met && mark.rank <= band).map((mark) => mark.rank)
  return missed.length === 0 ? band : Math.min(...missed) - 1
}

function isMet(mark: Omit<MarkStanding, 'met'>, rule: CouncilRules['markRule']): boolean {
  if (rule === 'all') return mark.reached === mark.sheets
  if (rule === 'average') return mark.sum >= mark.needed * mark.sheets
  return mark.reached * 2 > mark.sheets
}
