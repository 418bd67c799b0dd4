import { expect, test } from 'vitest'
import { loadOf } from './capacity.ts'

test.each([
  ['2026-11-24', null, 30, { days: 1, capacity: 30, over: false }],
  ['2026-11-24', null, 31, { days: 1, capacity: 30, over: true }],
  ['2026-11-24', '2026-11-24', 31, { days: 1, capacity: 30, over: true }],
  ['2026-11-24', '2026-11-26', 90, { days: 3, capacity: 90, over: false }],
  ['2026-11-30', '2026-12-01', 61, { days: 2, capacity: 60, over: true }],
])('from %s to %s with %i products', (heldOn, until, products, load) => {
  expect(loadOf({ heldOn, until }, { products, dailyCapacity: 30 })).toEqual({ products, ...load })
})
