import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#platform/dates.ts'
import { phaseOn } from './certificate-reminders.ts'
import { reminderRules, thresholdFor } from './reminder-rules.ts'
import { roundDays } from './round-reminders.ts'

test.each([
  [211, null],
  [210, 210],
  [209, 210],
  [181, 210],
  [180, 180],
  [121, 150],
  [120, 120],
  [31, 120],
  [30, 30],
  [1, 30],
  [0, 0],
  [-1, 0],
  [-30, 0],
  [-31, null],
])('a certificate with %i days left is at the threshold %s', (left, threshold) => {
  expect(thresholdFor(reminderRules.certificate, left)).toBe(threshold)
})

test.each([
  ['commune_due', 4, null],
  ['commune_due', 3, 3],
  ['commune_due', 2, 3],
  ['commune_due', 0, 1],
  ['commune_due', -6, null],
  ['round_cut_off', 30, 30],
  ['round_cut_off', 1, 7],
  ['round_cut_off', 0, null],
  ['paper', 61, null],
  ['paper', 8, 30],
] as const)('%s with %i days left is at %s', (name, left, threshold) => {
  expect(thresholdFor(reminderRules[name], left)).toBe(threshold)
})

test('whatever nights are missed, each threshold comes at most once and the last one before the day does come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 1, maxLength: 60 }), (nights) => {
      const lefts = [...new Set(nights)].sort((a, b) => b - a)
      const told = lefts.map((left) => thresholdFor(reminderRules.certificate, left))
      const distinct = [...new Set(told)].filter((one) => one !== null)
      // Days only grow fewer, so thresholds only fall: one that was told never comes back after another.
      expect(distinct).toEqual([...distinct].sort((a, b) => b - a))
      const last = lefts.at(-1) ?? 0
      if (last <= 210) expect(distinct.at(-1)).toBe(thresholdFor(reminderRules.certificate, last))
    }),
  )
})

test('the rounds of the law fall on their days, in leap years too', () => {
  const near = roundDays('2028-02-29').map(({ about, name, day }) => `${about} ${name} ${day}`)
  expect(near).toEqual(['centre round_finish 2028-03-30'])
  expect(thresholdFor(reminderRules.round_finish, 30)).toBe(30)
  expect(addDays('2028-03-30', -30)).toBe('2028-02-29')
  const april = roundDays('2027-03-31').map(({ about, name, day }) => `${about} ${name} ${day}`)
  expect(april).toContain('province round_cut_off 2027-04-30')
  expect(roundDays('2026-12-31').map(({ day }) => day)).toContain('2027-01-30')
})

test('a reminder of a certificate says where it has come to', () => {
  const window = { opensOn: '2028-09-01', closesOn: '2028-10-31' }
  const day = '2029-02-28'
  const at = (today: string) => phaseOn(today, { day, window })
  expect(at('2028-08-31')).toBe('early')
  expect(at('2028-09-01')).toBe('open')
  expect(at('2028-10-31')).toBe('open')
  expect(at('2028-11-01')).toBe('late')
  expect(at('2029-02-28')).toBe('last')
  expect(at('2029-03-01')).toBe('over')
  expect(phaseOn('2028-09-01', { day, window: null })).toBe('ends')
})
