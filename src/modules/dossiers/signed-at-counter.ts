import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { findWaitingSignature, type SignedAct, useWaitingSignature } from './signature-store.ts'
import { actsAtCounter } from './workflow.ts'

/** What proves that a household itself wanted what an officer does for it. */
export interface CounterAct {
  officer: string
  /** Digest of the page that the household signed. */
  signature: string
}

/**
 * The page that the household signed for this act, used up by it; undefined where the producer acts for itself.
 * @throws Refusal `invalid` where an officer acts for the household and no signed page is there
 */
export async function signedAtCounter(
  ctx: Ctx<DossierTables>,
  dossier: Dossier,
  act: SignedAct,
): Promise<CounterAct | undefined> {
  if (!actsAtCounter(ctx.actor, dossier)) return undefined
  const page = await findWaitingSignature(ctx.db, dossier.id)
  if (!page) throw new Refusal('invalid', 'dossiers.signature_missing')
  await useWaitingSignature(ctx.db, dossier.id, { usedFor: act, usedAt: ctx.now })
  return { officer: ctx.actor.name, signature: page.sha256 }
}

/** The pledge of a snapshot: the representative's own, given through the officer where one acted. */
export function pledgeOf(ctx: Pick<Ctx<DossierTables>, 'actor' | 'now'>, dossier: Dossier, act: CounterAct) {
  const by = dossier.registration.representativeName || ctx.actor.name
  return { by, at: ctx.now.toISOString(), atCounter: act }
}
