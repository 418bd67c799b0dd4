import { type Kysely, sql } from 'kysely'
import type { DossierTables } from './dossier-store.ts'

/**
 * The next number of a series in a year, from 1. The series stays locked to the end of the transaction and a number
 * whose transaction is rolled back is given again, so the series has no gaps.
 */
export async function takeNumber(
  { db }: { db: Kysely<DossierTables> },
  series: string,
  year: number,
): Promise<number> {
  const { last } = await db
    .insertInto('dossierNumber')
    .values({ series, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['series', 'year']).doUpdateSet({ last: sql`dossier_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
