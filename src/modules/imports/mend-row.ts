import type { UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { fields, type Mapping, type Typed, typedRow } from './columns.ts'
import { getImportToChange } from './get-import.ts'
import { findRow, markRepeats, updateReadings } from './import-row-store.ts'
import type { ImportRow, ImportTables } from './import-tables.ts'
import { readImportRow, rowWorld } from './row-world.ts'

export interface MendedRow {
  batchId: string
  line: number
  typed: Typed
}

/**
 * Mends a row by hand; what the file says stays beside it. The row is kept also when faults remain, for nothing typed is
 * lost; they are what this answers.
 * @throws Refusal `not_found`; `conflict` for a row that has gone in, or while the list goes in
 */
export function mendRow(
  ctx: Ctx<ImportTables & UnitTables & EventTables>,
  { batchId, line, typed }: MendedRow,
): Promise<ImportRow> {
  return inTransaction(ctx, async (ctx) => {
    const batch = await getImportToChange(ctx, batchId, ['preview', 'done'])
    const row = await findRow(ctx.db, batchId, line)
    if (!row) throw new Refusal('not_found', 'imports.row_unknown')
    if (row.state === 'imported' || row.state === 'known')
      throw new Refusal('conflict', 'imports.row_is_in', { line })
    const edits = editsOf(row, batch.mapping, typed)
    const world = await rowWorld(ctx.db, batch, dayOf(ctx.now))
    await updateReadings(ctx.db, [readImportRow({ ...row, edits }, batch.mapping, world)])
    await markRepeats(ctx.db, batchId)
    await record(ctx, 'import.row_mended', `import:${batchId}`, { line, edits })
    const mended = await findRow(ctx.db, batchId, line)
    if (!mended) throw new Error('a row is gone that was mended')
    return mended
  })
}

/** Only what differs from the file. */
function editsOf({ cells }: ImportRow, mapping: Mapping, typed: Typed): ImportRow['edits'] {
  const before = typedRow(cells, mapping)
  return Object.fromEntries(
    fields.filter((field) => typed[field] !== before[field]).map((field) => [field, typed[field]]),
  )
}
