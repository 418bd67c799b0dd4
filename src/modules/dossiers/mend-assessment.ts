import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { findAssessment, saveAssessment } from './assessment-store.ts'
import { type CommuneReport, communeContents } from './commune-contents.ts'
import type { DossierTables } from './dossier-store.ts'
import { findOpenFixList, markMended } from './fix-list-store.ts'
import { contentTarget } from './fix-target.ts'
import { lockDossier } from './get-dossier.ts'
import { refuseUnreasoned } from './propose-dossier.ts'
import { changeDossier } from './take-step.ts'
import { takesPart } from './workflow.ts'

/**
 * The commune mends those of the four contents that the province sent back; the others stay as they were.
 * @throws Refusal `conflict` when none of them was sent back
 */
export function mendAssessment(
  ctx: Ctx<DossierTables>,
  { dossierId, report }: { dossierId: string; report: CommuneReport },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockDossier(ctx, dossierId)
    if (!takesPart(ctx.actor, 'commune_officer', dossier))
      throw new Refusal('forbidden', 'dossiers.not_yours')
    const fixList = await findOpenFixList(ctx.db, dossierId)
    const before = await findAssessment(ctx.db, dossierId)
    const asked = communeContents.filter((content) =>
      fixList?.items.some(({ target }) => target === contentTarget(content)),
    )
    if (dossier.state !== 'returned_by_province' || !fixList || !before || asked.length === 0)
      throw new Refusal('conflict', 'dossiers.closed_for_changes', { state: dossier.state })

    const mended = Object.fromEntries(asked.map((content) => [content, report[content]]))
    const after = { ...before, ...mended }
    refuseUnreasoned(after)
    await saveAssessment(ctx.db, { ...after, assessedBy: ctx.actor.id, assessedAt: ctx.now })
    await changeDossier(ctx, dossier, {})
    await markMended(ctx.db, fixList.id, asked.map(contentTarget), ctx.now)
    await record(ctx, 'dossier.assessment_mended', `dossier:${dossierId}`, { mended })
  })
}
