import { z } from 'zod'
import { addDays, type Day, yearOf } from '#platform/dates.ts'

const day = z.iso.date()
const reasons = { reasonVi: z.string(), reasonEn: z.string() }

/** The days off on weekdays and the Saturdays worked of one year, by its official notice; provisional until there is one. */
export const CalendarYear = z.strictObject({
  year: z.int(),
  provisional: z.boolean(),
  notice: z.string().nullable(),
  off: z.array(z.strictObject({ day, ...reasons, expected: z.literal(true).optional() })),
  worked: z.array(z.strictObject({ day, ...reasons, unverified: z.literal(true).optional() })),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** A holiday that the law fixes to a date, for the years that have no calendar of their own yet. */
export const EveryYear = z.strictObject({ monthDay: z.string(), inForceFrom: day, ...reasons })
export type EveryYear = z.infer<typeof EveryYear>

export interface WorkingCalendar {
  years: readonly CalendarYear[]
  everyYear: readonly EveryYear[]
}

/** A day by which something is due; provisional when the calendar of a year on the way has no official notice yet. */
export interface DueDay {
  day: Day
  provisional: boolean
}

/** Whether state bodies work that day. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  const year = yearIn(calendar, day)
  if (year?.worked.some((one) => one.day === day)) return true
  if (isWeekend(day)) return false
  if (year) return !year.off.some((one) => one.day === day)
  return !calendar.everyYear.some((one) => day >= one.inForceFrom && day.endsWith(`-${one.monthDay}`))
}

/** The nth working day after a day, which is itself not counted (Civil Code, art. 147). */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, days: number): DueDay {
  let day = from
  let provisional = false
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    provisional ||= isProvisional(calendar, day)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return { day, provisional }
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}

/** The end of a period of calendar days: its last day or, when nobody works then, the next working day (Civil Code, art. 148). */
export function endOfPeriod(calendar: WorkingCalendar, from: Day, days: number): DueDay {
  let day = addDays(from, days)
  let provisional = isProvisional(calendar, day)
  while (!isWorkingDay(calendar, day)) {
    day = addDays(day, 1)
    provisional ||= isProvisional(calendar, day)
  }
  return { day, provisional }
}

/** Whether the official calendar of that day's year is still to come. */
export function isProvisional(calendar: WorkingCalendar, day: Day): boolean {
  return yearIn(calendar, day)?.provisional ?? true
}

function yearIn(calendar: WorkingCalendar, day: Day): CalendarYear | undefined {
  return calendar.years.find((one) => one.year === yearOf(day))
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
