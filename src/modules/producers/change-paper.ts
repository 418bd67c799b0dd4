import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { paperColumns, paperFaults, typedFromPaper } from './add-paper.ts'
import { checkPages, keepPages, type ScannedPaper } from './add-scanned-paper.ts'
import { lockPaper, type PaperAt } from './get-paper.ts'
import { getProducerToChange } from './get-producer.ts'
import { appendPages, updatePaper } from './paper-store.ts'
import type { ProducerTables } from './producer-store.ts'

/**
 * Writes down what a paper is, and puts further pages behind those that it has. `mayAddPages` decides, under the paper's
 * lock, whether its pages may still grow: what was handed in keeps its own.
 * @throws Refusal `not_found`, `forbidden`, `invalid` as `addScannedPaper`
 */
export async function changePaper(
  ctx: Ctx<ProducerTables>,
  files: FileStore,
  change: PaperAt & Pick<ScannedPaper, 'typed' | 'uploads'>,
  refuseClosedPages: (ctx: Ctx<ProducerTables>) => Promise<void>,
): Promise<void> {
  const { typed, uploads, ...at } = change
  await getProducerToChange(ctx, at.producerId)
  const checked = await checkPages(uploads, paperFaults(typed))
  await inTransaction(ctx, async (ctx) => {
    const { paper } = await lockPaper(ctx, at)
    if (checked.length > 0) await refuseClosedPages(ctx)
    const fileIds = await keepPages(ctx, files, checked)
    await appendPages(ctx.db, paper.id, fileIds)
    const after = paperColumns(typed)
    await updatePaper(ctx.db, paper.id, after)
    const before = typedFromPaper(paper)
    const fields = Object.entries(typedFromPaper(after)).flatMap(([field, value]) =>
      before[field as keyof typeof before] === value ? [] : [field],
    )
    const facts = { paperId: paper.id, kind: after.kind, fields, fileIds }
    await record(ctx, 'producer_paper.changed', `producer:${paper.producerId}`, facts)
  })
}
