import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { askToAppraise } from '../appraised-dossier.ts'
import { updateTest } from './extra-test-store.ts'
import { getTest } from './get-test.ts'

/** The team no longer asks for a test, and says why. @throws Refusal `invalid`, `forbidden`, `conflict` */
export function cancelTest(
  ctx: Ctx<AppraisalTables>,
  { dossierId, testId, reason }: { dossierId: string; testId: string; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, test } = await getTest(ctx, { dossierId, testId })
    askToAppraise(ctx, dossier)
    const cancelReason = reason.trim().normalize('NFC')
    if (cancelReason === '')
      throw new Refusal('invalid', 'appraisal.faulty', { faults: { cancelReason: 'missing' } })
    const change = {
      state: 'cancelled' as const,
      cancelReason,
      cancelledBy: ctx.actor.id,
      cancelledAt: ctx.now,
    }
    if (!(await updateTest(ctx.db, { id: testId, from: ['asked', 'handed_in'] }, change)))
      throw new Refusal('conflict', 'appraisal.test_moved_on')
    const facts = { dossierId, what: test.what, reason: cancelReason }
    await record(ctx, 'extra_test.cancelled', `extra_test:${testId}`, facts)
  })
}
