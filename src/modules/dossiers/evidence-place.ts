import { criterionTarget, type FixTarget, paperTarget } from './fix-target.ts'

/** Where a paper is cited: the criterion that it proves, the row of Form 02's table that it belongs to, or both. */
export interface Place {
  criterion: string | null
  paperKind: string | null
}

/** The parts of the dossier that a piece of evidence belongs to. */
export function targetsOf({ criterion, paperKind }: Place): FixTarget[] {
  return [...(criterion ? [criterionTarget(criterion)] : []), ...(paperKind ? [paperTarget(paperKind)] : [])]
}
