import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { targetsOf } from './attach-evidence.ts'
import type { DossierTables } from './dossier-store.ts'
import { findEvidence, markRemoved } from './evidence-store.ts'
import { markMended } from './fix-list-store.ts'
import { lockForChange } from './get-dossier.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer takes a file out of the dossier. What was handed in before keeps naming it.
 * @throws Refusal `not_found` when it is not in the dossier, `conflict` when that part is closed
 */
export function detachEvidence(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; evidenceId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, mayChangePart } = await lockForChange(ctx, { dossierId: input.dossierId })
    const { evidenceId } = input
    const evidence = isId(evidenceId)
      ? await findEvidence(ctx.db, { dossierId: dossier.id, evidenceId })
      : undefined
    if (!evidence) throw new Refusal('not_found', 'dossiers.evidence_unknown')

    const targets = targetsOf(evidence)
    const open = targets.filter(mayChangePart)
    if (open.length === 0) throw new Refusal('conflict', 'dossiers.part_closed', { target: targets[0] })
    if (!(await markRemoved(ctx.db, evidence.id, ctx.now)))
      throw new Refusal('not_found', 'dossiers.evidence_unknown')

    await changeDossier(ctx, dossier, {})
    // Where something is missing, taking a file away mends nothing.
    const mended = fixList?.items
      .filter(({ target, reason }) => open.includes(target) && reason !== 'incomplete')
      .map(({ target }) => target)
    if (fixList && mended) await markMended(ctx.db, fixList.id, mended, ctx.now)
    const { criterion, paperKind, title } = evidence
    const facts = { evidenceId: evidence.id, criterion, paperKind, title }
    await record(ctx, 'dossier.evidence_detached', `dossier:${dossier.id}`, facts)
  })
}
