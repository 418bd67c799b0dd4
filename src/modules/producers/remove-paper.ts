import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { getProducerToChange } from './get-producer.ts'
import { deletePaper, findPaper } from './paper-store.ts'
import type { ProducerTables } from './producer-store.ts'

/**
 * Takes a paper out of a producer's collection. Dossiers that used it keep their own copy in their snapshots.
 * @throws Refusal `not_found` out of reach, or removed before
 */
export function removePaper(ctx: Ctx<ProducerTables>, { paperId }: { paperId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const paper = isId(paperId) ? await findPaper(ctx.db, paperId) : undefined
    if (!paper) throw new Refusal('not_found', 'producers.paper_unknown')
    const producer = await getProducerToChange(ctx, paper.producerId)
    const removed = await deletePaper(ctx.db, paperId)
    if (!removed) throw new Refusal('not_found', 'producers.paper_unknown')
    const { kind, number, fileId } = removed
    await record(ctx, 'producer_paper.removed', `producer:${producer.id}`, { paperId, kind, number, fileId })
  })
}
