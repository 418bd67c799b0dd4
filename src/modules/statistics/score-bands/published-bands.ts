/** With fewer products in a group nothing of their points is published: who knows the others could tell the last. */
export const fewestPublished = 5

/** Ten points each, but for the products without a star: `20` stands for everything below 30 points, `90` goes up to 100. */
export const bandStarts = [20, 30, 40, 50, 60, 70, 80, 90] as const
export type BandStart = (typeof bandStarts)[number]

/** How many results of a year and a criteria set lie in a band, and how many of them await their decision. */
export interface CountedBand {
  year: number
  criteriaSetId: string
  nameVi: string
  nameEn: string
  band: BandStart
  products: number
  undecided: number
}

/** The averages of a group of products, without their names. */
export interface PublishedGroup {
  year: number
  /** Null: the sets of the year that have too few products each, taken together. */
  set: { id: string; nameVi: string; nameEn: string } | null
  /** Null where there are fewer than `fewestPublished`: then nothing is said of their points. */
  bands: { from: BandStart; products: number }[] | null
  products: number | null
}

/**
 * What may be published of the councils' averages. A group is held back whole while one of its results awaits its
 * decision, so that no single decision can be read off from how it grows; groups of fewer than `fewest` products are
 * taken together, and if they are still too few nothing is said of them but that they are there. No sum over groups is
 * given, from which a small one could be worked out.
 */
export function publishedBands(rows: readonly CountedBand[], fewest = fewestPublished): PublishedGroup[] {
  const years = [...new Set(rows.map(({ year }) => year))].sort((one, other) => other - one)
  return years.flatMap((year) => {
    const ofYear = rows.filter((row) => row.year === year)
    const ids = [...new Set(ofYear.map(({ criteriaSetId }) => criteriaSetId))].sort()
    const groups = ids
      .map((id) => ofYear.filter(({ criteriaSetId }) => criteriaSetId === id))
      .filter((group) => group.every(({ undecided }) => undecided === 0))
    const small = groups.filter((group) => productsIn(group) < fewest).flat()
    return [
      ...groups
        .filter((group) => productsIn(group) >= fewest)
        .map((group) => shown(year, group, nameOf(group))),
      ...(small.length === 0 ? [] : [productsIn(small) < fewest ? hidden(year) : shown(year, small, null)]),
    ]
  })
}

function shown(year: number, group: readonly CountedBand[], set: PublishedGroup['set']): PublishedGroup {
  const bands = bandStarts.map((from) => {
    return { from, products: productsIn(group.filter(({ band }) => band === from)) }
  })
  return { year, set, bands, products: productsIn(group) }
}

function hidden(year: number): PublishedGroup {
  return { year, set: null, bands: null, products: null }
}

function nameOf([row]: readonly CountedBand[]): PublishedGroup['set'] {
  return row ? { id: row.criteriaSetId, nameVi: row.nameVi, nameEn: row.nameEn } : null
}

function productsIn(group: readonly CountedBand[]): number {
  return group.reduce((sum, { products }) => sum + products, 0)
}
