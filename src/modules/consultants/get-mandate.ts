import { producerIdsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { overseesMandate } from './consultant-rights.ts'
import { findConsultant } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { ownConsultant } from './get-consultant.ts'
import type { Side } from './mandate-parts.ts'
import { findMandate, findMandateForUpdate, type Mandate, type PlacedMandate } from './mandate-store.ts'

type ReadCtx = Pick<Ctx<ConsultantTables>, 'db' | 'actor'>

/** A mandate as the actor comes to it: on one of its sides, or reading only. */
export interface OpenedMandate {
  mandate: PlacedMandate
  side: Side | null
}

/** The mandate, for its two sides and those who oversee it. @throws Refusal `not_found` for everybody else */
export async function getMandate(ctx: ReadCtx, id: string): Promise<OpenedMandate> {
  const mandate = isId(id) ? await findMandate(ctx.db, id) : undefined
  const side = mandate ? await sideOf(ctx, mandate) : null
  if (!mandate || (!side && !overseesMandate(ctx.actor, mandate)))
    throw new Refusal('not_found', 'consultants.mandate_unknown')
  return { mandate, side }
}

/**
 * The mandate, locked, for one of its sides. The consultant is locked first, as by those who decide about it, so that
 * nothing is being written under the mandate meanwhile.
 * @throws Refusal `not_found`, `forbidden` for who only reads it
 */
export async function lockMandate(ctx: ReadCtx, id: string): Promise<{ mandate: Mandate; side: Side }> {
  const { mandate: seen, side } = await getMandate(ctx, id)
  if (!side) throw new Refusal('forbidden', 'consultants.not_a_side')
  await findConsultant(ctx.db, seen.consultantId, 'update')
  const mandate = await findMandateForUpdate(ctx.db, id)
  if (!mandate) throw new Refusal('not_found', 'consultants.mandate_unknown')
  return { mandate, side }
}

async function sideOf(ctx: ReadCtx, mandate: Mandate): Promise<Side | null> {
  if (producerIdsOf(ctx.actor).includes(mandate.producerId)) return 'producer'
  return (await ownConsultant(ctx))?.id === mandate.consultantId ? 'consultant' : null
}
