import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { DossierTables } from '../dossier-store.ts'
import { type DueDossier, listWholeReassessments } from '../due-store.ts'
import { answerClockOf } from './answer-clock.ts'

/** Reassessments whose 45 days (QĐ 26/2026/QĐ-TTg, art. 7.6) run and end in this span of days. */
export async function listAnswersDue(
  ctx: Ctx<DossierTables>,
  { from, to }: { from: Day; to: Day },
): Promise<DueDossier[]> {
  const today = dayOf(ctx.now)
  return (await listWholeReassessments(ctx.db)).flatMap((dossier) => {
    const clock = answerClockOf(dossier, today)
    if (!clock || clock.due < from || clock.due > to) return []
    return [{ dossierId: dossier.dossierId, dueOn: clock.due }]
  })
}
