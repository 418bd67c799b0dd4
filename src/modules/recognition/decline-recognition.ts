import { takeStep } from '#modules/dossiers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { getDossiersOfOneProvince } from './dossiers-of-one-province.ts'
import type { DecidingTables } from './open-consequences.ts'

/**
 * Ends the dossier of a product that reached one or two stars: no decision, no certificate (QĐ 26/2026 art. 4.1a).
 * What reached three or more has its recognition and cannot be declined.
 */
export function declineRecognition(
  ctx: Ctx<DecidingTables>,
  { dossierId }: { dossierId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { waiting } = await getDossiersOfOneProvince(ctx, [dossierId])
    for (const { dossier, stars, average, consequences } of waiting) {
      if (!consequences.some(({ step }) => step === 'decline')) {
        throw new Refusal('conflict', 'recognition.enough_stars', { code: dossier.code, stars })
      }
      await takeStep(ctx, { dossierId, step: 'decline', facts: { stars, average } })
    }
  })
}
