import { faultsOf, type SheetFault } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Answers, replaceAnswers, type SelfAssessment, selfAssessmentOf } from './answer-store.ts'
import { stillCarried } from './carry-over.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { DossierTables } from './dossier-store.ts'
import { mandateFor } from './dossier-writer.ts'
import { writeAs } from './field-author.ts'
import { markMended } from './fix-list-store.ts'
import { criterionTarget } from './fix-target.ts'
import { lockForChange } from './get-dossier.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer, or a consultant under its mandate, answers some criteria of the self-assessment by the numbers of their options; an empty list is "none of
 * these". Points are never given: they are looked up in the published set. Answers to other criteria stay.
 * @throws Refusal `invalid` with `faults`, `conflict` when a criterion is closed or the dossier was changed meanwhile
 */
export function saveAnswers(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; version?: number | undefined } & SelfAssessment,
): Promise<{ version: number }> {
  const { answers, notes } = input
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, writer, mayChangePart } = await lockForChange(ctx, input)
    const set = await criteriaOfDossier(ctx.db, dossier)
    const faults = wrongAnswers(faultsOf(answers, set), answers)
    if (faults.length > 0) throw new Refusal('invalid', 'dossiers.answers_wrong', { faults })

    const targets = Object.keys(answers).map(criterionTarget)
    const closed = targets.find((target) => !mayChangePart(target))
    if (closed) throw new Refusal('conflict', 'dossiers.part_closed', { target: closed })

    const before = await selfAssessmentOf(ctx.db, dossier.id)
    const changed = changedAnswers(before, { answers, notes })
    if (fixList) await markMended(ctx.db, fixList.id, targets, ctx.now)
    const looked = targets.some((target) => dossier.carried.includes(target))
    if (Object.keys(changed).length === 0 && !looked) return { version: dossier.version }
    // What stays as it was keeps its writer.
    await replaceAnswers(ctx.db, dossier.id, { answers: changed, notes })
    await changeDossier(ctx, dossier, { carried: stillCarried(dossier, targets) })
    const mandateId = mandateFor(writer, targets[0] ?? '') ?? null
    await writeAs(ctx, dossier, { fields: Object.keys(changed).map(criterionTarget), mandateId })
    await record(ctx, 'dossier.answers_saved', `dossier:${dossier.id}`, { answers: changed, mandateId })
    return { version: dossier.version + 1 }
  })
}

/** A sheet may be saved half done: only what was answered, and wrongly, is a fault. */
function wrongAnswers(faults: SheetFault[], answers: Answers): SheetFault[] {
  return faults.filter(({ criterion }) => Object.hasOwn(answers, criterion))
}

function changedAnswers(before: SelfAssessment, after: SelfAssessment): Answers {
  const same = (code: string) =>
    String(before.answers[code]) === String(after.answers[code]) &&
    (before.notes[code] ?? '') === (after.notes[code] ?? '')
  return Object.fromEntries(Object.entries(after.answers).filter(([code]) => !same(code)))
}
