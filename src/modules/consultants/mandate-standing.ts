import { addMonths, type Day } from '#platform/dates.ts'
import type { MandateState } from './consultant-tables.ts'

/** How a mandate stands on a day, in the words of its page. */
export type MandateStanding = 'proposed' | 'refused' | 'ahead' | 'in_force' | 'finished' | 'ended'

interface Term {
  state: MandateState
  fromOn: Day
  toOn: Day
}

/** Signed mandates are in force from their first day to their last; ended ones no longer, from the day of their end. */
export function mandateStanding({ state, fromOn, toOn }: Term, today: Day): MandateStanding {
  if (state !== 'signed') return state
  if (today < fromOn) return 'ahead'
  return today > toOn ? 'finished' : 'in_force'
}

/** Whether the producer may say how it was: the work is over, and it had begun. */
export function mayBeRated(mandate: Term & { endedOn: Day | null }, today: Day): boolean {
  const standing = mandateStanding(mandate, today)
  if (standing === 'ended') return mandate.endedOn !== null && mandate.endedOn >= mandate.fromOn
  return standing === 'finished'
}

/** The first day whose advice still counts on that day. */
export function adviceSince(today: Day, months: number): Day {
  return addMonths(today, -months)
}
