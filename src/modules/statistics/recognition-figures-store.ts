import { type Kysely, sql } from 'kysely'
import type { RecognitionTables } from '#modules/recognition/index.ts'

export interface YearFigures {
  total: number
  producers: number
  byStars: Record<'3' | '4' | '5', number>
  byProducerType: Record<string, number>
}

/**
 * How many products were recognised in the year, or ever, of how many producers, by rank and kind of producer. A product
 * recognised twice in one year counts once, at its last rank.
 */
export async function countRecognised(
  db: Kysely<RecognitionTables>,
  year: number | undefined,
): Promise<YearFigures> {
  const ofYear = year === undefined ? sql`true` : sql`year = ${year}`
  const { rows } = await sql<{ stars: number; producerKind: string; producers: string[]; products: number }>`
    select stars, producer_kind as "producerKind", count(*)::int as products, array_agg(distinct producer_id) as producers
    from (
      select distinct on (product_id) product_id, producer_id, producer_kind, stars
      from recognised_product
      where ${ofYear}
      order by product_id, year desc, recognised_on desc nulls last, recognition_id desc
    ) last
    group by stars, producer_kind`.execute(db)

  const figures: YearFigures = {
    total: 0,
    producers: new Set(rows.flatMap(({ producers }) => producers)).size,
    byStars: { '3': 0, '4': 0, '5': 0 },
    byProducerType: { cooperative: 0, cooperative_group: 0, company: 0, household: 0 },
  }
  for (const { stars, producerKind, products } of rows) {
    figures.total += products
    if (stars === 3 || stars === 4 || stars === 5) figures.byStars[stars] += products
    figures.byProducerType[producerKind] = (figures.byProducerType[producerKind] ?? 0) + products
  }
  return figures
}
