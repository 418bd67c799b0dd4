import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { krippendorffAlpha, levelOf } from './krippendorff.ts'

/** Rows of observers, a dot where one gave no value; as units. */
function unitsOf(rows: string): number[][] {
  const table = rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
  return (table[0] ?? []).map((_, place) =>
    table.flatMap((row) => (row[place] === '.' ? [] : [Number(row[place])])),
  )
}

describe('published examples', () => {
  test('Krippendorff 2011: four observers, twelve units, values missing', () => {
    const alpha = krippendorffAlpha(
      unitsOf(`
        1 2 3 3 2 1 4 1 2 . . .
        1 2 3 3 2 2 4 1 2 5 . 3
        . 3 3 3 2 3 4 2 2 5 1 .
        1 2 3 3 2 4 4 1 2 5 1 .`),
    )
    expect(alpha).toBeCloseTo(0.849, 3)
  })

  test('three coders, fifteen units, many values missing', () => {
    const alpha = krippendorffAlpha(
      unitsOf(`
        . . . . . 3 4 1 2 1 1 3 3 . 3
        1 . 2 1 3 3 4 3 . . . . . . .
        . . 2 1 3 4 4 . 2 1 1 3 3 . 4`),
    )
    expect(alpha).toBeCloseTo(0.811, 3)
  })

  test('by hand: two units of two, 1 − (8/2 ⁄ 3)', () => {
    // Observed: (0 + 2·2²)/4 = 2; expected: pairs of 0, 0, 4, 6: (2·16·2 + 2·36·2 + 2·4)/12.
    expect(
      krippendorffAlpha([
        [0, 0],
        [4, 6],
      ]),
    ).toBeCloseTo(1 - 2 / ((64 + 144 + 8) / 12), 12)
  })
})

test('nothing can be said of one value, of none, or where all are the same', () => {
  for (const units of [
    [],
    [[1]],
    [[1], [2]],
    [
      [3, 3],
      [3, 3],
    ],
  ])
    expect(krippendorffAlpha(units)).toBeNull()
})

const units = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 7 }), { maxLength: 30 })

test('it never exceeds 1, and is 1 just where every unit agrees', () => {
  fc.assert(
    fc.property(units, (given) => {
      const alpha = krippendorffAlpha(given)
      if (alpha === null) return
      const agree = given.filter(({ length }) => length > 1).every((unit) => new Set(unit).size === 1)
      expect(alpha).toBeLessThanOrEqual(1)
      expect(alpha === 1).toBe(agree)
    }),
  )
})

test('neither the order of units and members, nor another scale changes it', () => {
  fc.assert(
    fc.property(
      units,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: -50, max: 50 }),
      (given, times, plus) => {
        const alpha = krippendorffAlpha(given)
        const turned = given.map((unit) => unit.map((value) => value * times + plus).reverse()).reverse()
        const other = krippendorffAlpha(turned)
        if (alpha === null) expect(other).toBeNull()
        else expect(other).toBeCloseTo(alpha, 9)
      },
    ),
  )
})

test('levels begin where Krippendorff puts them', () => {
  expect([0.8, 0.7999, 0.667, 0.6669, -1].map(levelOf)).toEqual(['high', 'fair', 'fair', 'low', 'low'])
})
