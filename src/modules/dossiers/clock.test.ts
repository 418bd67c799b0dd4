import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#platform/dates.ts'
import { type ClockMove, clockAfter, clockOf, dueAfterPause, dueOn, workingDaysLeft } from './clock.ts'

test('the commune has fifteen working days from the day after receipt, holidays left out', () => {
  expect(dueOn('2026-11-20')).toBe('2026-12-14')
  expect(dueOn('2026-11-02')).toBe('2026-11-23')
})

test.each([
  ['2026-12-11', '2026-12-14', 1],
  ['2026-12-14', '2026-12-14', 0],
  ['2026-12-15', '2026-12-14', -1],
  ['2026-12-12', '2026-12-11', -1],
  ['2026-12-19', '2026-12-14', -4],
  ['2026-11-24', '2026-11-25', 1],
])('from %s to %s there are %i working days', (today, due, left) => {
  expect(workingDaysLeft(today, due)).toBe(left)
})

test('a pause gives back the working days that were left, and no more', () => {
  const due = dueOn('2026-11-02')
  expect(workingDaysLeft('2026-11-10', due)).toBe(9)
  expect(dueAfterPause(due, '2026-11-10', '2026-11-18')).toBe('2026-12-02')
  expect(workingDaysLeft('2026-11-18', '2026-12-02')).toBe(9)
})

test('a pause neither costs nor wins time', () => {
  const days = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(days, days, days, (received, worked, paused) => {
      const start = addDays('2026-09-07', received)
      const stop = addDays(start, worked)
      const resumed = addDays(stop, paused)
      const due = dueOn(start)
      const left = workingDaysLeft(stop, due)
      const newDue = dueAfterPause(due, stop, resumed)
      expect(newDue >= due).toBe(true)
      if (left >= 0) expect(workingDaysLeft(resumed, newDue)).toBe(left)
      else expect(newDue < resumed).toBe(true)
    }),
  )
})

test('the clock runs only while the dossier is with the commune, and stands still while the producer mends', () => {
  const received = { state: 'received', dueOn: '2026-12-14', pausedOn: null } as const
  expect(clockOf(received, '2026-12-10')).toEqual({
    due: '2026-12-14',
    left: 2,
    paused: false,
    provisional: false,
  })
  const returned = { ...received, state: 'returned', pausedOn: '2026-12-07' } as const
  expect(clockOf(returned, '2026-12-20')).toEqual({
    due: '2026-12-14',
    left: 5,
    paused: true,
    provisional: false,
  })
  const nextYear = { ...received, dueOn: '2027-01-18' }
  expect(clockOf(nextYear, '2026-12-28')).toMatchObject({ provisional: true })
  expect(clockOf({ ...received, state: 'proposed' }, '2026-12-10')).toBeNull()
  expect(clockOf({ ...received, dueOn: null }, '2026-12-10')).toBeNull()
})

test('the days of a dossier follow from its moves: received, stopped, set going again', () => {
  const moves: ClockMove[] = [
    { step: 'receive', on: '2026-11-02' },
    { step: 'return', on: '2026-11-10' },
    { step: 'resubmit', on: '2026-11-18' },
  ]
  const after = (count: number) => clockAfter('qd26-2026', moves.slice(0, count))
  expect(after(0)).toEqual({ receivedOn: null, dueOn: null, pausedOn: null })
  expect(after(1)).toEqual({ receivedOn: '2026-11-02', dueOn: '2026-11-23', pausedOn: null })
  expect(after(2)).toEqual({ receivedOn: '2026-11-02', dueOn: '2026-11-23', pausedOn: '2026-11-10' })
  expect(after(3)).toEqual({ receivedOn: '2026-11-02', dueOn: '2026-12-02', pausedOn: null })
  // What the province returned does not stop the commune's clock: it has done its part.
  const sentOn = [...moves, { step: 'resubmit', on: '2026-11-30' } as const]
  expect(clockAfter('qd26-2026', sentOn)).toEqual(after(3))
})
