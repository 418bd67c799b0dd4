import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { CommuneReport } from './commune-contents.ts'
import type { DossierTables } from './dossier-store.ts'
import { findOpenFixList } from './fix-list-store.ts'
import { isContentTarget } from './fix-target.ts'
import { mendAssessment } from './mend-assessment.ts'
import { resubmitDossier } from './resubmit-dossier.ts'

/**
 * The commune mends the contents that the province sent back. Where nothing else was sent back the dossier goes to the
 * province again at once; otherwise the producer sends it when its own part is mended.
 */
export function resendAssessment(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; report: CommuneReport },
): Promise<{ sent: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    await mendAssessment(ctx, input)
    const { dossierId } = input
    const fixList = await findOpenFixList(ctx.db, dossierId)
    if (!fixList?.items.every(({ target }) => isContentTarget(target))) return { sent: false }
    await resubmitDossier(ctx, { dossierId, pledged: false })
    return { sent: true }
  })
}
