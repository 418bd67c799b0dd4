import {
  addWorkingDays as add,
  workingDaysBetween as between,
  endOfPeriod,
  isProvisional as isProvisionalIn,
  workingCalendar,
} from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'

/** The nth working day after a day by the official calendar; 0 is the day itself. */
export function addWorkingDays(from: Day, days: number): Day {
  return add(workingCalendar(), from, days).day
}

/** Where a period ends whose last day this is: on it or, when nobody works then, on the next working day (Civil Code, art. 148). */
export function endsOn(day: Day): Day {
  return endOfPeriod(workingCalendar(), day, 0).day
}

/** How many working days lie after `from` up to and with `to`. */
export function workingDaysBetween(from: Day, to: Day): number {
  return between(workingCalendar(), from, to)
}

/** Whether the official calendar of that day's year is still to come. */
export function isProvisional(day: Day): boolean {
  return isProvisionalIn(workingCalendar(), day)
}
