import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { CriteriaSet } from './criteria-set.ts'
import { findSetForUpdate, markPublished, type RegulationTables } from './criteria-set-store.ts'
import { integrityOf } from './integrity.ts'
import { mayTendLaw } from './may-tend-law.ts'

export interface Publication {
  id: string
  /** The draft that was looked at: another one, prepared meanwhile, is refused. */
  digest: string
  /** The names of the anomalies that the person accepts: all of them, and no other. */
  accepted: readonly string[]
  /** Who accepted, where the platform publishes on somebody's word; else it is the actor. */
  acceptedBy?: string
}

/**
 * Publishes a draft: from then on it never changes, and dossiers are judged by it. A finding that no anomaly explains,
 * an anomaly not accepted by its name, or a name that the set does not have, is refused as invalid.
 */
export function publishCriteriaSet(
  ctx: Ctx<RegulationTables>,
  publication: Publication,
): Promise<{ digest: string }> {
  const { id, digest, accepted } = publication
  return inTransaction(ctx, async (ctx) => {
    if (!mayTendLaw(ctx.actor)) throw new Refusal('forbidden', 'regulation.not_administrator')
    refuseUnlessAccepted(await draftForUpdate(ctx, publication), accepted)

    const acceptedBy = publication.acceptedBy ?? ctx.actor.name
    const acceptedAnomalies = JSON.stringify(accepted)
    const done = await markPublished(ctx.db, {
      id,
      digest,
      acceptedBy,
      acceptedAnomalies,
      publishedAt: ctx.now,
    })
    if (!done) throw new Refusal('conflict', 'regulation.set_published', { id })
    await record(ctx, 'criteria_set.published', `criteria_set:${id}`, { digest, accepted, acceptedBy })
    return { digest }
  })
}

async function draftForUpdate(ctx: Ctx<RegulationTables>, { id, digest }: Publication): Promise<CriteriaSet> {
  const draft = await findSetForUpdate(ctx.db, id)
  if (!draft) throw new Refusal('not_found', 'regulation.set_unknown', { id })
  if (draft.status === 'published') throw new Refusal('conflict', 'regulation.set_published', { id })
  if (draft.digest !== digest) throw new Refusal('conflict', 'regulation.draft_changed', { id })
  const set = CriteriaSet.parse(draft.content)
  if (digestOf(set) !== digest) throw new Error(`The draft of ${id} is not what its digest says`)
  return set
}

function refuseUnlessAccepted(set: CriteriaSet, accepted: readonly string[]): void {
  const { unexplained, anomalies } = integrityOf(set)
  if (unexplained.length > 0) {
    const findings = unexplained.map((finding) => finding.id).join(', ')
    throw new Refusal('invalid', 'regulation.findings_unexplained', { findings })
  }
  const strange = accepted.filter((key) => !anomalies.includes(key))
  if (strange.length > 0)
    throw new Refusal('invalid', 'regulation.anomaly_unknown', { keys: strange.join(', ') })
  const missing = anomalies.filter((key) => !accepted.includes(key))
  if (missing.length > 0)
    throw new Refusal('invalid', 'regulation.anomalies_not_accepted', { keys: missing.join(', ') })
}
