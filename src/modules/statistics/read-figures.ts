import {
  type CatalogueFilter,
  type CatalogueTables,
  type Counted,
  catalogueHref,
  countBy,
  countByYear,
  type ListedKind,
  placesOfToday,
} from '#modules/catalogue/index.ts'
import { productGroups } from '#modules/products/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'

export type Question = 'year' | 'stars' | 'group' | 'unit' | 'producerKind'

/** The answer to one question: each number with the list behind it. */
export interface Chart {
  question: Question
  rows: { label: string; value: number; href: string }[]
}

export interface Figures {
  asked: FiguresAsked
  total: number
  inForce: number
  communes: number
  charts: Chart[]
  /** Years that have recognitions. */
  years: number[]
  /** Past years between the first and now of which nothing is on record. */
  missing: number[]
}

export interface FiguresAsked {
  year?: number | undefined
  thatDaysMap: boolean
}

/** The programme's figures, counted by the same conditions as the lists that they open. */
export async function readFigures(
  { db, now }: Ctx<CatalogueTables>,
  asked: FiguresAsked,
  { t, locale }: { t: Translate; locale: Locale },
): Promise<Figures> {
  const day = dayOf(now)
  const filter: CatalogueFilter = { year: asked.year }
  const byYear = await countByYear(db)
  const count = (dimension: Parameters<typeof countBy>[2]['dimension']) =>
    countBy(db, filter, { dimension, day })
  const byStars = await count('stars')
  const byPlace = await placeRows(db, await count('unit'), { ...asked, t })
  const inForce = await countBy(db, { ...filter, standing: 'in_force' }, { dimension: 'stars', day })
  const years = byYear.map(({ year }) => year)
  return {
    asked,
    total: sumOf(byStars),
    inForce: sumOf(inForce),
    communes: byPlace.filter(({ isCommune }) => isCommune).length,
    charts: [
      { question: 'year', rows: byYear.map(yearRow) },
      { question: 'stars', rows: byStars.sort(byValue).map((row) => starRow(row, filter, t)) },
      { question: 'group', rows: (await count('group')).map((row) => groupRow(row, filter, { t, locale })) },
      { question: 'unit', rows: byPlace },
      { question: 'producerKind', rows: (await count('producerKind')).map((row) => kindRow(row, filter, t)) },
    ],
    years,
    missing: missingYears(years, yearOf(day)),
  }
}

/** The years that stand between the first on record and this one, without any recognition. */
export function missingYears(years: readonly number[], thisYear: number): number[] {
  const first = Math.min(...years, thisYear)
  return Array.from({ length: thisYear - first }, (_, place) => first + place).filter(
    (year) => !years.includes(year),
  )
}

function sumOf(rows: readonly Counted[]): number {
  return rows.reduce((sum, { products }) => sum + products, 0)
}

function byValue(one: Counted, other: Counted): number {
  return other.value.localeCompare(one.value)
}

function yearRow({ year, products }: { year: number; products: number }) {
  return { label: String(year), value: products, href: catalogueHref({ year }) }
}

function starRow({ value, products }: Counted, filter: CatalogueFilter, t: Translate) {
  const stars = Number(value)
  return {
    label: t('platform:star.rank', { stars }),
    value: products,
    href: catalogueHref({ ...filter, stars }),
  }
}

function groupRow(
  { value, products }: Counted,
  filter: CatalogueFilter,
  { t, locale }: { t: Translate; locale: Locale },
) {
  const group = productGroups().find(({ code }) => code === value)
  const name = group && (locale === 'vi' ? group.nameVi : group.nameEn)
  return {
    label: name ?? t('statistics:no_group'),
    value: products,
    href: catalogueHref({ ...filter, groupCode: value }),
  }
}

function kindRow({ value, products }: Counted, filter: CatalogueFilter, t: Translate) {
  return {
    label: t(`producers:kind.${value}`),
    value: products,
    href: catalogueHref({ ...filter, producerKind: value as ListedKind }),
  }
}

/** By the map of today several units of before come together in one row. */
async function placeRows(
  db: Ctx<CatalogueTables>['db'],
  counted: readonly Counted[],
  { year, thatDaysMap, t }: FiguresAsked & { t: Translate },
) {
  const ids = counted.map(({ value }) => value)
  const places = await placesOfToday(db, ids, { thatDaysMap })
  const sums = new Map<string, number>()
  for (const { value, products } of counted) {
    const id = places.get(value)?.id ?? value
    sums.set(id, (sums.get(id) ?? 0) + products)
  }
  const known = new Map([...places.values()].map((place) => [place.id, place]))
  const rows = [...sums].map(([id, value]) => {
    const { name = id, level, parentName } = known.get(id) ?? {}
    const label = parentName ? t('statistics:former', { name, parent: parentName }) : name
    return {
      label: level === 'commune' ? label : t('statistics:no_commune', { name }),
      value,
      href: catalogueHref({ year, unitId: id, thatDaysMap: thatDaysMap || undefined }),
      isCommune: level === 'commune',
    }
  })
  return rows.sort((one, other) => other.value - one.value || one.label.localeCompare(other.label, 'vi'))
}
