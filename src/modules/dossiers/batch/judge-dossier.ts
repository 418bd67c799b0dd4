import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { findAssessment } from '../assessment-store.ts'
import { deskOf } from '../assign-holder.ts'
import { communeContents } from '../commune-contents.ts'
import { criteriaOfDossier } from '../criteria-of-dossier.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { stepOf } from '../get-dossier.ts'
import { samplesAsked } from '../propose-dossier.ts'
import { carriageFor } from '../rounds/carry-dossier.ts'
import type { Carriage } from '../rounds/round-rules.ts'
import type { AssessmentRound } from '../rounds/round-store.ts'
import { lacksOfDossier } from '../submit-dossier.ts'
import { closedStates, takesPart } from '../workflow.ts'
import type { BatchStep } from './batch-steps.ts'

type ReadCtx = Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>

export type Verdict =
  | { carriage: Carriage<AssessmentRound> | null; refusal?: undefined }
  | { refusal: Refusal; carriage?: undefined }

/**
 * Whether this dossier may be dealt with together with others. A batch is stricter than a single step: what a colleague
 * holds, and what does not check out by itself, is looked at one by one.
 */
export async function judgeDossier(ctx: ReadCtx, step: BatchStep, dossier: Dossier): Promise<Verdict> {
  try {
    return { carriage: (await judges[step](ctx, dossier)) ?? null }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { refusal: thrown }
    throw thrown
  }
}

type Judge = (ctx: ReadCtx, dossier: Dossier) => Promise<Carriage<AssessmentRound> | undefined>

const judges: Readonly<Record<BatchStep, Judge>> = {
  async assign({ actor }, dossier) {
    if (!takesPart(actor, deskOf(dossier).role, dossier)) throw new Refusal('forbidden', 'dossiers.not_yours')
    if (closedStates.includes(dossier.state))
      throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
    return undefined
  },
  async check(ctx, dossier) {
    stepOf(ctx.actor, dossier, 'check')
    await refuseHeldByOther(ctx, dossier)
    await refuseIncomplete(ctx, dossier)
    return undefined
  },
  async carry(ctx, dossier) {
    const carriage = await carriageFor(ctx, dossier)
    await refuseHeldByOther(ctx, dossier)
    return carriage
  },
}

async function refuseHeldByOther({ db, actor }: ReadCtx, { holderId }: Dossier): Promise<void> {
  if (holderId === null || holderId === actor.id) return
  const name = (await namesOf(db, [holderId])).get(holderId) ?? ''
  throw new Refusal('conflict', 'batch.held_by_colleague', { name })
}

/** The components of art. 6: both forms filled in, every criterion answered, Form 03 with all contents met, samples. */
async function refuseIncomplete(ctx: ReadCtx, dossier: Dossier): Promise<void> {
  const lacks = await lacksOfDossier(ctx, dossier, true)
  if (lacks.length > 0) throw new Refusal('invalid', 'batch.incomplete')
  const report = await findAssessment(ctx.db, dossier.id)
  if (!report) throw new Refusal('invalid', 'batch.no_report')
  if (communeContents.some((content) => !report[content].met))
    throw new Refusal('invalid', 'batch.content_unmet')
  const { kind } = await criteriaOfDossier(ctx.db, dossier)
  if (kind !== 'tourism' && (report.samples ?? 0) < samplesAsked)
    throw new Refusal('invalid', 'batch.too_few_samples', { asked: samplesAsked })
}
