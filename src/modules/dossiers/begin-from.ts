import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { replaceAnswers } from './answer-store.ts'
import { type DossierTables, findDossier } from './dossier-store.ts'
import { fitting } from './fitting.ts'
import { criterionTarget, type FixTarget } from './fix-target.ts'
import { Registration } from './registration.ts'
import { Report } from './report.ts'
import { changeDossier } from './take-step.ts'

/** A business plan, and what it says for the forms of its dossier. */
export interface PlanBehind {
  id: string
  registration: Partial<Registration>
  report: Partial<Report>
}

/** Answers that were given without a dossier, and the sheet they were given on. */
export interface Practised {
  criteriaSetId: string
  answers: Readonly<Record<string, readonly number[]>>
}

/**
 * Fills a new dossier with what its business plan says and what was practised. Each part is marked until the producer has
 * looked at it and saved it: a plan tells what is meant to be, Form 02 what is.
 * @throws Refusal `conflict` when the practice was on another sheet than the dossier is judged by
 */
export async function beginFrom(
  ctx: Ctx<DossierTables>,
  from: { dossierId: string; plan?: PlanBehind | undefined; practised?: Practised | undefined },
): Promise<void> {
  const { dossierId, plan, practised } = from
  if (!plan && !practised) return
  const dossier = await findDossier(ctx.db, dossierId)
  if (!dossier) throw new Error(`no dossier ${dossierId}`)
  if (practised && practised.criteriaSetId !== dossier.criteriaSetId)
    throw new Refusal('conflict', 'dossiers.practised_on_other_sheet')
  const registration = fitting<Registration>(Registration.shape, plan?.registration ?? {})
  const report = fitting<Report>(Report.shape, plan?.report ?? {})
  const given = Object.entries(practised?.answers ?? {})
  const answers = Object.fromEntries(given.map(([code, options]) => [code, [...options]]))
  const carried: FixTarget[] = [
    ...(Object.keys(registration).length > 0 ? (['registration'] as const) : []),
    ...(Object.keys(report).length > 0 ? (['report'] as const) : []),
    ...Object.keys(answers).map(criterionTarget),
  ]
  await replaceAnswers(ctx.db, dossierId, { answers, notes: {} })
  await changeDossier(ctx, dossier, {
    registration: JSON.stringify({ ...dossier.registration, ...registration }),
    report: JSON.stringify({ ...dossier.report, ...report }),
    carried: JSON.stringify(carried),
  })
}
