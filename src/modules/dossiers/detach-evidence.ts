import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { mandateForFiles } from './dossier-writer.ts'
import { targetsOf } from './evidence-place.ts'
import { findEvidence, markRemoved } from './evidence-store.ts'
import { type FixList, markMended } from './fix-list-store.ts'
import type { FixTarget } from './fix-target.ts'
import { lockForChange } from './get-dossier.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer, or a consultant under its mandate, takes a file out of the dossier. What was handed in before keeps naming it.
 * @throws Refusal `not_found` when it is not in the dossier, `conflict` when that part is closed
 */
export function detachEvidence(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; evidenceId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, writer, mayChangeFiles } = await lockForChange(ctx, {
      dossierId: input.dossierId,
    })
    const { evidenceId } = input
    const evidence = isId(evidenceId)
      ? await findEvidence(ctx.db, { dossierId: dossier.id, evidenceId })
      : undefined
    if (!evidence) throw new Refusal('not_found', 'dossiers.evidence_unknown')

    const targets = targetsOf(evidence)
    const open = targets.filter(mayChangeFiles)
    if (open.length === 0) throw new Refusal('conflict', 'dossiers.part_closed', { target: targets[0] })
    if (!(await markRemoved(ctx.db, evidence.id, ctx.now)))
      throw new Refusal('not_found', 'dossiers.evidence_unknown')

    await changeDossier(ctx, dossier, {})
    if (fixList) await markMended(ctx.db, fixList.id, mendedBy(fixList, open), ctx.now)
    const { criterion, paperKind, title } = evidence
    const mandateId = mandateForFiles(writer, open[0] ?? '') ?? null
    const facts = { evidenceId: evidence.id, criterion, paperKind, title, mandateId }
    await record(ctx, 'dossier.evidence_detached', `dossier:${dossier.id}`, facts)
  })
}

/** Where something is missing, taking a file away mends nothing. */
function mendedBy({ items }: FixList, open: readonly FixTarget[]): FixTarget[] {
  return items
    .filter(({ target, reason }) => open.includes(target) && reason !== 'incomplete')
    .map(({ target }) => target)
}
