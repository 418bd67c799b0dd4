import type { Kysely } from 'kysely'
import { findDossier } from '#modules/dossiers/index.ts'
import { findProducer } from '#modules/producers/index.ts'
import { findProduct } from '#modules/products/index.ts'
import type { CouncilTables } from './council-tables.ts'

/** What a dossier is called wherever the council names it. */
export interface DossierLabel {
  id: string
  code: string
  kind: 'first' | 'upgrade' | 'reassessment'
  product: string
  producer: string
  unitPath: string
  criteriaSetId: string
  isDemo: boolean
}

/** The labels of the dossiers, by their id. */
export async function labelDossiers(
  db: Kysely<CouncilTables>,
  ids: readonly string[],
): Promise<Map<string, DossierLabel>> {
  const labels = new Map<string, DossierLabel>()
  for (const id of new Set(ids)) {
    const dossier = await findDossier(db, id)
    if (!dossier) continue
    const product = await findProduct(db, dossier.productId)
    const producer = await findProducer(db, dossier.producerId)
    const { code, kind, unitPath, criteriaSetId, isDemo } = dossier
    const named = { product: product?.name ?? code, producer: producer?.name ?? '' }
    labels.set(id, { id, code, kind, unitPath, criteriaSetId, isDemo, ...named })
  }
  return labels
}
