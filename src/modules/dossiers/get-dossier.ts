import type { Actor, Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Dossier, type DossierTables, findDossier, findDossierForUpdate } from './dossier-store.ts'
import { mandateFor, mandateForFiles, type Writer, writerOf } from './dossier-writer.ts'
import { type FixList, findOpenFixList } from './fix-list-store.ts'
import { type FixTarget, mayChange } from './fix-target.ts'
import { mayRead } from './reach.ts'
import { type DossierState, type Step, stepFrom, stepsOpenTo, takersOf, takesPart } from './workflow.ts'

type ReadCtx = Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>

/**
 * The dossier, for whoever may read it, and for a consultant while a mandate for its product is in force.
 * @throws Refusal `not_found` for anybody else
 */
export async function getDossier(ctx: ReadCtx, id: string): Promise<Dossier> {
  return readable(ctx, isId(id) ? await findDossier(ctx.db, id) : undefined)
}

/** The dossier, locked, for whoever may read it. */
export async function lockDossier(ctx: ReadCtx, id: string): Promise<Dossier> {
  return readable(ctx, isId(id) ? await findDossierForUpdate(ctx.db, id) : undefined)
}

/**
 * The dossier, locked, for the actor to take a step with it.
 * @throws Refusal `not_found` out of reach, `forbidden` for another role, `conflict` where the step does not lead on
 */
export async function lockForStep(
  ctx: ReadCtx,
  id: string,
  step: Step,
): Promise<{ dossier: Dossier; to: DossierState }> {
  const dossier = await lockDossier(ctx, id)
  return { dossier, to: stepOf(ctx.actor, dossier, step) }
}

/**
 * Where the step leads that this actor is about to take.
 * @throws Refusal `forbidden` for another role, `conflict` where the step does not lead on
 */
export function stepOf(actor: Actor, dossier: Dossier, step: Step): DossierState {
  const to = stepFrom(dossier.state, step)
  if (to && stepsOpenTo(actor, dossier).includes(step)) return to
  const everTakes = takersOf(step).some((role) => takesPart(actor, role, dossier))
  if (to || !everTakes) throw new Refusal('forbidden', 'dossiers.not_yours')
  throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state, step })
}

/**
 * The dossier, locked, for the producer, or a consultant under its mandate, to change a part of it; with the fix-list
 * that unlocks it, if it is returned. `mayChangePart` and `mayChangeFiles` know what is open to this writer.
 * @param version the version that the form was filled in on; left out where the change cannot overwrite another
 * @throws Refusal `conflict` when the part is closed, or the dossier was changed since that version
 */
export async function lockForChange(
  ctx: ReadCtx,
  { dossierId, version }: { dossierId: string; version?: number | undefined },
): Promise<{
  dossier: Dossier
  fixList: FixList | undefined
  writer: Writer
  mayChangePart: (target: FixTarget) => boolean
  mayChangeFiles: (target: FixTarget) => boolean
}> {
  const dossier = await lockDossier(ctx, dossierId)
  const writer = await writerOf(ctx, dossier, 'share')
  if (!writer) throw new Refusal('forbidden', 'dossiers.not_yours')
  if (!isOpenToProducer(dossier.state))
    throw new Refusal('conflict', 'dossiers.closed_for_changes', { state: dossier.state })
  refuseOldVersion(dossier, version)
  const fixList = await findOpenFixList(ctx.db, dossier.id)
  const open = new Set(fixList?.items.map(({ target }) => target))
  const isOpen = (target: FixTarget) => mayChange(dossier.state, open, target)
  return {
    dossier,
    fixList,
    writer,
    mayChangePart: (target) => isOpen(target) && mandateFor(writer, target) !== undefined,
    mayChangeFiles: (target) => isOpen(target) && mandateForFiles(writer, target) !== undefined,
  }
}

/** @throws Refusal `conflict` when somebody changed the dossier after this version of it was shown */
export function refuseOldVersion(dossier: Dossier, version: number | undefined): void {
  if (version !== undefined && version !== dossier.version)
    throw new Refusal('conflict', 'dossiers.changed_meanwhile', { version: dossier.version })
}

async function readable(ctx: ReadCtx, dossier: Dossier | undefined): Promise<Dossier> {
  if (dossier && (mayRead(ctx.actor, dossier) || (await writerOf(ctx, dossier)))) return dossier
  throw new Refusal('not_found', 'dossiers.unknown')
}

function isOpenToProducer(state: DossierState): boolean {
  return state === 'draft' || state === 'returned' || state === 'returned_by_province'
}
