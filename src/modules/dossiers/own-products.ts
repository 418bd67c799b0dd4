import { producerIdsOf } from '#modules/people/index.ts'
import { type ListedProduct, listProducts } from '#modules/products/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'

const MOST = 200

/** The products that the actor may file a dossier for. @throws Refusal `forbidden` for who acts for no producer */
export async function ownProducts({
  db,
  actor,
}: Pick<Ctx<DossierTables>, 'db' | 'actor'>): Promise<ListedProduct[]> {
  const ids = producerIdsOf(actor)
  if (ids.length === 0) throw new Refusal('forbidden', 'dossiers.for_producers')
  return listProducts(db, { reach: { paths: [], ids } }, { limit: MOST })
}
