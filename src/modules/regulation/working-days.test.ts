import { describe, expect, test } from 'vitest'
import { addDays } from '#platform/dates.ts'
import { workingCalendar } from './law-files.ts'
import { addWorkingDays, endOfPeriod, isWorkingDay, workingDaysBetween } from './working-days.ts'

const calendar = workingCalendar()

describe('working days', () => {
  test.each([
    ['2025-01-20', 15, '2025-02-17'],
    ['2025-04-21', 15, '2025-05-14'],
    ['2025-08-25', 15, '2025-09-17'],
    ['2025-12-29', 10, '2026-01-13'],
    ['2026-02-10', 15, '2026-03-10'],
    ['2026-04-20', 15, '2026-05-14'],
    ['2026-08-17', 15, '2026-09-09'],
    ['2026-11-20', 15, '2026-12-14'],
    ['2026-11-23', 1, '2026-11-25'],
  ])('%s and %i working days is %s', (from, days, due) => {
    expect(addWorkingDays(calendar, from, days)).toEqual({ day: due, provisional: false })
    expect(workingDaysBetween(calendar, from, due)).toBe(days)
    expect(workingDaysBetween(calendar, due, from)).toBe(-days)
  })

  test.each([
    ['2026-11-24', false],
    ['2025-11-24', true],
    ['2026-01-10', true],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-11-21', false],
    ['2026-11-23', true],
  ])('%s is worked: %s', (day, worked) => {
    expect(isWorkingDay(calendar, day)).toBe(worked)
  })

  test('a deadline in a year without its notice is provisional', () => {
    expect(addWorkingDays(calendar, '2026-12-25', 15)).toEqual({ day: '2027-01-18', provisional: true })
    expect(addWorkingDays(calendar, '2031-05-26', 1)).toEqual({ day: '2031-05-27', provisional: true })
  })

  test('a year that has no calendar knows the fixed holidays', () => {
    for (const day of ['2031-01-01', '2030-04-30', '2030-05-01', '2031-09-02', '2031-11-24']) {
      expect(isWorkingDay(calendar, day), day).toBe(false)
    }
  })

  test('no working day after a day is that day', () => {
    expect(addWorkingDays(calendar, '2026-11-22', 0)).toEqual({ day: '2026-11-22', provisional: false })
  })

  test('every day off on file is a weekday of its year, every day worked a Saturday', () => {
    for (const { year, off, worked } of calendar.years) {
      for (const { day } of off)
        expect([day.slice(0, 4), weekday(day) % 6 > 0], day).toEqual([String(year), true])
      for (const { day } of worked) expect([day.slice(0, 4), weekday(day)], day).toEqual([String(year), 6])
    }
  })
})

describe('a period of calendar days', () => {
  test.each([
    ['a working day ends it', '2026-11-10', 15, '2026-11-25'],
    ['a Sunday moves it to Monday', '2026-11-14', 15, '2026-11-30'],
    ['a holiday moves it on', '2026-11-09', 15, '2026-11-25'],
    ['Tết moves it past Tết', '2026-02-01', 15, '2026-02-23'],
  ])('%s', (_, from, days, due) => {
    expect(endOfPeriod(calendar, from, days).day).toBe(due)
    expect(endOfPeriod(calendar, from, days).day >= addDays(from, days)).toBe(true)
  })
})

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
