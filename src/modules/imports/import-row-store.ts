import { type Kysely, sql } from 'kysely'
import type { ImportRow, ImportTables, RowState } from './import-tables.ts'
import type { RowFacts } from './read-row.ts'

const shape = sql`row("batchId" uuid, line int, cells jsonb, edits jsonb, typed jsonb, faults jsonb, facts jsonb,
  "rowKey" text, "sameAs" int, state text)`

export async function insertRows(db: Kysely<ImportTables>, rows: readonly ImportRow[]): Promise<void> {
  await sql`
    insert into import_row (batch_id, line, cells, edits, typed, faults, facts, row_key, same_as, state)
    select "batchId", line, cells, edits, typed, faults, nullif(facts, 'null'), "rowKey", "sameAs", state
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${shape}`.execute(db)
}

/** Stores what the rows say after they were read anew. */
export async function updateReadings(db: Kysely<ImportTables>, rows: readonly ImportRow[]): Promise<void> {
  const given = rows.map(({ cells: _, ...row }) => row)
  await sql`
    update import_row set edits = row.edits, typed = row.typed, faults = row.faults, facts = nullif(row.facts, 'null'),
      row_key = row."rowKey", same_as = null, state = row.state
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as ${shape}
    where import_row.batch_id = row."batchId" and import_row.line = row.line`.execute(db)
}

/**
 * Compares the rows that speak of the same product and year: the first counts, or the one that has gone in; others that
 * say the same are the same, those that say something else contradict it.
 */
export async function markRepeats(db: Kysely<ImportTables>, batchId: string): Promise<void> {
  await sql`
    update import_row set state = next.state, same_as = next.same_as
    from (
      select line, nullif(first, line) as same_as,
        case when first = line then 'ready' when says = first_says then 'same' else 'contradicts' end as state
      from (
        select line, says, first_value(line) over rows_of as first, first_value(says) over rows_of as first_says
        from (
          select line, row_key, state in ('imported', 'known') as is_in, facts->>'stars' || (facts->>'level') as says
          from import_row
          where batch_id = ${batchId} and row_key is not null and state <> 'left_out'
        ) counted
        window rows_of as (partition by row_key order by is_in desc, line)
      ) compared
    ) next
    where import_row.batch_id = ${batchId} and import_row.line = next.line
      and import_row.state in ('ready', 'same', 'contradicts')
      and (import_row.state, import_row.same_as) is distinct from (next.state, next.same_as)`.execute(db)
}

export interface RowFilter {
  states?: readonly RowState[] | undefined
  /** Only lines after this one. */
  after: number
  limit: number
}

/** Rows in the order of the file. */
export async function listRows(
  db: Kysely<ImportTables>,
  batchId: string,
  { states, after, limit }: RowFilter,
): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('importRow')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('line', '>', after)
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows as unknown as ImportRow[]
}

/** The next rows to go in, in the order of the file, with nothing but what they say: there may be thousands. */
export async function listReady(
  db: Kysely<ImportTables>,
  batchId: string,
  limit: number,
): Promise<{ line: number; facts: RowFacts }[]> {
  const rows = await db
    .selectFrom('importRow')
    .select(['line', 'facts'])
    .where('batchId', '=', batchId)
    .where('state', '=', 'ready')
    .orderBy('line')
    .limit(limit)
    .execute()
  return rows as unknown as { line: number; facts: RowFacts }[]
}

export async function findRow(
  db: Kysely<ImportTables>,
  batchId: string,
  line: number,
): Promise<ImportRow | undefined> {
  const row = await db
    .selectFrom('importRow')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('line', '=', line)
    .executeTakeFirst()
  return row as unknown as ImportRow | undefined
}

export type RowCounts = Record<RowState, number>

export async function countRows(db: Kysely<ImportTables>, batchId: string): Promise<RowCounts> {
  const counts: RowCounts = {
    ...{ ready: 0, faulty: 0, same: 0, contradicts: 0, left_out: 0, imported: 0, known: 0 },
  }
  const rows = await db
    .selectFrom('importRow')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('batchId', '=', batchId)
    .groupBy('state')
    .execute()
  for (const { state, count } of rows) counts[state] = count
  return counts
}

export async function updateState(
  db: Kysely<ImportTables>,
  batchId: string,
  line: number,
  state: RowState,
): Promise<void> {
  await db
    .updateTable('importRow')
    .set({ state, sameAs: null })
    .where('batchId', '=', batchId)
    .where('line', '=', line)
    .execute()
}

/** Marks rows as gone in, with their product. */
export async function markIn(
  db: Kysely<ImportTables>,
  batchId: string,
  rows: readonly { line: number; state: 'imported' | 'known'; productId: string }[],
): Promise<void> {
  await sql`
    update import_row set state = row.state, product_id = row."productId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(line int, state text, "productId" uuid)
    where import_row.batch_id = ${batchId} and import_row.line = row.line`.execute(db)
}
