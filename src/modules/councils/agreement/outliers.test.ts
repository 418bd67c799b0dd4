import fc from 'fast-check'
import { expect, test } from 'vitest'
import { theSet } from '#modules/regulation/testing.ts'
import { leaningsOf } from './outliers.ts'
import type { ScoredProduct } from './scored-product.ts'

const set = theSet('qd26-2026-13')

/** Products with the totals that members gave: `{ a: 80, b: 82 }`. */
function products(...totals: Record<string, number>[]): ScoredProduct[] {
  return totals.map((given, place) => ({
    dossierId: String(place),
    name: String(place),
    set,
    sheets: Object.entries(given).map(([memberId, total]) => {
      return { memberId, score: { points: {}, parts: {}, total } }
    }),
  }))
}

const named = (given: ScoredProduct[], limit = 5) =>
  leaningsOf(given, limit).flatMap(({ memberId, outlier }) => (outlier ? [memberId] : []))

test('who lies 6 points under the others on three products is named', () => {
  const given = products({ a: 80, b: 80, c: 74 }, { a: 70, b: 72, c: 65 }, { a: 90, b: 88, c: 83 })
  expect(named(given)).toEqual(['c'])
  expect(leaningsOf(given, 5).find(({ memberId }) => memberId === 'c')).toMatchObject({
    products: 3,
    mean: -600,
    meanDistance: 600,
  })
})

test('who lies far above once and far under once is named too: distance counts, whichever way', () => {
  const given = products(
    { a: 80, b: 80, c: 80, d: 90 },
    { a: 80, b: 80, c: 80, d: 70 },
    { a: 80, b: 80, c: 80, d: 90 },
  )
  expect(named(given)).toEqual(['d'])
  expect(leaningsOf(given, 5).find(({ memberId }) => memberId === 'd')?.mean).toBe(333)
})

test('two products are not enough, nor just the limit, nor a product scored alone', () => {
  expect(named(products({ a: 80, b: 60 }, { a: 80, b: 60 }))).toEqual([])
  expect(named(products({ a: 80, b: 75 }, { a: 80, b: 75 }, { a: 80, b: 75 }))).toEqual([])
  expect(leaningsOf(products({ a: 80 }, { a: 90 }, { a: 70 }), 5)).toEqual([])
})

test('whatever is given: nobody is further than the widest spread, and equal sheets name nobody', () => {
  const total = fc.integer({ min: 0, max: 100 })
  const given = fc.array(fc.record({ a: total, b: total, c: total, d: total }), {
    minLength: 1,
    maxLength: 9,
  })
  fc.assert(
    fc.property(given, (totals) => {
      const spreads = totals.map((one) => Math.max(...Object.values(one)) - Math.min(...Object.values(one)))
      for (const { meanDistance, mean } of leaningsOf(products(...totals), 5)) {
        expect(meanDistance).toBeLessThanOrEqual(Math.max(...spreads) * 100)
        expect(Math.abs(mean)).toBeLessThanOrEqual(meanDistance)
      }
    }),
  )
  expect(named(products({ a: 50, b: 50 }, { a: 60, b: 60 }, { a: 70, b: 70 }), 0)).toEqual([])
})
