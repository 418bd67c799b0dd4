import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { getImportToChange } from './get-import.ts'
import { updateBatch } from './import-batch-store.ts'
import type { ImportTables } from './import-tables.ts'

/**
 * Throws a list away that has not been confirmed; the same file may then come again.
 * @throws Refusal `conflict` once it was confirmed
 */
export function discardImport(
  ctx: Ctx<ImportTables & EventTables>,
  { batchId }: { batchId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await getImportToChange(ctx, batchId, ['preview'])
    await updateBatch(ctx.db, batchId, { state: 'discarded' })
    await record(ctx, 'import.discarded', `import:${batchId}`)
  })
}
