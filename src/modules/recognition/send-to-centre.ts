import { takeStep } from '#modules/dossiers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { NewDecision } from './decision-faults.ts'
import { insertApprovedResults } from './decision-store.ts'
import { getDossiersOfOneProvince } from './dossiers-of-one-province.ts'
import type { DecidingTables } from './open-consequences.ts'
import { draftDecision, writeDecision } from './write-decision.ts'

/**
 * The chair approves the results of products that averaged 90 or more and sends them to the centre; the province
 * certifies none of them (QĐ 26/2026 art. 7.3e).
 */
export function sendToCentre(
  ctx: Ctx<DecidingTables>,
  { dossierIds, decision: written }: { dossierIds: readonly string[]; decision: NewDecision },
): Promise<{ decisionId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { issuer, waiting, notBefore, isDemo } = await getDossiersOfOneProvince(ctx, dossierIds)
    const kept = waiting.find(({ consequences }) => !consequences.some(({ step }) => step === 'send'))
    if (kept) throw new Refusal('conflict', 'recognition.below_ninety', { code: kept.dossier.code })
    const decision = draftDecision(ctx, written, {
      kind: 'approve_result',
      level: 'province',
      unitPath: issuer,
      notBefore,
      isDemo,
    })
    const ids = waiting.map(({ dossier }) => dossier.id)
    for (const { dossier, average } of waiting) {
      const facts = { decisionId: decision.id, number: decision.number, average }
      await takeStep(ctx, { dossierId: dossier.id, step: 'send', facts })
    }
    await writeDecision(ctx, decision, { dossiers: ids })
    await insertApprovedResults(ctx.db, decision.id, ids)
    return { decisionId: decision.id }
  })
}
