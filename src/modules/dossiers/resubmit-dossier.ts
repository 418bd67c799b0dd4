import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { dueAfterPause } from './clock.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { Dossier, DossierChange, DossierTables } from './dossier-store.ts'
import { closeFixList, findOpenFixList, type FixList } from './fix-list-store.ts'
import { lockForStep, refuseOldVersion } from './get-dossier.ts'
import { lacksOfDossier } from './submit-dossier.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { moveDossier } from './take-step.ts'

/**
 * The dossier is sent again after everything on the fix-list was mended: frozen anew, and the commune's clock goes on
 * from where it stopped. What the province returned goes back to the province; the commune may send that too.
 * @throws Refusal `invalid` with the `unmended` parts, or with `lacks`
 */
export function resubmitDossier(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; pledged: boolean; version?: number | undefined },
): Promise<{ number: number; digest: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, input.dossierId, 'resubmit')
    refuseOldVersion(dossier, input.version)
    const fixList = await findOpenFixList(ctx.db, dossier.id)
    refuseUnmended(fixList)
    const lacks = await lacksOfDossier(ctx, dossier, input.pledged)
    if (lacks.length > 0) throw new Refusal('invalid', 'dossiers.incomplete', { lacks })

    const snapshot = await takeSnapshot(ctx, dossier, await criteriaOfDossier(ctx.db, dossier))
    if (fixList) await closeFixList(ctx.db, fixList.id, ctx.now)
    const change = resumedClock(dossier, dayOf(ctx.now))
    const facts = { snapshot, fixListId: fixList?.id, dueOn: change.dueOn }
    await moveDossier(ctx, { dossier, step: 'resubmit', to, change, facts })
    return snapshot
  })
}

function refuseUnmended(fixList: FixList | undefined): void {
  const unmended = fixList?.items.filter(({ mendedAt }) => !mendedAt).map(({ target }) => target) ?? []
  if (unmended.length > 0) throw new Refusal('invalid', 'dossiers.not_mended', { unmended })
}

function resumedClock({ dueOn, pausedOn }: Dossier, today: string): DossierChange {
  if (!dueOn || !pausedOn) return {}
  return { dueOn: dueAfterPause(dueOn, pausedOn, today), pausedOn: null }
}
