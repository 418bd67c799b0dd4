import { getPaper, getProducerToChange, isOwn, type PaperAt, removePaper } from '#modules/producers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from '../dossier-store.ts'
import { deleteDraftCitations, lockDraftsCiting } from './citation-store.ts'
import { letGoInHolders } from './paper-holders.ts'

/**
 * Takes a paper out of the vault, out of the producer's drafts that cite it, and out of what later modules hold. One that a handed-in dossier cites stays.
 * What only its producer sees, its drafts, only the producer touches.
 * @throws Refusal as `removePaper`
 */
export function removeVaultPaper(ctx: Ctx<DossierTables>, at: PaperAt): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const producer = await getProducerToChange(ctx, at.producerId)
    const { paper } = await getPaper(ctx, at)
    const drafts = await lockDraftsCiting(ctx.db, paper.id)
    if (drafts.length > 0 && !isOwn(ctx.actor, producer))
      throw new Refusal('conflict', 'producers.paper_cited')
    const dossierIds = drafts.map(({ id }) => id)
    for (const cited of await deleteDraftCitations(ctx.db, { paperId: paper.id, dossierIds })) {
      const { id: evidenceId, dossierId, ...facts } = cited
      await record(ctx, 'dossier.evidence_detached', `dossier:${dossierId}`, { evidenceId, ...facts })
    }
    await letGoInHolders(ctx, paper.id)
    await removePaper(ctx, at)
  })
}
