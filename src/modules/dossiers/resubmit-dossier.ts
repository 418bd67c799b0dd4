import { type Actor, type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { dueAfterPause } from './clock.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { Dossier, DossierChange, DossierTables } from './dossier-store.ts'
import { closeFixList, type FixList, findOpenFixList } from './fix-list-store.ts'
import { isContentTarget, isOpenItem } from './fix-target.ts'
import { lockForStep, refuseOldVersion } from './get-dossier.ts'
import { pledgeOf, signedAtCounter } from './signed-at-counter.ts'
import { lacksOfDossier } from './submit-dossier.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { moveDossier } from './take-step.ts'
import { actsAtCounter, takesPart } from './workflow.ts'

/**
 * The dossier is sent again after everything on the fix-list was mended, or answered that it cannot be: frozen anew, and the commune's clock goes on
 * from where it stopped. What the province returned goes back to the province; where only the commune had to mend, the
 * commune sends it, and what the producer handed in stays as it was.
 * @throws Refusal `invalid` with the `unmended` parts, or with `lacks`
 */
export function resubmitDossier(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; pledged: boolean; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, input.dossierId, 'resubmit')
    refuseOldVersion(dossier, input.version)
    const fixList = await findOpenFixList(ctx.db, dossier.id)
    refuseUnmended(fixList)

    const byProducer = sendsAsProducer(ctx.actor, dossier, fixList)
    const snapshot = byProducer ? await freeze(ctx, dossier, input.pledged) : undefined
    if (fixList) await closeFixList(ctx.db, fixList.id, ctx.now)
    const change = resumedClock(dossier, dayOf(ctx.now))
    const cannotMend = fixList?.items.filter((item) => item.cannotMend).map(({ target }) => target) ?? []
    const facts = {
      ...{ snapshot, fixListId: fixList?.id, dueOn: change.dueOn },
      ...(cannotMend.length > 0 ? { cannotMend } : {}),
    }
    await moveDossier(ctx, { dossier, step: 'resubmit', to, change, facts })
  })
}

/**
 * Whether what is sent is the producer's part, by itself or by an officer for it at the counter; else it is the commune's.
 * @throws Refusal `conflict` where the producer's part is not the actor's to send
 */
function sendsAsProducer(actor: Actor, dossier: Dossier, fixList: FixList | undefined): boolean {
  const ownItems = fixList?.items.some(({ target }) => !isContentTarget(target)) ?? false
  const byProducer = takesPart(actor, 'producer', dossier) && (ownItems || !actsAtCounter(actor, dossier))
  if (!byProducer && ownItems) throw new Refusal('conflict', 'dossiers.producer_resubmits')
  return byProducer
}

async function freeze(ctx: Ctx<DossierTables>, dossier: Dossier, pledged: boolean) {
  const lacks = await lacksOfDossier(ctx, dossier, pledged)
  if (lacks.length > 0) throw new Refusal('invalid', 'dossiers.incomplete', { lacks })
  const counter = await signedAtCounter(ctx, dossier, 'resubmission')
  const more = counter && { pledge: pledgeOf(ctx, dossier, counter) }
  return takeSnapshot(ctx, dossier, await criteriaOfDossier(ctx.db, dossier), more)
}

function refuseUnmended(fixList: FixList | undefined): void {
  const unmended = fixList?.items.filter(isOpenItem).map(({ target }) => target) ?? []
  if (unmended.length > 0) throw new Refusal('invalid', 'dossiers.not_mended', { unmended })
}

/** The commune's clock goes on from where it stopped; nothing changes where it did not stand still. */
export function resumedClock({ dueOn, pausedOn }: Dossier, today: string): DossierChange {
  if (!dueOn || !pausedOn) return {}
  return { dueOn: dueAfterPause(dueOn, pausedOn, today), pausedOn: null }
}
