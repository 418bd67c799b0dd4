import { expect, test } from 'vitest'
import { addDays, addMonths, dayOf, daysBetween, isDay, legalDay, showDay, showMoment } from './dates.ts'

test('a day begins at midnight in Vietnam, not in Greenwich', () => {
  expect(dayOf(new Date('2026-11-23T16:59:59Z'))).toBe('2026-11-23')
  expect(dayOf(new Date('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
})

test.each([
  ['2024-02-29', 36, '2027-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-11-24', 36, '2029-11-24'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2023-12-31', 2, '2024-02-29'],
])('%s and %i months is %s', (day, months, end) => {
  expect(addMonths(day, months)).toBe(end)
})

test.each([['2026-02-29'], ['2026-13-01'], ['2026-1-1'], ['24/11/2026'], ['']])('%s is not a day', (text) => {
  expect(isDay(text)).toBe(false)
})

test('days are added and counted across years and leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-11-24', '2027-11-24')).toBe(365)
  expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4)
})

test.each([
  ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
  ['2026-06-15', 'ngày 15 tháng 6 năm 2026'],
  ['2026-12-01', 'ngày 01 tháng 12 năm 2026'],
])('%s is %s in a document', (day, words) => {
  expect(legalDay(day)).toBe(words)
})

test('screens show day/month/year and the time of Vietnam', () => {
  expect(showDay('2026-11-24')).toBe('24/11/2026')
  expect(showMoment(new Date('2026-11-23T07:05:32Z'))).toBe('14:05:32, 23/11/2026')
})
