import { holds } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { lockDossier } from './get-dossier.ts'
import { changeDossier } from './take-step.ts'
import type { DossierState } from './workflow.ts'

const heldByCommune: readonly DossierState[] = ['submitted', 'received', 'returned']

/**
 * An officer takes the dossier into their hands, or puts it back: the commune's officers up to their proposal, the
 * province's after it. Taking over from a colleague is allowed, and seen in the history.
 */
export function assignHolder(
  ctx: Ctx<DossierTables>,
  { dossierId, take }: { dossierId: string; take: boolean },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockDossier(ctx, dossierId)
    const role = heldByCommune.includes(dossier.state) ? 'commune_officer' : 'province_officer'
    if (!holds(ctx.actor, role, dossier.unitPath)) throw new Refusal('forbidden', 'dossiers.not_yours')
    if (!take && dossier.holderId !== ctx.actor.id) throw new Refusal('conflict', 'dossiers.not_the_holder')
    const holderId = take ? ctx.actor.id : null
    if (holderId === dossier.holderId) return
    await changeDossier(ctx, dossier, { holderId })
    await record(ctx, 'dossier.holder_assigned', `dossier:${dossierId}`, {
      holderId,
      before: dossier.holderId,
    })
  })
}
