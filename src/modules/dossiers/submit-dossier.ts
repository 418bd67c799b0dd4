import { faultsOf } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { selfAnswersOf } from './answer-store.ts'
import { type Lack, lacksOf } from './completeness.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { lockForStep, refuseOldVersion } from './get-dossier.ts'
import { pledgeOf, signedAtCounter } from './signed-at-counter.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { moveDossier } from './take-step.ts'

/**
 * The producer hands the dossier in to its commune: complete, and pledging that it is true. What is handed in is frozen
 * and has the force of the paper set (QĐ 26/2026/QĐ-TTg, art. 7.1).
 * An officer who files it at the counter needs the page that its household signed.
 * @throws Refusal `invalid` with `lacks` when something is missing; `conflict` the second time
 */
export function submitDossier(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; pledged: boolean; version?: number | undefined },
): Promise<{ number: number; digest: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, input.dossierId, 'submit')
    refuseOldVersion(dossier, input.version)
    const lacks = await lacksOfDossier(ctx, dossier, input.pledged)
    if (lacks.length > 0) throw new Refusal('invalid', 'dossiers.incomplete', { lacks })

    const counter = await signedAtCounter(ctx, dossier, 'submission')
    const more = counter && { pledge: pledgeOf(ctx, dossier, counter) }
    const snapshot = await takeSnapshot(ctx, dossier, await criteriaOfDossier(ctx.db, dossier), more)
    const change = { submittedAt: ctx.now }
    const facts = { snapshot, ...(counter ? { counter } : {}) }
    await moveDossier(ctx, { dossier, step: 'submit', to, change, facts })
    return snapshot
  })
}

/** What keeps the dossier from being handed in. */
export async function lacksOfDossier(
  ctx: Pick<Ctx<DossierTables>, 'db'>,
  dossier: Dossier,
  pledged: boolean,
): Promise<Lack[]> {
  const set = await criteriaOfDossier(ctx.db, dossier)
  const faults = faultsOf(await selfAnswersOf(ctx.db, dossier.id), set)
  const unanswered = faults.map(({ criterion }) => criterion)
  const { registration, kind, changes, carried } = dossier
  return lacksOf({ registration, kind, changes, carried, unanswered, pledged })
}
