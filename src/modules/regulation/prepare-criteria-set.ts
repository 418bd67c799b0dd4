import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { putDraft, type RegulationTables } from './criteria-set-store.ts'
import { type IntegrityReport, integrityOf } from './integrity.ts'
import { fileSet } from './law-files.ts'
import { mayTendLaw } from './may-tend-law.ts'

/**
 * Takes the set of our files in as a draft, with its integrity report, for a person to look at before it is published.
 * An earlier draft is replaced; a published set is refused, since it never changes.
 */
export function prepareCriteriaSet(
  ctx: Ctx<RegulationTables>,
  { id }: { id: string },
): Promise<IntegrityReport> {
  return inTransaction(ctx, async (ctx) => {
    if (!mayTendLaw(ctx.actor)) throw new Refusal('forbidden', 'regulation.not_administrator')
    const set = fileSet(id)
    if (!set) throw new Refusal('not_found', 'regulation.set_unknown', { id })

    const report = integrityOf(set)
    const digest = digestOf(set)
    const stored = await putDraft(ctx.db, {
      id,
      regimeId: set.regimeId,
      productSetNo: set.productSetNo,
      content: JSON.stringify(set),
      digest,
      report: JSON.stringify(report),
      preparedAt: ctx.now,
    })
    if (!stored) throw new Refusal('conflict', 'regulation.set_published', { id })

    await record(ctx, 'criteria_set.prepared', `criteria_set:${id}`, { digest, anomalies: report.anomalies })
    return report
  })
}
