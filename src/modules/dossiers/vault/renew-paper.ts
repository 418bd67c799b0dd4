import { type PaperAt, replacePaper, type ScannedPaper } from '#modules/producers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { DossierTables } from '../dossier-store.ts'
import { lockDraftsCiting, renewDraftCitations } from './citation-store.ts'
import { renewInHolders } from './paper-holders.ts'

/**
 * A newer issue takes the place of a paper: in the vault, in the drafts that cite it and in what later modules hold. What
 * was handed in keeps the old one; the producer cites the newer where an officer sends the dossier back.
 * @throws Refusal as `replacePaper`
 */
export function renewPaper(
  ctx: Ctx<DossierTables>,
  files: FileStore,
  change: PaperAt & Pick<ScannedPaper, 'typed' | 'uploads'>,
): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { before, after } = await replacePaper(ctx, files, change)
    const drafts = await lockDraftsCiting(ctx.db, before.id)
    const renewed = await renewDraftCitations(ctx.db, {
      paperId: before.id,
      byId: after.id,
      dossierIds: drafts.map(({ id }) => id),
    })
    const facts = { paperId: before.id, byId: after.id, kind: after.kind }
    for (const dossierId of renewed)
      await record(ctx, 'dossier.evidence_renewed', `dossier:${dossierId}`, facts)
    await renewInHolders(ctx, { paperId: before.id, byId: after.id })
    return { id: after.id }
  })
}
