import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { Refusal } from '#platform/refusal.ts'
import { keepPaper, paperColumns, paperFaults } from './add-paper.ts'
import { checkPages, keepPages, type ScannedPaper } from './add-scanned-paper.ts'
import { lockPaper, type PaperAt } from './get-paper.ts'
import { getProducerToChange } from './get-producer.ts'
import { markReplaced } from './paper-store.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

/**
 * A newer issue takes the place of a paper. The old one is kept: dossiers that were handed in go on naming it.
 * @throws Refusal as `addScannedPaper`; `conflict` when another issue took its place before
 */
export async function replacePaper(
  ctx: Ctx<ProducerTables>,
  files: FileStore,
  { typed, uploads, ...at }: PaperAt & Pick<ScannedPaper, 'typed' | 'uploads'>,
): Promise<{ before: Paper; after: Paper }> {
  await getProducerToChange(ctx, at.producerId)
  const faults = uploads.length === 0 ? { file: 'file_missing' } : {}
  const checked = await checkPages(uploads, { ...paperFaults(typed), ...faults })
  return inTransaction(ctx, async (ctx) => {
    const { paper: before } = await lockPaper(ctx, at)
    const fileIds = await keepPages(ctx, files, checked)
    const after = await keepPaper(ctx, { producerId: before.producerId, facts: paperColumns(typed), fileIds })
    if (!(await markReplaced(ctx.db, { id: before.id, byId: after.id })))
      throw new Refusal('conflict', 'producers.paper_replaced_already')
    const facts = { paperId: before.id, kind: before.kind, byId: after.id }
    await record(ctx, 'producer_paper.replaced', `producer:${before.producerId}`, facts)
    return { before, after }
  })
}
