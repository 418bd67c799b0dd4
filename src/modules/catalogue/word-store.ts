import { type Kysely, sql } from 'kysely'
import type { CatalogueTables } from './catalogue-tables.ts'

const keptFor = 60_000
const known = new WeakMap<object, { words: Promise<string[]>; readAt: number }>()

/** Every word that products are found by, those of most products first; up to a minute old. */
export function listWords(db: Kysely<CatalogueTables>): Promise<string[]> {
  const kept = known.get(db)
  if (kept && performance.now() - kept.readAt < keptFor) return kept.words
  const words = readWords(db)
  known.set(db, { words, readAt: performance.now() })
  words.catch(() => known.delete(db))
  return words
}

async function readWords(db: Kysely<CatalogueTables>): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from ts_stat('select word_vector from product')
    where word !~ '^[0-9]+$' order by ndoc desc, word limit 50000`.execute(db)
  return rows.map(({ word }) => word)
}
