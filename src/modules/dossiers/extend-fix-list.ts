import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf, isDay } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { findOpenFixList, moveFixListDue } from './fix-list-store.ts'
import { lockForStep } from './get-dossier.ts'
import { endsOn } from './working-days.ts'

export interface Extension {
  dossierId: string
  /** The new last day, moved on to a working day; later than the present one and not in the past. */
  dueOn: Day
  reason: string
}

/**
 * Who returned a dossier gives its producer more time, saying why. The commune's clock stands still as before.
 * @throws Refusal `invalid` with `faults` by field
 */
export function extendFixList(ctx: Ctx<DossierTables>, input: Extension): Promise<{ dueOn: Day }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier } = await lockForStep(ctx, input.dossierId, 'go_on')
    const fixList = await findOpenFixList(ctx.db, dossier.id)
    if (!fixList) throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
    const dueOn = isDay(input.dueOn) ? endsOn(input.dueOn) : input.dueOn
    const reason = input.reason.trim()
    const later = isDay(dueOn) && dueOn > fixList.dueOn && dueOn >= dayOf(ctx.now)
    const faults = { ...(later ? {} : { dueOn: 'not_later' }), ...(reason ? {} : { reason: 'no_reason' }) }
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'dossiers.extension_wrong', { faults })
    await moveFixListDue(ctx.db, fixList.id, dueOn)
    const { id: fixListId, level, dueOn: before } = fixList
    const facts = { fixListId, level, before, dueOn, reason }
    await record(ctx, 'dossier.fix_list_extended', `dossier:${dossier.id}`, facts)
    return { dueOn }
  })
}
