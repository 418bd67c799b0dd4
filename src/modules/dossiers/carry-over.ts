import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { replaceAnswers, selfAssessmentOf } from './answer-store.ts'
import { type Dossier, type DossierTables, findDossier } from './dossier-store.ts'
import { insertEvidence, listEvidence } from './evidence-store.ts'
import { criterionTarget, type FixTarget } from './fix-target.ts'
import { changeDossier } from './take-step.ts'

/**
 * Fills a new dossier with what the last one of the product said: both forms and the evidence; the answers too where it
 * is judged by the same sheet. Of a paper that was replaced the newer issue is cited. Each part is marked until the producer has looked at it and saved it.
 */
export async function carryOver(
  ctx: Ctx<DossierTables>,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<void> {
  const { db } = ctx
  const [from, to] = [await findDossier(db, fromId), await findDossier(db, toId)]
  if (!from || !to) throw new Error(`no dossier ${fromId} or ${toId}`)
  const sameSheet = from.criteriaDigest === to.criteriaDigest
  const { answers, notes } = sameSheet ? await selfAssessmentOf(db, from.id) : { answers: {}, notes: {} }
  await replaceAnswers(db, to.id, { answers, notes })
  for (const { criterion, paperKind, paperId, replacedById, title } of await listEvidence(db, from.id)) {
    const kept = criterion !== null && !sameSheet ? null : criterion
    if (kept === null && paperKind === null) continue
    const id = newId(ctx.now.getTime())
    await insertEvidence(db, {
      id,
      dossierId: to.id,
      criterion: kept,
      paperKind,
      paperId: replacedById ?? paperId,
      title,
      addedAt: ctx.now,
    })
  }
  const carried: FixTarget[] = ['registration', 'report', ...Object.keys(answers).map(criterionTarget)]
  await changeDossier(ctx, to, {
    registration: JSON.stringify({ ...to.registration, ...from.registration }),
    report: JSON.stringify({ ...to.report, ...from.report }),
    carried: JSON.stringify(carried),
  })
}

/** What is still marked once these parts were saved. */
export function stillCarried({ carried }: Pick<Dossier, 'carried'>, saved: readonly FixTarget[]): string {
  return JSON.stringify(carried.filter((target) => !saved.includes(target)))
}
