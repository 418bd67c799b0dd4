import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { findConsultant } from './consultant-store.ts'
import type { ConsultantTables, MandateCoverRow } from './consultant-tables.ts'
import { lockMandate } from './get-mandate.ts'
import type { Side } from './mandate-parts.ts'
import { insertCover, type Mandate, updateMandate } from './mandate-store.ts'
import { signatureColumns } from './propose-mandate.ts'
import { signs } from './signature.ts'

export interface Signing {
  mandateId: string
  /** The digest of the text that the signer had before them. */
  digest: string
  /** The signer's own name, typed. */
  signature: string
}

/**
 * The second side signs the mandate as the first has signed it. From its first day on the consultant works in the
 * producer's dossiers within it.
 * @throws Refusal `invalid` with `faults`; `conflict` when it is not open, its days are over, the consultant is not
 *   registered now, or a part of a product is in other hands for some of these days
 */
export function signMandate(ctx: Ctx<ConsultantTables>, input: Signing): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { mandate, side } = await lockMandate(ctx, input.mandateId)
    refuseClosed(ctx, mandate, side)
    if (!signs(input.signature, ctx.actor.name))
      throw new Refusal('invalid', 'consultants.faulty', { faults: { signature: 'not_your_name' } })
    if (input.digest !== mandate.digest) throw new Refusal('conflict', 'consultants.another_text')
    const consultant = await findConsultant(ctx.db, mandate.consultantId, 'share')
    if (consultant?.state !== 'active') throw new Refusal('conflict', 'consultants.not_active')

    if (!(await insertCover(ctx.db, coverRows(mandate))))
      throw new Refusal('conflict', 'consultants.in_other_hands')
    await updateMandate(ctx.db, mandate.id, { state: 'signed', ...signatureColumns(ctx, side) })
    await record(ctx, 'mandate.signed', `mandate:${mandate.id}`, { side, digest: mandate.digest })
  })
}

/** Signed once by each side, by two people, before the term is over. */
function refuseClosed({ actor, now }: Ctx<ConsultantTables>, mandate: Mandate, side: Side): void {
  if (mandate.state !== 'proposed') throw new Refusal('conflict', 'consultants.mandate_closed')
  if (side === mandate.proposedBy) throw new Refusal('conflict', 'consultants.signed_already')
  const first = side === 'producer' ? mandate.consultantSignerId : mandate.producerSignerId
  if (actor.id === first) throw new Refusal('conflict', 'consultants.signs_for_both')
  if (mandate.toOn < dayOf(now)) throw new Refusal('conflict', 'consultants.term_over')
}

function coverRows(mandate: Mandate): MandateCoverRow[] {
  const { id, producerId, parts, fromOn, toOn, content, wholeProducer } = mandate
  const products = wholeProducer ? [null] : content.products.map((product) => product.id)
  return products.flatMap((productId) =>
    parts.map((part) => ({ mandateId: id, producerId, productId, part, fromOn, toOn })),
  )
}
