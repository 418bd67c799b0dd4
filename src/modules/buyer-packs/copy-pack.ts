import type { Ctx } from '#platform/ctx.ts'
import type { BuyerPackTables } from './buyer-pack-tables.ts'
import { getOwnPack } from './get-pack.ts'
import { typedFromContent } from './pack-form.ts'
import { listContents } from './pack-store.ts'
import { addPack } from './write-pack.ts'

/**
 * The same products, papers and terms once more, for another buyer: whom it is for is left open, and it is not shared.
 * @param name what the copy is called
 * @throws Refusal as `getOwnPack`
 */
export async function copyPack(
  ctx: Ctx<BuyerPackTables>,
  { packId, name }: { packId: string; name: string },
): Promise<{ id: string }> {
  const pack = await getOwnPack(ctx, packId)
  const { products, papers } = await listContents(ctx.db, [packId])
  const paperIds = papers.map(({ paperId }) => paperId)
  const typed = typedFromContent({ ...pack, name: name.slice(0, 200), buyer: null, products, paperIds })
  return addPack(ctx, { producerId: pack.producerId, typed, isDemo: pack.isDemo })
}
