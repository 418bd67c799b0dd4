import { holds } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { lockDossier } from '../get-dossier.ts'
import type { DossierState } from '../workflow.ts'
import { insertSiteCheck, liftOpenSiteCheck, type SiteCheckReason } from './site-check-store.ts'

/** Until the council has concluded there is something to look at for. */
export const siteCheckStates: readonly DossierState[] = [
  'proposed',
  'returned_by_province',
  'checked',
  'in_council',
]

/**
 * The province says that the site of a reassessment must be looked at: only where the scale of production changed much
 * or the evidence is unclear (QĐ 26/2026/QĐ-TTg, art. 7.6). Council and advisory team see it with the dossier.
 */
export function askSiteCheck(
  ctx: Ctx<DossierTables>,
  { dossierId, reason, note }: { dossierId: string; reason: SiteCheckReason; note: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockDossier(ctx, dossierId)
    refuseOthers(ctx, dossier)
    if (note.trim() === '') throw new Refusal('invalid', 'rounds.site_note_missing')
    const id = newId(ctx.now.getTime())
    const asked = { askedBy: ctx.actor.id, askedAt: ctx.now, liftedAt: null }
    if (!(await insertSiteCheck(ctx.db, { id, dossierId, reason, note: note.trim(), ...asked })))
      throw new Refusal('conflict', 'rounds.site_check_there')
    await record(ctx, 'dossier.site_check_asked', `dossier:${dossierId}`, { reason, note: note.trim() })
  })
}

/** The province takes it back: the evidence was made clear, or the site was looked at. */
export function liftSiteCheck(ctx: Ctx<DossierTables>, { dossierId }: { dossierId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockDossier(ctx, dossierId)
    refuseOthers(ctx, dossier)
    if (!(await liftOpenSiteCheck(ctx.db, dossierId, ctx.now)))
      throw new Refusal('conflict', 'rounds.no_site_check')
    await record(ctx, 'dossier.site_check_lifted', `dossier:${dossierId}`)
  })
}

/** Who may ask for it, about what, is one question for the page and for the operation. */
export function maySetSiteCheck(actor: Ctx<DossierTables>['actor'], dossier: Dossier): boolean {
  return (
    dossier.kind === 'reassessment' &&
    siteCheckStates.includes(dossier.state) &&
    holds(actor, 'province_officer', dossier.unitPath)
  )
}

function refuseOthers({ actor }: Ctx<DossierTables>, dossier: Dossier): void {
  if (!holds(actor, 'province_officer', dossier.unitPath))
    throw new Refusal('forbidden', 'rounds.for_the_province')
  if (!maySetSiteCheck(actor, dossier)) throw new Refusal('conflict', 'rounds.no_site_check_here')
}
