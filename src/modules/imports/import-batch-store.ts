import { type Kysely, sql } from 'kysely'
import { inUnits } from '#platform/db/in-units.ts'
import type { Mapping } from './columns.ts'
import type { ImportBatch, ImportTables } from './import-tables.ts'

/** False when the place has this list already: the unique key decides. */
export async function insertBatch(db: Kysely<ImportTables>, batch: ImportBatch): Promise<boolean> {
  const row = { ...batch, headers: JSON.stringify(batch.headers), mapping: JSON.stringify(batch.mapping) }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('importBatch')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function findBatch(
  db: Kysely<ImportTables>,
  id: string,
  paths: readonly string[],
): Promise<ImportBatch | undefined> {
  const row = await db
    .selectFrom('importBatch')
    .selectAll()
    .where('id', '=', id)
    .where(inPlaces(paths))
    .executeTakeFirst()
  return row as unknown as ImportBatch | undefined
}

/** The batch, locked to the end of the transaction: its rows go in, or are mended, one hand after the other. */
export async function findBatchForUpdate(
  db: Kysely<ImportTables>,
  id: string,
): Promise<ImportBatch | undefined> {
  const row = await db
    .selectFrom('importBatch')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as unknown as ImportBatch | undefined
}

export async function findBatchOfFile(
  db: Kysely<ImportTables>,
  unitPath: string,
  digest: string,
): Promise<ImportBatch | undefined> {
  const row = await db
    .selectFrom('importBatch')
    .selectAll()
    .where('unitPath', '=', unitPath)
    .where('digest', '=', digest)
    .where('state', '<>', 'discarded')
    .executeTakeFirst()
  return row as unknown as ImportBatch | undefined
}

/** The newest list of the place before this one whose columns have the same heads, whatever became of it. */
export async function findListWithHeads(
  db: Kysely<ImportTables>,
  { unitPath, headers, before }: { unitPath: string; headers: readonly string[]; before?: Date },
): Promise<Pick<ImportBatch, 'fileName' | 'mapping'> | undefined> {
  const row = await db
    .selectFrom('importBatch')
    .select(['fileName', 'mapping'])
    .where('unitPath', '=', unitPath)
    .where('headers', '=', sql<string>`${JSON.stringify(headers)}::jsonb`)
    .$if(before !== undefined, (query) => query.where('createdAt', '<', before ?? new Date()))
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as unknown as Pick<ImportBatch, 'fileName' | 'mapping'> | undefined
}

/** The newest lists of these places; those thrown away are not among them. */
export async function listBatches(
  db: Kysely<ImportTables>,
  paths: readonly string[],
  limit: number,
): Promise<ImportBatch[]> {
  const rows = await db
    .selectFrom('importBatch')
    .selectAll()
    .where(inPlaces(paths))
    .where('state', '<>', 'discarded')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows as unknown as ImportBatch[]
}

type BatchChange = Partial<
  Pick<ImportBatch, 'state' | 'confirmedAt' | 'confirmedBy' | 'movedAt' | 'finishedAt'>
>

export async function updateBatch(
  db: Kysely<ImportTables>,
  id: string,
  { mapping, ...change }: BatchChange & { mapping?: Mapping },
): Promise<void> {
  const columns = mapping ? { ...change, mapping: JSON.stringify(mapping) } : change
  await db.updateTable('importBatch').set(columns).where('id', '=', id).execute()
}

function inPlaces(paths: readonly string[]) {
  return (builder: import('kysely').ExpressionBuilder<ImportTables, 'importBatch'>) =>
    inUnits(builder, 'unitPath', paths)
}
