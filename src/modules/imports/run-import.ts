import { type ProducerTables, registerProducers } from '#modules/producers/index.ts'
import { addProducts, type ProductTables } from '#modules/products/index.ts'
import { addImportedRecognitions, type RecognitionTables } from '#modules/recognition/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { findBatchForUpdate, updateBatch } from './import-batch-store.ts'
import { countRows, listReady, markIn } from './import-row-store.ts'
import type { ImportBatch, ImportTables } from './import-tables.ts'
import type { RowFacts } from './read-row.ts'

export type RunTables = ImportTables & ProducerTables & ProductTables & RecognitionTables

const rowsInOneGo = 500

/**
 * Lets the rows of a confirmed list go in, some hundreds at a time, each part whole or not at all. Interrupted, it goes
 * on where it stopped; run twice, also at once, no row goes in twice. The work of the job `imports.run`.
 */
export async function runImport(ctx: Ctx<RunTables>, { batchId }: { batchId: string }): Promise<void> {
  while (await importPart(ctx, batchId)) {
    // Between two parts others get their turn: the embedded database has one session for all.
    await new Promise(setImmediate)
  }
}

/** Lets the next rows go in; false when there were none left, and the list is done. */
export function importPart(ctx: Ctx<RunTables>, batchId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const batch = await findBatchForUpdate(ctx.db, batchId)
    if (batch?.state !== 'running') return false
    const rows = await listReady(ctx.db, batchId, rowsInOneGo)
    // What happens is done by who confirmed it, with the reach of the one who runs it.
    const acting = { ...ctx, actor: { ...ctx.actor, id: batch.confirmedBy } }
    if (rows.length === 0) {
      await finish(acting, batchId)
      return false
    }
    await markIn(ctx.db, batchId, await letIn(acting, batch, rows))
    await updateBatch(ctx.db, batchId, { movedAt: ctx.now })
    return true
  })
}

interface ReadyRow {
  line: number
  facts: RowFacts
}

async function letIn(ctx: Ctx<RunTables>, { unitPath }: ImportBatch, rows: readonly ReadyRow[]) {
  const facts = rows.map((row) => row.facts)
  const producerIds = await registerProducers(ctx, {
    owners: facts.map(({ kind, producer, unitId }) => ({ kind, name: producer, unitId })),
    within: unitPath,
  })
  const productIds = await addProducts(
    ctx,
    facts.map(({ product, unitId }, place) => ({
      producerId: at(producerIds, place),
      name: product,
      unitId,
    })),
  )
  const recognitions = await addImportedRecognitions(
    ctx,
    facts.map(({ stars, year, level, thenUnitId, note }, place) => ({
      productId: at(productIds, place),
      producerId: at(producerIds, place),
      ...{ stars, year, level, note },
      unitId: thenUnitId,
    })),
  )
  return rows.map(({ line }, place) => {
    const state: 'imported' | 'known' = recognitions[place] ? 'imported' : 'known'
    return { line, state, productId: at(productIds, place) }
  })
}

async function finish(ctx: Ctx<RunTables>, batchId: string): Promise<void> {
  await updateBatch(ctx.db, batchId, { state: 'done', finishedAt: ctx.now, movedAt: ctx.now })
  await record(ctx, 'import.finished', `import:${batchId}`, { ...(await countRows(ctx.db, batchId)) })
}

function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place]
  if (item === undefined) throw new Error(`nothing at ${place}`)
  return item
}
