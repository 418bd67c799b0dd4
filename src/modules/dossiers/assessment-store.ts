import type { Kysely } from 'kysely'
import type { CommuneReport } from './commune-contents.ts'
import type { DossierTables } from './dossier-store.ts'

export interface CommuneAssessmentRow {
  dossierId: string
  materialOrigin: string
  localLabour: string
  ideaOrigin: string
  localIdentity: string
  proposal: string
  /** Units of the product that came with the dossier; null where none are asked for. */
  samples: number | null
  assessedBy: string | null
  assessedAt: Date
}

export interface CommuneAssessment extends CommuneReport {
  dossierId: string
  samples: number | null
  assessedBy: string | null
  assessedAt: Date
}

/** The commune's report of Form 03, or undefined before there is one. */
export async function findAssessment(
  db: Kysely<DossierTables>,
  dossierId: string,
): Promise<CommuneAssessment | undefined> {
  const row = await db
    .selectFrom('communeAssessment')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .executeTakeFirst()
  return row as CommuneAssessment | undefined
}

/** Keeps the commune's report, in place of an earlier one; the events keep what that said. */
export async function saveAssessment(
  db: Kysely<DossierTables>,
  { dossierId, assessedBy, assessedAt, proposal, samples, ...findings }: CommuneAssessment,
): Promise<void> {
  const row = {
    materialOrigin: JSON.stringify(findings.materialOrigin),
    localLabour: JSON.stringify(findings.localLabour),
    ideaOrigin: JSON.stringify(findings.ideaOrigin),
    localIdentity: JSON.stringify(findings.localIdentity),
    proposal,
    samples,
    assessedBy,
    assessedAt,
  }
  await db
    .insertInto('communeAssessment')
    .values({ dossierId, ...row })
    .onConflict((conflict) => conflict.column('dossierId').doUpdateSet(row))
    .execute()
}
