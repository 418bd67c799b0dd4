import { listPapers, type PaperWithPages } from '#modules/producers/index.ts'
import { listProducts } from '#modules/products/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { BuyerPackPaperRow, BuyerPackProductRow, BuyerPackTables } from './buyer-pack-tables.ts'
import type { PackContent, PackFaults } from './pack-form.ts'
import { holdPapers } from './pack-store.ts'

interface Of {
  packId: string
  producerId: string
}

/**
 * The rows of what was chosen, each paper in its newest issue, or what is wrong with the choice. The papers stay as they
 * are to the end of the transaction.
 */
export async function ownContents(
  ctx: Ctx<BuyerPackTables>,
  { packId, producerId }: Of,
  { products, paperIds }: PackContent,
): Promise<{ products: BuyerPackProductRow[]; papers: BuyerPackPaperRow[] } | { faults: PackFaults }> {
  await holdPapers(ctx.db, producerId)
  const own = new Set((await listOwnProducts(ctx, producerId)).map(({ id }) => id))
  const vault = await listPapers(ctx.db, producerId)
  const newest = paperIds.map((id) => newestIssue(vault, id))
  const faults: PackFaults = {
    ...(products.some(({ productId }) => !own.has(productId)) && { products: 'product_unknown' }),
    ...(newest.some((paper) => !paper || paper.pages.length === 0) && { papers: 'paper_unknown' }),
  }
  if (Object.keys(faults).length > 0) return { faults }
  const ids = [...new Set(newest.flatMap((paper) => paper?.id ?? []))]
  return {
    products: products.map((product) => ({ packId, producerId, ...product })),
    papers: ids.map((paperId) => ({ packId, producerId, paperId })),
  }
}

/** The issue that took a paper's place last; the paper itself where none did, undefined where it is not in the vault. */
export function newestIssue(vault: readonly PaperWithPages[], id: string): PaperWithPages | undefined {
  const paper = vault.find((one) => one.id === id)
  return paper?.replacedById ? newestIssue(vault, paper.replacedById) : paper
}

const most = 500

/** A producer's products by their names. */
export function listOwnProducts({ db }: Pick<Ctx<BuyerPackTables>, 'db'>, producerId: string) {
  return listProducts(db, { reach: { paths: [], ids: [producerId] } }, { limit: most })
}
