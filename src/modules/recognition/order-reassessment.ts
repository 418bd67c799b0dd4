import { takeStep } from '#modules/dossiers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { getDossiersOfOneProvince } from './dossiers-of-one-province.ts'
import type { DecidingTables } from './open-consequences.ts'

/** Has the province's council assess a product again that the centre sent back (QĐ 26/2026 art. 7.4g). */
export function orderReassessment(
  ctx: Ctx<DecidingTables>,
  { dossierId }: { dossierId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { waiting } = await getDossiersOfOneProvince(ctx, [dossierId])
    for (const { dossier, consequences } of waiting) {
      if (!consequences.some(({ step }) => step === 'reassess')) {
        throw new Refusal('conflict', 'recognition.not_returned', { code: dossier.code })
      }
      await takeStep(ctx, { dossierId, step: 'reassess' })
    }
  })
}
