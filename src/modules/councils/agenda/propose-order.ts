import { findDossier } from '#modules/dossiers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { gatherDossier, gatherMembers } from '../conflicts/gather-facts.ts'
import { knownConflict } from '../conflicts/known-conflict.ts'
import type { SeatedCouncil } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type Tasted, tastingOrder } from './tasting-order.ts'

/**
 * The order in which the council may taste these dossiers, with what is known of conflicts today, and those noted already
 * (`recused`, by dossier). Dossiers that do not exist come last, for the operation to refuse.
 */
export async function proposeOrder(
  ctx: Pick<Ctx<CouncilTables>, 'db' | 'now'>,
  council: SeatedCouncil,
  {
    dossierIds,
    recused = [],
  }: { dossierIds: readonly string[]; recused?: readonly { dossierId: string; personId: string }[] },
): Promise<string[]> {
  const members = await gatherMembers(ctx, council)
  const items: Tasted[] = []
  for (const dossierId of new Set(dossierIds)) {
    const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
    const facts = dossier && (await gatherDossier(ctx, council, dossierId))
    if (!dossier || !facts) continue
    const known = members.filter((member) => knownConflict(member, facts)).map(({ personId }) => personId)
    const noted = recused.filter((one) => one.dossierId === dossierId).map(({ personId }) => personId)
    items.push({ dossierId, code: dossier.code, set: dossier.criteriaSetId, recused: [...known, ...noted] })
  }
  const order = tastingOrder(items)
  return [...order, ...dossierIds.filter((id) => !order.includes(id))]
}
