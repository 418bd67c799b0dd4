import { type Dossier, findDossier } from '#modules/dossiers/index.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { handlesSamples, openStates, readsSamples } from '../appraisal-rights.ts'
import type { ReadCtx } from '../appraised-dossier.ts'
import { findLot, findLotForUpdate, type SampleLot } from './sample-store.ts'

/**
 * Whether the actor may know which lot a blind code stands for: until the council has scored, only who holds the units;
 * afterwards everybody who reads samples.
 */
export function seesCodes(actor: ReadCtx['actor'], lot: SampleLot, dossier: Pick<Dossier, 'state'>): boolean {
  const before = ['proposed', 'returned_by_province', ...openStates] as readonly string[]
  return lot.keeperId === actor.id || !before.includes(dossier.state)
}

/** A dossier whose samples the actor reads. @throws Refusal `not_found` for anybody else */
export async function getSampled(ctx: ReadCtx, dossierId: string): Promise<Dossier> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  if (!dossier?.productCode || !readsSamples(ctx.actor, dossier.unitPath))
    throw new Refusal('not_found', 'appraisal.unknown')
  return dossier
}

/** A lot with its dossier, for those who handle, oversee or audit samples there. @throws Refusal `not_found` */
export async function getLot(
  ctx: ReadCtx,
  lotId: string,
  lock?: 'update',
): Promise<{ lot: SampleLot; dossier: Dossier }> {
  const find = lock ? findLotForUpdate : findLot
  const lot = isId(lotId) ? await find(ctx.db, lotId) : undefined
  if (!lot) throw new Refusal('not_found', 'appraisal.lot_unknown')
  return { lot, dossier: await getSampled(ctx, lot.dossierId) }
}

/** @throws Refusal `forbidden` for who only reads samples there */
export function askToHandle(ctx: Pick<ReadCtx, 'actor'>, dossier: Dossier): void {
  if (!handlesSamples(ctx.actor, dossier.unitPath))
    throw new Refusal('forbidden', 'appraisal.does_not_handle_samples')
}
