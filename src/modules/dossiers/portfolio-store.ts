import type { Kysely } from 'kysely'
import type { PaperKind } from '#modules/producers/index.ts'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from './dossier-store.ts'

export interface EndingPaper {
  producerId: string
  kind: PaperKind
  validTo: Day
}

/** The papers of these producers that run out by that day, or have run out, the earliest first. */
export async function listEndingPapers(
  db: Kysely<DossierTables>,
  producerIds: readonly string[],
  until: Day,
): Promise<EndingPaper[]> {
  if (producerIds.length === 0) return []
  const rows = await db
    .selectFrom('producerPaper')
    .select(['producerId', 'kind', 'validTo'])
    .where('producerId', 'in', [...producerIds])
    .where('validTo', 'is not', null)
    .where('validTo', '<=', until)
    .orderBy('validTo')
    .execute()
  return rows.flatMap(({ producerId, kind, validTo }) => (validTo ? [{ producerId, kind, validTo }] : []))
}
