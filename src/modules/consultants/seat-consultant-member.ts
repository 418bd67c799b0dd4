import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { endMembership, findConsultantAccount, insertMember } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { lockForKeeper } from './get-consultant.ts'

/**
 * An officer notes that somebody with a consultant's account works for the registered consultant.
 * @throws Refusal `invalid` `consultants.no_such_account`; `conflict` `consultants.works_already`, `not_active`
 */
export function addConsultantMember(
  ctx: Ctx<ConsultantTables>,
  { consultantId, email }: { consultantId: string; email: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const consultant = await lockForKeeper(ctx, consultantId)
    if (consultant.state !== 'active' && consultant.state !== 'suspended')
      throw new Refusal('conflict', 'consultants.not_active')
    const day = dayOf(ctx.now)
    const person = await findConsultantAccount(ctx.db, { email, unitPath: consultant.unitPath, day })
    if (!person) throw new Refusal('invalid', 'consultants.no_such_account')
    const member = {
      id: newId(ctx.now.getTime()),
      consultantId,
      personId: person.id,
      joinedOn: day,
      leftOn: null,
    }
    if (!(await insertMember(ctx.db, member))) throw new Refusal('conflict', 'consultants.works_already')
    await record(ctx, 'consultant.member_added', `consultant:${consultantId}`, { personId: person.id })
  })
}

/** An officer notes that somebody works there no longer: from now on they open no dossier of its mandates. */
export function removeConsultantMember(
  ctx: Ctx<ConsultantTables>,
  { consultantId, personId }: { consultantId: string; personId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockForKeeper(ctx, consultantId)
    const left = await endMembership(ctx.db, { consultantId, personId, leftOn: dayOf(ctx.now) })
    if (!left) throw new Refusal('conflict', 'consultants.not_a_member')
    await record(ctx, 'consultant.member_removed', `consultant:${consultantId}`, { personId })
  })
}
