import { type Consolidation, consolidate, type ScoringRound } from './consolidation.ts'
import { type CouncilRules, defaultRules } from './council-rules.ts'
import type { CriteriaSet } from './criteria-set.ts'
import { lawRegime } from './law-files.ts'
import { pointFaultsOf, type SheetFault, type SheetPoints, scoreOfPoints } from './scoring.ts'

export interface AssessmentInput {
  sheets: readonly { points: SheetPoints }[]
  rules?: CouncilRules | undefined
  council?: ScoringRound['council'] | undefined
}

export type AssessmentFault = SheetFault & { sheet: number }

/** What sheets given in points come to: their faults, or the result that a council with these rules would have. */
export function assess(
  set: CriteriaSet,
  input: AssessmentInput,
): { faults: AssessmentFault[] } | Consolidation {
  const { sheets, rules = defaultRules, council = null } = input
  const faults = sheets.flatMap(({ points }, sheet) =>
    pointFaultsOf(points, set).map((fault) => ({ sheet, ...fault })),
  )
  if (faults.length > 0) return { faults }
  const { bands } = lawRegime(set.regimeId)
  return consolidate({
    set,
    bands,
    rules,
    council,
    sheets: sheets.map(({ points }) => scoreOfPoints(points, set)),
  })
}
