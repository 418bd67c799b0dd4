import {
  addWorkingDays as add,
  workingDaysBetween as between,
  workingCalendar,
} from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'

/** The nth working day after a day by the official calendar; 0 is the day itself. */
export function addWorkingDays(from: Day, days: number): Day {
  return add(workingCalendar(), from, days).day
}

/** How many working days lie after `from` up to and with `to`. */
export function workingDaysBetween(from: Day, to: Day): number {
  return between(workingCalendar(), from, to)
}
