import fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageOf } from './average.ts'

test.each([
  [[92, 92, 93, 92, 92, 93, 92], 'half_up', 2, 9229],
  [[90, 89, 90], 'half_up', 2, 8967],
  [[90, 89, 90], 'down', 2, 8966],
  [[90, 89, 90], 'half_up', 1, 8970],
  [[90, 89, 90], 'half_up', 0, 9000],
  [[89, 90], 'half_even', 0, 9000],
  [[88, 89], 'half_even', 0, 8800],
  [[88, 89], 'half_up', 0, 8900],
  [[0, 0, 0, 0, 0, 0, 0, 1], 'half_up', 2, 13],
  [[0, 0, 0, 0, 0, 0, 0, 1], 'half_even', 2, 12],
] as const)(
  'the average of %j, rounded %s to %i decimals, is %i hundredths',
  (points, method, decimals, average) => {
    expect(averageOf(points, { method, decimals })).toBe(average)
  },
)

test('half up never lies further than half a hundredth from the true mean', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 40 }), (points) => {
      const sum = points.reduce((total, value) => total + value, 0)
      const twice = 2 * (averageOf(points, { method: 'half_up', decimals: 2 }) * points.length - sum * 100)
      expect(twice).toBeGreaterThan(-points.length)
      expect(twice).toBeLessThanOrEqual(points.length)
    }),
  )
})
