import { criteriaOf } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf, isDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { insertFixList } from './fix-list-store.ts'
import { type FixReason, type FixTarget, fixReasons, isTarget } from './fix-target.ts'
import { lockForStep, refuseOldVersion } from './get-dossier.ts'
import { moveDossier } from './take-step.ts'
import { endsOn } from './working-days.ts'

export interface ItemToFix {
  target: FixTarget
  reason: FixReason
  note: string
}

/** What is wrong with a fix-list as it was filled in; `target` is the item it is about. */
export interface FixListFault {
  target: FixTarget | null
  fault: 'no_items' | 'unknown_target' | 'named_twice' | 'unknown_reason' | 'no_note' | 'due_too_early'
}

export interface Return {
  dossierId: string
  items: readonly ItemToFix[]
  /** By when the producer is asked to mend them; where nobody works that day, the next working day. */
  dueOn: Day
  /** The version that the officer looked at. */
  version?: number | undefined
}

/**
 * A commune officer returns the dossier with a list of what to mend. Only those parts open again, and the commune's
 * clock stands still until it is sent back.
 * @throws Refusal `invalid` with `faults` when the list cannot be sent
 */
export function returnDossier(ctx: Ctx<DossierTables>, input: Return): Promise<{ dueOn: Day }> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, to } = await lockForStep(ctx, input.dossierId, 'return')
    refuseOldVersion(dossier, input.version)
    if (to !== 'returned') throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
    const facts = await keepFixList(ctx, dossier, { ...input, level: 'commune' })
    const change = { pausedOn: dayOf(ctx.now) }
    await moveDossier(ctx, { dossier, step: 'return', to, change, facts })
    return { dueOn: facts.dueOn }
  })
}

/**
 * Keeps the list with the dossier and gives back the facts for its event.
 * @throws Refusal `invalid` with `faults`
 */
export async function keepFixList(
  ctx: Ctx<DossierTables>,
  dossier: Dossier,
  { items, dueOn, level }: Pick<Return, 'items' | 'dueOn'> & { level: 'commune' | 'province' },
): Promise<{ fixListId: string; dueOn: Day; items: readonly ItemToFix[] }> {
  const criteria = new Set(criteriaOf(await criteriaOfDossier(ctx.db, dossier)).map(({ code }) => code))
  const parts = { criteria, byProvince: level === 'province' }
  const faults = faultsOfFixList({ items, dueOn }, parts, dayOf(ctx.now))
  if (faults.length > 0) throw new Refusal('invalid', 'dossiers.fix_list_wrong', { faults })
  const id = newId(ctx.now.getTime())
  const lastDay = endsOn(dueOn)
  await insertFixList(ctx.db, {
    id,
    dossierId: dossier.id,
    level,
    dueOn: lastDay,
    createdBy: ctx.actor.id,
    createdAt: ctx.now,
    items: items.map(({ target, reason, note }) => ({
      id: newId(ctx.now.getTime()),
      target,
      reason,
      note: note.trim(),
      mendedAt: null,
      cannotMend: null,
    })),
  })
  return { fixListId: id, dueOn: lastDay, items }
}

/** What keeps a fix-list from being sent; none when it may. */
export function faultsOfFixList(
  { items, dueOn }: Pick<Return, 'items' | 'dueOn'>,
  parts: { criteria: ReadonlySet<string>; byProvince: boolean },
  today: Day,
): FixListFault[] {
  const faults: FixListFault[] = []
  if (items.length === 0) faults.push({ target: null, fault: 'no_items' })
  if (!isDay(dueOn) || dueOn < today) faults.push({ target: null, fault: 'due_too_early' })
  const seen = new Set<FixTarget>()
  for (const { target, reason, note } of items) {
    if (!isTarget(target, parts)) faults.push({ target, fault: 'unknown_target' })
    if (seen.has(target)) faults.push({ target, fault: 'named_twice' })
    if (!fixReasons.includes(reason)) faults.push({ target, fault: 'unknown_reason' })
    if (note.trim() === '') faults.push({ target, fault: 'no_note' })
    seen.add(target)
  }
  return faults
}
