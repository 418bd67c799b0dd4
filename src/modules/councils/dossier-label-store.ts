import { type Kysely, sql } from 'kysely'
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

/** The labels of the dossiers that there are, in one reading. */
export async function listLabels(db: Kysely<CouncilTables>, ids: readonly string[]): Promise<DossierLabel[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<DossierLabel>`
    select dossier.id, dossier.code, dossier.kind, dossier.unit_path, dossier.criteria_set_id, dossier.is_demo,
      coalesce(product.name, dossier.code) as product, coalesce(producer.name, '') as producer
    from dossier
    left join product on product.id = dossier.product_id
    left join producer on producer.id = dossier.producer_id
    where dossier.id = any(${ids}::uuid[])`.execute(db)
  return rows
}
