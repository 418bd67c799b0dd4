import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { getImportToChange } from './get-import.ts'
import { updateBatch } from './import-batch-store.ts'
import { countRows } from './import-row-store.ts'
import type { ImportTables } from './import-tables.ts'

/** The job that `runImport` is the work of; its data is `{ batchId }`. */
export const runImportJob = 'imports.run'

/** A list that has not moved for so long was interrupted, and may be set going again. */
export const stalledAfter = 60_000

/**
 * Has the rows that are ready go in, as work in the background. Twice at once, or while it runs, starts it once. A list
 * that is done may go on with rows that were mended since.
 * @throws Refusal `conflict` when no row is ready
 */
export function confirmImport(
  ctx: Ctx<ImportTables & EventTables>,
  { batchId }: { batchId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const batch = await getImportToChange(ctx, batchId, ['preview', 'running', 'done'])
    if (batch.state === 'running') return
    const { ready, faulty, contradicts } = await countRows(ctx.db, batchId)
    if (ready === 0 && batch.state === 'done') return
    if (ready === 0) throw new Refusal('conflict', 'imports.nothing_ready')
    const by = { confirmedAt: ctx.now, confirmedBy: ctx.actor.id, movedAt: ctx.now }
    await updateBatch(ctx.db, batchId, { state: 'running', ...by, finishedAt: null })
    await record(ctx, 'import.confirmed', `import:${batchId}`, { ready, faulty: faulty + contradicts })
    await ctx.jobs.send(ctx.db, runImportJob, { batchId })
  })
}

/**
 * Sets a list going again whose work was interrupted. It goes on where it stopped; while it moves nothing happens.
 * @throws Refusal `conflict` when it does not run
 */
export function resumeImport(
  ctx: Ctx<ImportTables & EventTables>,
  { batchId }: { batchId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { movedAt } = await getImportToChange(ctx, batchId, ['running'])
    if (movedAt && ctx.now.getTime() - movedAt.getTime() < stalledAfter) return
    await updateBatch(ctx.db, batchId, { movedAt: ctx.now })
    await record(ctx, 'import.resumed', `import:${batchId}`)
    await ctx.jobs.send(ctx.db, runImportJob, { batchId })
  })
}
