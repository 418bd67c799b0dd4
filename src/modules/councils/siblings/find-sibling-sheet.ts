import type { Ctx } from '#platform/ctx.ts'
import type { CouncilTables } from '../council-tables.ts'
import { isSameVariant } from './same-variant.ts'
import { listOwnEarlierSheets, type OwnEarlierSheet } from './sibling-store.ts'

/**
 * The member's own latest sheet, handed in on this session or an earlier one, for the same product in another variant:
 * it may propose its marks for this dossier. Nobody else's sheet ever does. `sheetId`: just that one, which a desk
 * without a line may have proposed before a later one was handed in.
 */
export async function findSiblingSheet(
  ctx: Pick<Ctx<CouncilTables>, 'db'>,
  { sheetId, ...at }: { dossierId: string; memberId: string; sheetId?: string },
): Promise<OwnEarlierSheet | undefined> {
  const own = await listOwnEarlierSheets(ctx.db, at)
  const sibling = own.find(
    (one) => (!sheetId || one.sheetId === sheetId) && isSameVariant(one.product, one.productHere),
  )
  if (!sibling) return undefined
  const { productHere: _, ...sheet } = sibling
  return sheet
}
