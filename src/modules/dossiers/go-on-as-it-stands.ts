import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { DossierTables } from './dossier-store.ts'
import { closeFixList, findOpenFixList } from './fix-list-store.ts'
import { isOpenItem } from './fix-target.ts'
import { lockForStep } from './get-dossier.ts'
import { resumedClock } from './resubmit-dossier.ts'
import { listSnapshots } from './snapshot-store.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { moveDossier } from './take-step.ts'

/**
 * The day of a fix-list has passed and nothing came back: who returned the dossier takes it up again and judges it as it
 * stands, saying why. What stands is frozen, with the producer's last pledge and the officer who went on; the commune's
 * clock goes on from where it stopped.
 * @throws Refusal `conflict` until the day has passed, `invalid` without a reason
 */
export function goOnAsItStands(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, input.dossierId, 'go_on')
    const fixList = await findOpenFixList(ctx.db, dossier.id)
    const today = dayOf(ctx.now)
    if (!fixList || fixList.dueOn >= today)
      throw new Refusal('conflict', 'dossiers.still_time_to_mend', { day: fixList?.dueOn ?? today })
    const reason = input.reason.trim()
    if (!reason) throw new Refusal('invalid', 'dossiers.go_on_wrong', { faults: { reason: 'no_reason' } })

    const [last] = await listSnapshots(ctx.db, dossier.id)
    const goneOn = last && {
      pledge: last.content.pledge,
      goneOn: { by: ctx.actor.name, at: ctx.now.toISOString() },
    }
    const snapshot = await takeSnapshot(ctx, dossier, await criteriaOfDossier(ctx.db, dossier), goneOn)
    await closeFixList(ctx.db, fixList.id, ctx.now)
    const change = resumedClock(dossier, today)
    const unmended = fixList.items.filter(isOpenItem).map(({ target }) => target)
    const facts = { reason, fixListId: fixList.id, unmended, snapshot, dueOn: change.dueOn }
    await moveDossier(ctx, { dossier, step: 'go_on', to, change, facts })
  })
}
