import { createHash } from 'node:crypto'
import { findUnit, type UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { safeName } from '#platform/files/safe-name.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import type { SheetRow } from '#platform/sheet/sheet-row.ts'
import { guessMapping, rememberedMapping } from './columns.ts'
import { findBatchOfFile, findListWithHeads, insertBatch } from './import-batch-store.ts'
import { mayImport } from './import-rights.ts'
import { insertRows, markRepeats } from './import-row-store.ts'
import type { ImportBatch, ImportTables } from './import-tables.ts'
import { readImportRow, rowWorld } from './row-world.ts'

export interface NewImport {
  /** The province whose products these are. */
  unitId: string
  name: string
  bytes: Uint8Array
}

export type StartTables = ImportTables & UnitTables & EventTables

const mostRows = 50_000
const rowsInOneGo = 500

/**
 * Takes in a list, Excel or CSV: every row is kept as it stands, with what it seems to say and what is wrong with it.
 * Nothing goes further before somebody confirms. The same file again is the same list; the columns of a list with the
 * same heads are chosen as they last were.
 * @throws Refusal `not_found`, for a place where the actor brings in none; `invalid` `sheet.…`, `imports.no_rows`
 */
export async function startImport(
  ctx: Ctx<StartTables>,
  { unitId, name, bytes }: NewImport,
): Promise<{ batchId: string; isKnown: boolean }> {
  const province = await findUnit(ctx.db, unitId)
  if (province?.level !== 'province' || province.validTo || !mayImport(ctx.actor, province.path))
    throw new Refusal('not_found', 'imports.place_unknown')
  const digest = createHash('sha256').update(bytes).digest('hex')
  const known = await findBatchOfFile(ctx.db, province.path, digest)
  if (known) return { batchId: known.id, isKnown: true }

  const { headers, encoding, rows } = await readAll(bytes)
  const last = await findListWithHeads(ctx.db, { unitPath: province.path, headers })
  const batch: ImportBatch = {
    id: newId(ctx.now.getTime()),
    unitId,
    unitPath: province.path,
    fileName: safeName(name),
    ...{ digest, headers, encoding },
    mapping: last ? rememberedMapping(last.mapping) : guessMapping(headers),
    state: 'preview',
    rowCount: rows.length,
    createdAt: ctx.now,
    createdBy: ctx.actor.id,
    ...{ confirmedAt: null, confirmedBy: null, movedAt: null, finishedAt: null },
  }
  return inTransaction(ctx, (ctx) => keepRows(ctx, batch, rows))
}

async function readAll(bytes: Uint8Array) {
  const sheet = await readSheet(bytes, { maxRows: mostRows, maxColumns: 100 })
  const rows: SheetRow[] = []
  for await (const row of sheet.rows) rows.push(row)
  if (rows.length === 0) throw new Refusal('invalid', 'imports.no_rows')
  return { ...sheet, rows }
}

async function keepRows(ctx: Ctx<StartTables>, batch: ImportBatch, rows: readonly SheetRow[]) {
  const { id: batchId, unitPath, digest, mapping, fileName, rowCount } = batch
  if (!(await insertBatch(ctx.db, batch))) {
    const known = await findBatchOfFile(ctx.db, unitPath, digest)
    if (!known) throw new Error('a list is known and is not there')
    return { batchId: known.id, isKnown: true }
  }
  const world = await rowWorld(ctx.db, batch, dayOf(ctx.now))
  for (let from = 0; from < rows.length; from += rowsInOneGo) {
    const part = rows.slice(from, from + rowsInOneGo)
    await insertRows(
      ctx.db,
      part.map(({ line, cells }) => readImportRow({ batchId, line, cells, edits: {} }, mapping, world)),
    )
  }
  await markRepeats(ctx.db, batchId)
  await record(ctx, 'import.brought', `import:${batchId}`, { fileName, digest, rowCount })
  return { batchId, isKnown: false }
}
