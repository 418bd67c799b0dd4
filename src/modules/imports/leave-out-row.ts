import type { UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { getImportToChange } from './get-import.ts'
import { findRow, markRepeats, updateReadings, updateState } from './import-row-store.ts'
import type { ImportTables } from './import-tables.ts'
import { readImportRow, rowWorld } from './row-world.ts'

/**
 * Leaves a row out of what goes in, or takes it back (`out` false). It stays in the list.
 * @throws Refusal `not_found`; `conflict` for a row that has gone in, or while the list goes in
 */
export function leaveOutRow(
  ctx: Ctx<ImportTables & UnitTables & EventTables>,
  { batchId, line, out }: { batchId: string; line: number; out: boolean },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const batch = await getImportToChange(ctx, batchId, ['preview', 'done'])
    const row = await findRow(ctx.db, batchId, line)
    if (!row) throw new Refusal('not_found', 'imports.row_unknown')
    if (row.state === 'imported' || row.state === 'known')
      throw new Refusal('conflict', 'imports.row_is_in', { line })
    if ((row.state === 'left_out') === out) return
    if (out) await updateState(ctx.db, batchId, line, 'left_out')
    else {
      const world = await rowWorld(ctx.db, batch, dayOf(ctx.now))
      await updateReadings(ctx.db, [readImportRow(row, batch.mapping, world)])
    }
    await markRepeats(ctx.db, batchId)
    await record(ctx, out ? 'import.row_left_out' : 'import.row_taken_back', `import:${batchId}`, { line })
  })
}
