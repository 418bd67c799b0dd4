import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { findBatch, findBatchForUpdate } from './import-batch-store.ts'
import { importsSeenBy, mayImport } from './import-rights.ts'
import type { BatchState, ImportBatch, ImportTables } from './import-tables.ts'

/**
 * The list, as far as the actor may look at it.
 * @throws Refusal `not_found` when there is none in reach
 */
export async function getImport(ctx: Ctx<ImportTables>, id: string): Promise<ImportBatch> {
  const batch = isId(id) ? await findBatch(ctx.db, id, importsSeenBy(ctx.actor)) : undefined
  if (!batch || batch.state === 'discarded') throw new Refusal('not_found', 'imports.unknown')
  return batch
}

/**
 * The list, locked to the end of the transaction, for one who may change it, in one of the states.
 * @throws Refusal as `getImport`; `forbidden` for one who may only look; `conflict` in another state
 */
export async function getImportToChange(
  ctx: Ctx<ImportTables>,
  id: string,
  states: readonly BatchState[],
): Promise<ImportBatch> {
  await getImport(ctx, id)
  const batch = await findBatchForUpdate(ctx.db, id)
  if (!batch) throw new Refusal('not_found', 'imports.unknown')
  if (!mayImport(ctx.actor, batch.unitPath)) throw new Refusal('forbidden', 'imports.may_not_change')
  if (!states.includes(batch.state)) throw new Refusal('conflict', `imports.is_${batch.state}`)
  return batch
}
