import { addDays, type Day } from '#platform/dates.ts'
import { expiringDays } from './certificate-status.ts'

/**
 * How near a certificate in force is to its end, as its renewal goes: warned of 210 days before, filed for 180 to 120
 * days before (QĐ 26/2026/QĐ-TTg, art. 7.6), then too late for the window, then the last thirty days.
 */
export const endings = ['before_window', 'in_window', 'after_window', 'last_days'] as const
export type Ending = (typeof endings)[number]

/** First and last number of days left; together they are every certificate that is about to expire, each once. */
const daysLeft: Record<Ending, readonly [number, number]> = {
  before_window: [expiringDays, 181],
  in_window: [180, 120],
  after_window: [119, 31],
  last_days: [30, 0],
}

/** Between which days a certificate ends that stands there today. */
export function endingBetween(ending: Ending, today: Day): { from: Day; to: Day } {
  const [most, least] = daysLeft[ending]
  return { from: addDays(today, least), to: addDays(today, most) }
}

/** The days on which a certificate ends that asks to be renewed today. */
export function renewingBetween(today: Day): { from: Day; to: Day } {
  return { from: today, to: addDays(today, expiringDays) }
}
