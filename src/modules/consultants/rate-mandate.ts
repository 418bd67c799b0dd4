import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { lockMandate } from './get-mandate.ts'
import { mayBeRated } from './mandate-standing.ts'
import { insertRating } from './mandate-store.ts'
import { ratingFaults, type TypedRating } from './rating.ts'

/**
 * The producer says once how the consultant worked, when the mandate is over.
 * @throws Refusal `forbidden` for the other side; `invalid` with `faults`; `conflict` before the end or the second time
 */
export function rateMandate(
  ctx: Ctx<ConsultantTables>,
  { mandateId, typed }: { mandateId: string; typed: TypedRating },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { mandate, side } = await lockMandate(ctx, mandateId)
    if (side !== 'producer') throw new Refusal('forbidden', 'consultants.for_producers')
    const faults = ratingFaults(typed)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'consultants.faulty', { faults })
    if (!mayBeRated(mandate, dayOf(ctx.now))) throw new Refusal('conflict', 'consultants.not_over_yet')
    const { knowledge, diligence, guidance } = typed
    const answers = { knowledge, diligence, guidance }
    const words = typed.words.trim() || null
    const rating = { mandateId, ...answers, words, ratedBy: ctx.actor.id, ratedAt: ctx.now }
    if (!(await insertRating(ctx.db, rating))) throw new Refusal('conflict', 'consultants.rated_already')
    await record(ctx, 'mandate.rated', `mandate:${mandateId}`, answers)
  })
}
