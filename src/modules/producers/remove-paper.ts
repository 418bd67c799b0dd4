import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { lockPaper, type PaperAt } from './get-paper.ts'
import { deletePaper } from './paper-store.ts'
import type { ProducerTables } from './producer-store.ts'

/**
 * Takes a paper out of a producer's vault. One that a dossier cites stays: the foreign key decides.
 * @throws Refusal `not_found` out of reach, or removed before; `conflict` when it is cited
 */
export function removePaper(ctx: Ctx<ProducerTables>, at: PaperAt): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { paper } = await lockPaper(ctx, at)
    const { is } = await deletePaper(ctx.db, paper.id)
    if (is === 'cited') throw new Refusal('conflict', 'producers.paper_cited')
    if (is === 'gone') throw new Refusal('not_found', 'producers.paper_unknown')
    const { id: paperId, kind, number } = paper
    const facts = { paperId, kind, number }
    await record(ctx, 'producer_paper.removed', `producer:${paper.producerId}`, facts)
  })
}
