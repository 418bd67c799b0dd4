import type { Kysely } from 'kysely'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import {
  insertTaken,
  listBrokenSeries,
  markVoid,
  type NumberTables,
  raiseSeries,
  type SeriesFault,
} from './number-store.ts'

/**
 * Takes the next number of a series: 1, 2, 3 … from the first of January (Decree 30/2020, art. 15), without a gap and
 * never twice. It must be the transaction that makes what bears the number: if that is rolled back, so is the number.
 * @param series issuer and kind of document: `vn/14:decision`
 */
export function takeNumber<Tables extends NumberTables>(
  ctx: Ctx<Tables>,
  { series, year, subject }: { series: string; year: number; subject: string },
): Promise<number> {
  return inTransaction(ctx, async ({ db, now, actor }) => {
    const tables = db as unknown as Kysely<NumberTables>
    const number = await raiseSeries(tables, series, year)
    const taken = { series, year, number, subject, takenAt: now, takenBy: actor.id, voidReason: null }
    await insertTaken(tables, taken)
    return number
  })
}

/**
 * Says that a number is borne by nothing, and why. It stays taken: a number that people may have seen is not used again.
 * @throws Refusal `conflict` `numbers.not_taken` when there is no such number or it is void already
 */
export function voidNumber<Tables extends NumberTables & EventTables>(
  ctx: Ctx<Tables>,
  { series, year, number, reason }: { series: string; year: number; number: number; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const marked = await markVoid(ctx.db as unknown as Kysely<NumberTables>, { series, year, number, reason })
    if (!marked) throw new Refusal('conflict', 'numbers.not_taken', { number, year })
    await record(ctx, 'number.voided', `number_series:${series}`, { year, number, reason })
  })
}

/** The series that have a gap or a double; none when all is well. */
export function checkSeries(db: Kysely<NumberTables>): Promise<SeriesFault[]> {
  return listBrokenSeries(db)
}
