import type { Kysely } from 'kysely'
import type { DossierTables } from './dossier-store.ts'

/** Who wrote a field of a dossier last, and under which mandate where a consultant did. */
export interface FieldAuthorRow {
  dossierId: string
  /** `registration.phone`, `report.history`, `changes.market`, `criterion:1.1`, `evidence:<id>`. */
  field: string
  personId: string | null
  mandateId: string | null
  writtenAt: Date
}

export async function noteAuthors(
  db: Kysely<DossierTables>,
  fields: readonly string[],
  by: Omit<FieldAuthorRow, 'field'>,
): Promise<void> {
  if (fields.length === 0) return
  await db
    .insertInto('dossierFieldAuthor')
    .values(fields.map((field) => ({ ...by, field })))
    .onConflict((conflict) =>
      conflict.columns(['dossierId', 'field']).doUpdateSet((row) => ({
        personId: row.ref('excluded.personId'),
        mandateId: row.ref('excluded.mandateId'),
        writtenAt: row.ref('excluded.writtenAt'),
      })),
    )
    .execute()
}

export function listAuthors(db: Kysely<DossierTables>, dossierId: string): Promise<FieldAuthorRow[]> {
  return db.selectFrom('dossierFieldAuthor').selectAll().where('dossierId', '=', dossierId).execute()
}
