import { type Kysely, sql } from 'kysely'

export interface NumberTables {
  numberSeries: { series: string; year: number; last: number }
  numberTaken: TakenNumber
}

export interface TakenNumber {
  series: string
  year: number
  number: number
  /** What bears the number: `recognition_decision:<id>`. */
  subject: string
  takenAt: Date
  takenBy: string | null
  /** Why a number was taken and is borne by nothing; it is never given again. */
  voidReason: string | null
}

/** The next number of the series. Its row stays locked to the end of the transaction, so the next taker waits. */
export async function raiseSeries(db: Kysely<NumberTables>, series: string, year: number): Promise<number> {
  const { last } = await db
    .insertInto('numberSeries')
    .values({ series, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['series', 'year']).doUpdateSet({ last: sql`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export async function insertTaken(db: Kysely<NumberTables>, taken: TakenNumber): Promise<void> {
  await db.insertInto('numberTaken').values(taken).execute()
}

/** False when there is no such number, or it is void already. */
export async function markVoid(
  db: Kysely<NumberTables>,
  { series, year, number, reason }: { series: string; year: number; number: number; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('numberTaken')
    .set({ voidReason: reason })
    .where('series', '=', series)
    .where('year', '=', year)
    .where('number', '=', number)
    .where('voidReason', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The numbers that a subject bears, in the order of taking. */
export function listNumbersOf(db: Kysely<NumberTables>, subject: string): Promise<TakenNumber[]> {
  return db.selectFrom('numberTaken').selectAll().where('subject', '=', subject).orderBy('takenAt').execute()
}

export interface SeriesFault {
  series: string
  year: number
  /** Where the series stands, and how many different numbers from 1 to there were taken. */
  last: number
  taken: number
}

/** The series whose taken numbers are not exactly 1 … last. */
export async function listBrokenSeries(db: Kysely<NumberTables>): Promise<SeriesFault[]> {
  const { rows } = await sql<SeriesFault>`
    select s.series, s.year, s.last, count(distinct t.number) filter (where t.number between 1 and s.last) as taken
    from number_series s left join number_taken t on t.series = s.series and t.year = s.year
    group by s.series, s.year, s.last
    having count(t.number) <> s.last
      or count(distinct t.number) filter (where t.number between 1 and s.last) <> s.last
    order by s.series, s.year`.execute(db)
  return rows
}
