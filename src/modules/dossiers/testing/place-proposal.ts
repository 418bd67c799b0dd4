import type { Ctx } from '#platform/ctx.ts'
import { type DossierTables, findDossier } from '../dossier-store.ts'
import { arrivalAtProvince } from '../rounds/place-in-round.ts'

/** Gives a dossier that a test wrote as a row what its proposal would have given it on the day of the ctx. */
export async function placeProposal(ctx: Ctx<DossierTables>, dossierId: string): Promise<void> {
  const dossier = await findDossier(ctx.db, dossierId)
  if (!dossier) throw new Error(`dossier ${dossierId} is gone`)
  const arrival = await arrivalAtProvince(ctx, dossier, 'proposed')
  await ctx.db.updateTable('dossier').set(arrival).where('id', '=', dossierId).execute()
}
