import type { Ctx } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { mayDecide } from './decision-level.ts'
import {
  type DecidingTables,
  getWaitingDossier,
  provincialIssuer,
  type WaitingDossier,
} from './open-consequences.ts'

/**
 * The dossiers of one decision, in the order of their ids so that two decisions at once take them in one order. All lie in
 * one province, whose leader the actor is.
 * @throws Refusal `invalid` none chosen; `forbidden` not its leader; `conflict` of several provinces, or not waiting
 */
export async function getDossiersOfOneProvince(
  ctx: Ctx<DecidingTables>,
  dossierIds: readonly string[],
): Promise<{ issuer: string; waiting: WaitingDossier[]; notBefore: Day; isDemo: boolean }> {
  const waiting: WaitingDossier[] = []
  for (const id of [...new Set(dossierIds)].sort()) waiting.push(await getWaitingDossier(ctx, id))
  const [first] = waiting
  if (!first) throw new Refusal('invalid', 'recognition.none_chosen')
  const issuer = provincialIssuer(first)
  if (!mayDecide(ctx.actor, issuer)) throw new Refusal('forbidden', 'recognition.not_the_leader')
  if (waiting.some((one) => provincialIssuer(one) !== issuer)) {
    throw new Refusal('conflict', 'recognition.several_provinces')
  }
  const notBefore =
    waiting
      .map(({ concludedOn }) => concludedOn)
      .sort()
      .at(-1) ?? first.concludedOn
  return { issuer, waiting, notBefore, isDemo: waiting.some(({ dossier }) => dossier.isDemo) }
}
