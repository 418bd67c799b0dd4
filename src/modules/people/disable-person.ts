import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { forgetDevices } from './attempt-store.ts'
import { deleteSecondFactor } from './credential-store.ts'
import { checkAnotherAdministrator } from './end-role.ts'
import type { PeopleTables, RoleHoldingRow } from './people-tables.ts'
import { mayManagePerson } from './permissions.ts'
import { findPersonForUpdate, setDisabledAt } from './person-store.ts'
import { listRoleHistory, lockAdministrators } from './role-store.ts'
import { deleteSessions } from './session-store.ts'

/**
 * Closes an account: whoever is signed in with it is out at once, and nobody gets in. Its roles and what it did stay.
 * @throws Refusal `people.no_such_person`, `people.may_not_manage`, `people.reason_missing`,
 *   `people.last_administrator`, `people.disabled_already`
 */
export async function disablePerson(
  ctx: Ctx<PeopleTables>,
  { personId, reason }: { personId: string; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockAdministrators(ctx.db)
    const current = await rolesToManage(ctx, personId)
    if (reason.trim() === '') throw new Refusal('invalid', 'people.reason_missing')
    const administers = current.filter(({ role }) => role === 'administrator')
    await checkAnotherAdministrator(ctx, administers)
    const done = await setDisabledAt(ctx.db, { id: personId, disabledAt: ctx.now, now: ctx.now })
    if (!done) throw new Refusal('conflict', 'people.disabled_already')
    await deleteSessions(ctx.db, personId)
    await forgetDevices(ctx.db, personId)
    await record(ctx, 'person.disabled', `person:${personId}`, { reason: reason.trim() })
  })
}

/**
 * Opens a closed account again.
 * @throws Refusal `people.no_such_person`, `people.may_not_manage`, `people.enabled_already`
 */
export function enablePerson(ctx: Ctx<PeopleTables>, personId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await rolesToManage(ctx, personId)
    const done = await setDisabledAt(ctx.db, { id: personId, disabledAt: null, now: ctx.now })
    if (!done) throw new Refusal('conflict', 'people.enabled_already')
    await record(ctx, 'person.enabled', `person:${personId}`)
  })
}

/**
 * Takes the second factor from somebody who lost it, so that they can set up another with their password. They are
 * signed out everywhere. Nobody does this for himself: a stolen sign-in would be worth the whole account.
 * @throws Refusal `people.no_such_person`, `people.may_not_manage`, `people.not_for_oneself`, `people.no_second_factor`
 */
export function clearSecondFactor(ctx: Ctx<PeopleTables>, personId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await rolesToManage(ctx, personId)
    if (personId === ctx.actor.id) throw new Refusal('forbidden', 'people.not_for_oneself')
    if (!(await deleteSecondFactor(ctx.db, personId, ctx.now)))
      throw new Refusal('conflict', 'people.no_second_factor')
    await deleteSessions(ctx.db, personId)
    await forgetDevices(ctx.db, personId)
    await record(ctx, 'second_factor.cleared', `person:${personId}`)
  })
}

/** The roles that the person holds today or will hold. */
async function rolesToManage(ctx: Ctx<PeopleTables>, personId: string): Promise<RoleHoldingRow[]> {
  const person = await findPersonForUpdate(ctx.db, personId)
  if (!person) throw new Refusal('not_found', 'people.no_such_person')
  const today = dayOf(ctx.now)
  const history = await listRoleHistory(ctx.db, personId)
  const current = history.filter(({ validTo }) => validTo === null || validTo > today)
  // Somebody who holds nothing any more still belongs to those who administer where he held something.
  if (!mayManagePerson(ctx.actor, current.length > 0 ? current : history))
    throw new Refusal('forbidden', 'people.may_not_manage')
  return current
}
