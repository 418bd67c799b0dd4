const zone = 'Asia/Ho_Chi_Minh'
const timeParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** A day of the calendar in Vietnam, `YYYY-MM-DD`. */
export type Day = string

// Seven hours ahead all year; each request asks for the day, and a formatter would cost more than all else it does.
const ahead = 7 * 60 * 60 * 1000

/** The day that it is in Vietnam at that moment. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + ahead).toISOString().slice(0, 10)
}

/** The year of a day, as a number. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** Whether a text is a day that exists: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Months end on the corresponding day, or on the month's last where there is none (Civil Code, art. 148). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** How many days lie from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** `24/11/2026`, as on screens. */
export function showDay(day: Day): string {
  return day.split('-').reverse().join('/')
}

/** `14:05:32, 23/11/2026`, in Vietnam's time. */
export function showMoment(moment: Date): string {
  return `${showTime(moment)}, ${showDay(dayOf(moment))}`
}

/** `14:05:32`, in Vietnam's time. */
export function showTime(moment: Date): string {
  return timeParts.format(moment)
}

/** `ngày 05 tháng 02 năm 2026`: zeros before days under 10 and months 1 and 2 only (Decree 30/2020, Annex I). */
export function legalDay(day: Day): string {
  const [year, month = '', date] = day.split('-')
  const monthText = Number(month) > 2 ? String(Number(month)) : month
  return `ngày ${date} tháng ${monthText} năm ${year}`
}
