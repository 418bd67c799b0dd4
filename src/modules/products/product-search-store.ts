import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { fold } from '#platform/db/fold.ts'
import { holding } from '#platform/db/like.ts'

export interface ProductSearch {
  /** To be tried in this order, each only when the one before found nothing: they cost more and more. */
  conditions: readonly RawBuilder<SqlBool>[]
  /** Nearest first. */
  nearness: RawBuilder<number>
}

/**
 * How products are searched: by the beginnings of words, then by any part, then by likeness, which forgives a slip.
 * The pieces speak of the table or alias `product`. Null when nothing was typed that can be looked for.
 */
export function productSearch(text: string): ProductSearch | null {
  const typed = fold(text.slice(0, 200))
  const words = typed.match(/[a-z0-9]+/g)
  if (!words) return null
  const query = words.map((word) => `${word}:*`).join(' & ')
  const part = holding(typed)
  return {
    conditions: [
      sql<SqlBool>`product.word_vector @@ to_tsquery('simple', ${query})`,
      sql<SqlBool>`product.words like ${part}`,
      sql<SqlBool>`word_similarity(${typed}, product.words) >= 0.45`,
    ],
    nearness: sql<number>`case when product.fold = ${typed} then 2 else word_similarity(${typed}, product.fold) end`,
  }
}
