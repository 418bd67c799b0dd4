import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { clockAfter, clockEvents } from './clock.ts'
import { type Dossier, type DossierTables, findDossierForUpdate } from './dossier-store.ts'
import { listRunningClocks } from './due-store.ts'
import { changeDossier } from './take-step.ts'

/**
 * Computes the due days of the dossiers in communes anew: a year's official notice, added to the calendar, may name days
 * off that nobody knew when they were received. A day that was told never moves earlier. It may run any number of times;
 * answers how many days moved.
 */
export async function recomputeDueDays(ctx: Ctx<DossierTables>): Promise<number> {
  let moved = 0
  for (const id of await listRunningClocks(ctx.db)) {
    const hasMoved = await inTransaction(ctx, async (ctx) => {
      const dossier = await findDossierForUpdate(ctx.db, id)
      return dossier ? recompute(ctx, dossier) : false
    })
    if (hasMoved) moved += 1
  }
  return moved
}

async function recompute(ctx: Ctx<DossierTables>, dossier: Dossier): Promise<boolean> {
  const { id, dueOn: before, state, regimeId } = dossier
  if (!before || (state !== 'received' && state !== 'returned')) return false
  const moves = (await listEvents(ctx.db, `dossier:${id}`)).flatMap(({ name, at }) => {
    const step = clockEvents[name]
    return step ? [{ step, on: dayOf(at) }] : []
  })
  const { dueOn } = clockAfter(regimeId, moves)
  if (!dueOn || dueOn <= before) return false
  await changeDossier(ctx, dossier, { dueOn })
  await record(ctx, 'dossier.due_recomputed', `dossier:${id}`, { before, dueOn })
  return true
}
