import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { askToAppraise, getAppraised } from '../appraised-dossier.ts'
import { askFaults, type TypedTest } from './extra-test-form.ts'
import { insertTest } from './extra-test-store.ts'

/**
 * The team asks for a test beyond those in the dossier: of what, in which laboratory, until when and why (art. 7.3c).
 * @throws Refusal `invalid` with `faults`, `forbidden`, `conflict` once a result stands
 */
export function askTest(
  ctx: Ctx<AppraisalTables>,
  { dossierId, typed }: { dossierId: string; typed: TypedTest },
): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    askToAppraise(ctx, await getAppraised(ctx, dossierId))
    const faults = askFaults(typed, dayOf(ctx.now))
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'appraisal.faulty', { faults })
    const { what, place, reason, dueOn } = typed
    const id = newId(ctx.now.getTime())
    await insertTest(ctx.db, {
      id,
      dossierId,
      what,
      place,
      reason,
      dueOn,
      askedBy: ctx.actor.id,
      askedAt: ctx.now,
    })
    await record(ctx, 'extra_test.asked', `extra_test:${id}`, { dossierId, what, place, reason, dueOn })
    return { id }
  })
}
