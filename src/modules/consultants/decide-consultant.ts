import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { type DecisionOutcome, stateAfter } from './consultant-fields.ts'
import { endMemberships, insertDecision, updateConsultant } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { type Decision, decisionFaults } from './decision.ts'
import { closeMandates } from './end-mandate.ts'
import { lockForKeeper } from './get-consultant.ts'

const happened: Readonly<Record<DecisionOutcome, string>> = {
  register: 'consultant.registered',
  decline: 'consultant.declined',
  suspend: 'consultant.suspended',
  resume: 'consultant.resumed',
  remove: 'consultant.removed',
}

/**
 * The province decides about a consultant, by number and day. While suspended a consultant works in no dossier;
 * removal ends every mandate and every member's place.
 * @throws Refusal `not_found`, `forbidden`; `invalid` with `faults`; `conflict` where there is nothing of the kind to
 *   decide, or somebody has decided meanwhile
 */
export function decideConsultant(
  ctx: Ctx<ConsultantTables>,
  input: { consultantId: string; outcome: DecisionOutcome } & Decision,
): Promise<void> {
  const { consultantId, outcome, ...decision } = input
  return inTransaction(ctx, async (ctx) => {
    const consultant = await lockForKeeper(ctx, consultantId)
    const state = stateAfter(consultant.state, outcome)
    if (!state) throw new Refusal('conflict', 'consultants.nothing_to_decide', { state: consultant.state })
    const today = dayOf(ctx.now)
    const faults = decisionFaults(outcome, decision, today)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'consultants.faulty', { faults })

    const number = decision.number.trim()
    const reason = decision.reason.trim() || null
    const { decidedOn } = decision
    const since = outcome === 'register' ? { activeSince: decidedOn } : {}
    const change = { state, ...since, updatedAt: ctx.now }
    if (!(await updateConsultant(ctx.db, consultant, change)))
      throw new Refusal('conflict', 'consultants.changed_meanwhile')
    const id = newId(ctx.now.getTime())
    const decided = { decidedBy: ctx.actor.id, decidedAt: ctx.now }
    const no = consultant.version + 1
    await insertDecision(ctx.db, { id, consultantId, no, outcome, number, decidedOn, reason, ...decided })
    await record(ctx, happened[outcome], `consultant:${consultantId}`, { number, decidedOn, reason })
    await drawConsequences(ctx, { consultantId, outcome, reason: reason ?? number })
  })
}

/** Who is not in the register any more works for nobody under it. */
async function drawConsequences(
  ctx: Ctx<ConsultantTables>,
  { consultantId, outcome, reason }: { consultantId: string; outcome: DecisionOutcome; reason: string },
): Promise<void> {
  if (outcome !== 'decline' && outcome !== 'remove') return
  await endMemberships(ctx.db, consultantId, dayOf(ctx.now))
  await closeMandates(ctx, consultantId, reason)
}
