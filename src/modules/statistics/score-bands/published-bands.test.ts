import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandStarts, type CountedBand, publishedBands } from './published-bands.ts'

const row = (
  criteriaSetId: string,
  band: CountedBand['band'],
  products: number,
  undecided = 0,
  year = 2026,
) => {
  return { year, criteriaSetId, nameVi: criteriaSetId, nameEn: criteriaSetId, band, products, undecided }
}

test('five products of a set are published by bands, four are not', () => {
  expect(publishedBands([row('a', 50, 3), row('a', 60, 2)])).toMatchObject([
    { set: { id: 'a' }, products: 5, bands: expect.arrayContaining([{ from: 50, products: 3 }]) },
  ])
  expect(publishedBands([row('a', 50, 4)])).toEqual([{ year: 2026, set: null, bands: null, products: null }])
})

test('small sets are taken together; still too few, nothing is said of them', () => {
  expect(publishedBands([row('a', 50, 3), row('b', 80, 2)])).toMatchObject([{ set: null, products: 5 }])
  expect(publishedBands([row('a', 50, 3), row('b', 80, 1)])).toMatchObject([{ set: null, products: null }])
})

test('a set of which one result awaits its decision is held back whole, and not added to the others', () => {
  const rows = [row('a', 50, 9), row('a', 60, 1, 1), row('b', 70, 5)]
  expect(publishedBands(rows)).toMatchObject([{ set: { id: 'b' }, products: 5 }])
})

const any = fc.array(
  fc.record({
    year: fc.constantFrom(2025, 2026),
    criteriaSetId: fc.constantFrom('a', 'b', 'c', 'd'),
    band: fc.constantFrom(...bandStarts),
    products: fc.integer({ min: 1, max: 6 }),
    undecided: fc.constantFrom(0, 0, 0, 1),
  }),
)

test('whatever is counted: no published group is too small, and none has an undecided result', () => {
  fc.assert(
    fc.property(any, (given) => {
      const rows = given.map((one) => ({ ...one, nameVi: one.criteriaSetId, nameEn: one.criteriaSetId }))
      for (const { bands, products, set, year } of publishedBands(rows)) {
        if (bands === null) {
          expect(products).toBeNull()
          continue
        }
        expect(products).toBeGreaterThanOrEqual(5)
        expect(bands.reduce((sum, band) => sum + band.products, 0)).toBe(products)
        const of = rows.filter((one) => one.year === year && one.criteriaSetId === set?.id)
        expect(of.every(({ undecided }) => undecided === 0)).toBe(true)
      }
    }),
  )
})
