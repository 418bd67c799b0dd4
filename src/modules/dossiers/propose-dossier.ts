import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import { saveAssessment } from './assessment-store.ts'
import { type CommuneReport, contentsWithoutReason } from './commune-contents.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { lockForStep } from './get-dossier.ts'
import { numberCommunePapers, type TypedNumbers } from './number-commune-papers.ts'
import { productCode } from './numbers.ts'
import { moveDossier } from './take-step.ts'

/** Units of the product that go with a dossier, tourism apart (QĐ 26/2026/QĐ-TTg, art. 6.2d). */
export const samplesAsked = 5

export interface Proposal {
  dossierId: string
  report: CommuneReport
  /** Units of the product that the commune has received; not counted for tourism. */
  samples: number | null
  /** What the commune's own registry gave. */
  numbers?: TypedNumbers
}

/**
 * The commune assesses the four contents of Form 03 and proposes the product to the province. The product gets its code
 * from the commune's own sequence, once (QĐ 26/2026/QĐ-TTg, art. 7.2 and the head of the forms).
 * The report and the letter to the province are numbered with it.
 * @throws Refusal `invalid` with the contents that are not met and say no reason, or when samples are missing
 */
export function proposeDossier(
  ctx: Ctx<DossierTables>,
  { dossierId, report, samples, numbers = { report: '', letter: '' } }: Proposal,
): Promise<{ productCode: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, dossierId, 'propose')
    refuseUnreasoned(report)
    const { kind } = await criteriaOfDossier(ctx.db, dossier)
    if (kind !== 'tourism' && (samples ?? 0) < samplesAsked)
      throw new Refusal('invalid', 'dossiers.too_few_samples', { asked: samplesAsked })
    await saveAssessment(ctx.db, {
      dossierId,
      ...report,
      samples: kind === 'tourism' ? null : samples,
      assessedBy: ctx.actor.id,
      assessedAt: ctx.now,
    })
    await numberCommunePapers(ctx, { dossier, typed: numbers })
    const code = dossier.productCode ?? (await nextProductCode(ctx, dossier))
    const change = { productCode: code, holderId: null }
    const facts = { productCode: code, report, samples }
    await moveDossier(ctx, { dossier, step: 'propose', to, change, facts })
    return { productCode: code }
  })
}

export function refuseUnreasoned(report: CommuneReport): void {
  const contents = contentsWithoutReason(report)
  if (contents.length > 0) throw new Refusal('invalid', 'dossiers.content_without_reason', { contents })
}

async function nextProductCode(ctx: Ctx<DossierTables>, { id, unitPath }: Dossier): Promise<string> {
  const year = yearOf(dayOf(ctx.now))
  const taken = { series: `${unitPath}:product`, year, subject: `dossier:${id}` }
  return productCode(await takeNumber(ctx, taken), unitPath, year)
}
