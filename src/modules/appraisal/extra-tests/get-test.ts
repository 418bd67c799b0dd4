import { type Dossier, findDossier } from '#modules/dossiers/index.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { isProducerOf, readsAppraisals } from '../appraisal-rights.ts'
import type { ReadCtx } from '../appraised-dossier.ts'
import { type ExtraTest, findTest } from './extra-test-store.ts'

/**
 * A dossier whose extra tests the actor reads: its producer, and those who appraise, oversee or audit its place.
 * @throws Refusal `not_found` for anybody else
 */
export async function getTested(ctx: ReadCtx, dossierId: string): Promise<Dossier> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  const reads =
    dossier?.productCode && (isProducerOf(ctx.actor, dossier) || readsAppraisals(ctx.actor, dossier.unitPath))
  if (!dossier || !reads) throw new Refusal('not_found', 'appraisal.unknown')
  return dossier
}

/** @throws Refusal `not_found` where the dossier has no such test, or the actor does not read it */
export async function getTest(
  ctx: ReadCtx,
  { dossierId, testId }: { dossierId: string; testId: string },
): Promise<{ dossier: Dossier; test: ExtraTest }> {
  const dossier = await getTested(ctx, dossierId)
  const test = isId(testId) ? await findTest(ctx.db, testId) : undefined
  if (test?.dossierId !== dossier.id) throw new Refusal('not_found', 'appraisal.test_unknown')
  return { dossier, test }
}
