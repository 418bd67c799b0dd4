import { lawRegime, reassessmentDueOn, workingCalendar } from '#modules/regulation/index.ts'
import { type Day, daysBetween } from '#platform/dates.ts'
import type { DossierKind } from '../dossier-store.ts'
import type { DossierState } from '../workflow.ts'

/** By when the council answers a reassessment. */
export interface AnswerClock {
  due: Day
  /** Days of the calendar left; below 0 is late. */
  left: number
}

/** The states in which the 45 days run. */
export const underAnswerClock: readonly DossierState[] = ['proposed', 'checked', 'in_council', 'scored']

/**
 * A reassessment is answered within 45 days of the calendar from the day on which the province had the whole proposal
 * (QĐ 26/2026/QĐ-TTg, art. 7.6). Null for other dossiers, under other regimes, and when the clock does not run.
 */
export function answerClockOf(
  dossier: { kind: DossierKind; regimeId: string; state: DossierState; completeOn: Day | null },
  today: Day,
): AnswerClock | null {
  const { kind, regimeId, state, completeOn } = dossier
  if (kind !== 'reassessment' || completeOn === null || !underAnswerClock.includes(state)) return null
  const due = reassessmentDueOn(lawRegime(regimeId), workingCalendar(), completeOn)
  return due && { due: due.day, left: daysBetween(today, due.day) }
}
