import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { findOpenFixList, noteCannotMend } from './fix-list-store.ts'
import { type FixTarget, isContentTarget } from './fix-target.ts'
import { lockForStep } from './get-dossier.ts'
import { takesPart } from './workflow.ts'

export interface CannotMend {
  dossierId: string
  target: FixTarget
  /** Why, for the officer who reads the dossier next. */
  words: string
}

/**
 * The producer says of an item of the fix-list that it cannot be mended, and why: the dossier may be sent again without
 * it, and the officer judges what there is. Mending the item after all takes the answer back.
 * @throws Refusal `invalid` without words; `conflict` for an item that is the commune's, was mended or is not asked for
 */
export function answerCannotMend(ctx: Ctx<DossierTables>, input: CannotMend): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier } = await lockForStep(ctx, input.dossierId, 'resubmit')
    if (!takesPart(ctx.actor, 'producer', dossier)) throw new Refusal('forbidden', 'dossiers.not_yours')
    const { target } = input
    const words = input.words.trim().slice(0, 2000)
    if (!words) throw new Refusal('invalid', 'dossiers.cannot_mend_why', { target })
    const fixList = await findOpenFixList(ctx.db, dossier.id)
    const isAsked = fixList !== undefined && !isContentTarget(target)
    if (!isAsked || !(await noteCannotMend(ctx.db, { fixListId: fixList.id, target, words })))
      throw new Refusal('conflict', 'dossiers.part_closed', { target })
    const facts = { fixListId: fixList.id, target, words }
    await record(ctx, 'dossier.item_answered', `dossier:${dossier.id}`, facts)
  })
}
