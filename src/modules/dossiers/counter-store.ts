import type { Kysely } from 'kysely'
import { unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { DossierTables } from './dossier-store.ts'
import type { DossierState } from './workflow.ts'

export interface CounterDossier {
  id: string
  code: string
  state: DossierState
  productName: string
  producerName: string
  isDemo: boolean
}

const MOST = 100

/** What waits at the counters of the officer: drafts, and dossiers that came back to be mended; the oldest first. */
export async function listCounterDossiers(
  db: Kysely<DossierTables>,
  actor: Actor,
): Promise<CounterDossier[]> {
  const paths = unitPathsOf(actor, 'commune_officer')
  if (paths.length === 0) return []
  const rows = await db
    .selectFrom('dossier')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .innerJoin('producer', 'producer.id', 'dossier.producerId')
    .select(['dossier.id', 'dossier.code', 'dossier.state', 'dossier.isDemo'])
    .select(['product.name as productName', 'producer.name as producerName'])
    .where('dossier.atCounter', '=', true)
    .where('dossier.unitPath', 'in', paths)
    .where('dossier.state', 'in', ['draft', 'returned', 'returned_by_province'])
    .orderBy('dossier.createdAt')
    .orderBy('dossier.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({ ...row, isDemo: Boolean(row.isDemo) }))
}
