import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import {
  type Dossier,
  type DossierChange,
  type DossierTables,
  findDossierForUpdate,
  updateDossier,
} from './dossier-store.ts'
import { arrivalAtProvince } from './rounds/place-in-round.ts'
import { type DossierState, eventOf, type Step, stepFrom } from './workflow.ts'

export interface StepToTake {
  dossierId: string
  step: Step
  facts?: Record<string, unknown>
}

/**
 * Moves a dossier along its workflow and records it. For other modules, whose operations have already decided whether
 * the actor may: this only says whether the step leads anywhere.
 * @throws Refusal `not_found`, or `conflict` where the table has no such step
 */
export function takeStep<Tables extends DossierTables>(
  ctx: Ctx<Tables>,
  { dossierId, step, facts = {} }: StepToTake,
): Promise<{ state: DossierState }> {
  return inTransaction(ctx as unknown as Ctx<DossierTables>, async (ctx) => {
    const dossier = isId(dossierId) ? await findDossierForUpdate(ctx.db, dossierId) : undefined
    if (!dossier) throw new Refusal('not_found', 'dossiers.unknown')
    const to = stepFrom(dossier.state, step)
    if (!to) throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state, step })
    await moveDossier(ctx, { dossier, step, to, facts })
    return { state: to }
  })
}

/** Writes the step's outcome over the version that was read and records the event; the caller holds the lock. */
export async function moveDossier(
  ctx: Ctx<DossierTables>,
  move: {
    dossier: Dossier
    step: Step
    to: DossierState
    change?: DossierChange
    facts?: Record<string, unknown>
  },
): Promise<void> {
  const { dossier, step, to, change = {}, facts = {} } = move
  const arrival = await arrivalAtProvince(ctx, dossier, to)
  await changeDossier(ctx, dossier, { ...change, ...arrival, state: to })
  await record(ctx, eventOf(step, to), `dossier:${dossier.id}`, { from: dossier.state, to, ...facts })
}

/** @throws Refusal `conflict` when somebody else was faster; the lock makes that all but impossible */
export async function changeDossier(
  ctx: Ctx<DossierTables>,
  dossier: Dossier,
  change: DossierChange,
): Promise<void> {
  if (!(await updateDossier(ctx.db, dossier, change, ctx.now)))
    throw new Refusal('conflict', 'dossiers.changed_meanwhile', { version: dossier.version })
}
