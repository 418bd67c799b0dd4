import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { lockMandate } from './get-mandate.ts'
import { mandateStanding } from './mandate-standing.ts'
import { deleteCover, listOpenMandatesForUpdate, updateMandate } from './mandate-store.ts'

interface Ending {
  mandateId: string
  reason: string
}

/**
 * Takes a proposal back, or refuses one: whichever side, with a reason.
 * @throws Refusal `invalid` without a reason, `conflict` once it is signed or closed
 */
export function refuseMandate(ctx: Ctx<ConsultantTables>, input: Ending): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { mandate, side } = await lockMandate(ctx, input.mandateId)
    const endReason = reasonOf(input)
    if (mandate.state !== 'proposed') throw new Refusal('conflict', 'consultants.mandate_closed')
    const ended = { endedOn: dayOf(ctx.now), endedBy: side, endReason }
    await updateMandate(ctx.db, mandate.id, { state: 'refused', ...ended })
    await record(ctx, 'mandate.refused', `mandate:${mandate.id}`, { side, reason: endReason })
  })
}

/**
 * Either side ends a signed mandate before its last day, with a reason; from this moment the consultant opens none of
 * its dossiers.
 * @throws Refusal `invalid` without a reason, `conflict` when it is not signed, or is over
 */
export function endMandate(ctx: Ctx<ConsultantTables>, input: Ending): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { mandate, side } = await lockMandate(ctx, input.mandateId)
    const endReason = reasonOf(input)
    const today = dayOf(ctx.now)
    const standing = mandateStanding(mandate, today)
    if (standing !== 'in_force' && standing !== 'ahead')
      throw new Refusal('conflict', 'consultants.mandate_closed')
    await updateMandate(ctx.db, mandate.id, { state: 'ended', endedOn: today, endedBy: side, endReason })
    await deleteCover(ctx.db, [mandate.id])
    await record(ctx, 'mandate.ended', `mandate:${mandate.id}`, { side, reason: endReason })
  })
}

/** Ends what a consultant still has when the register removes it. For the operation that has decided whether the actor may. */
export async function closeMandates(
  ctx: Ctx<ConsultantTables>,
  consultantId: string,
  endReason: string,
): Promise<void> {
  const today = dayOf(ctx.now)
  const open = (await listOpenMandatesForUpdate(ctx.db, consultantId)).filter(
    (mandate) => mandateStanding(mandate, today) !== 'finished',
  )
  for (const { id, state } of open) {
    const closed = state === 'proposed' ? ('refused' as const) : ('ended' as const)
    await updateMandate(ctx.db, id, { state: closed, endedOn: today, endedBy: 'register', endReason })
    await record(ctx, `mandate.${closed}`, `mandate:${id}`, { side: 'register', reason: endReason })
  }
  await deleteCover(
    ctx.db,
    open.map(({ id }) => id),
  )
}

function reasonOf({ reason }: Ending): string {
  const given = reason.trim()
  if (given === '') throw new Refusal('invalid', 'consultants.faulty', { faults: { reason: 'missing' } })
  return given
}
