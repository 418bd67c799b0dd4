import type { Kysely } from 'kysely'
import type { CouncilTables } from './council-tables.ts'
import { type DossierLabel, listLabels } from './dossier-label-store.ts'

export type { DossierLabel }

/** The labels of the dossiers, by their id. */
export async function labelDossiers(
  db: Kysely<CouncilTables>,
  ids: readonly string[],
): Promise<Map<string, DossierLabel>> {
  const labels = await listLabels(db, [...new Set(ids)])
  return new Map(labels.map((label) => [label.id, label]))
}
