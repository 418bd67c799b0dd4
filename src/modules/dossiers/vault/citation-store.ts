import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from '../dossier-store.ts'
import type { DossierState } from '../workflow.ts'

/** Where a paper of the vault is cited now. */
export interface CitationOfPaper {
  paperId: string
  evidenceId: string
  criterion: string | null
  paperKind: string | null
  dossierId: string
  code: string
  state: DossierState
  regimeId: string
  submittedAt: Date | null
  producerId: string
  unitPath: string
  productId: string
  productName: string
}

/** The citations of a producer's papers, by dossier and then as they were added. */
export function listCitations(db: Kysely<DossierTables>, producerId: string): Promise<CitationOfPaper[]> {
  return citations(db).where('dossier.producerId', '=', producerId).execute()
}

/** The citations of these papers. */
export function listCitationsOf(
  db: Kysely<DossierTables>,
  paperIds: readonly string[],
): Promise<CitationOfPaper[]> {
  if (paperIds.length === 0) return Promise.resolve([])
  return citations(db).where('evidence.paperId', 'in', paperIds).execute()
}

function citations(db: Kysely<DossierTables>) {
  return db
    .selectFrom('dossierEvidence as evidence')
    .innerJoin('dossier', 'dossier.id', 'evidence.dossierId')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .select(['evidence.paperId', 'evidence.id as evidenceId', 'evidence.criterion', 'evidence.paperKind'])
    .select(['dossier.id as dossierId', 'dossier.code', 'dossier.state', 'dossier.regimeId'])
    .select(['dossier.submittedAt', 'dossier.producerId', 'dossier.unitPath', 'dossier.productId'])
    .select('product.name as productName')
    .where('evidence.removedAt', 'is', null)
    .orderBy('dossier.createdAt', 'desc')
    .orderBy('evidence.addedAt')
    .orderBy('evidence.id')
}

/** Whether a dossier that was handed in names the paper, or named it at a submission: then its pages never change. */
export async function isHandedIn(db: Kysely<DossierTables>, paperId: string): Promise<boolean> {
  const found = await db
    .selectFrom('dossierEvidence as evidence')
    .innerJoin('dossier', 'dossier.id', 'evidence.dossierId')
    .select('evidence.id')
    .where('evidence.paperId', '=', paperId)
    .where('dossier.submittedAt', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}

/** The drafts that cite the paper, locked: none of them is handed in meanwhile. */
export function lockDraftsCiting(
  db: Kysely<DossierTables>,
  paperId: string,
): Promise<{ id: string; code: string }[]> {
  return db
    .selectFrom('dossier')
    .select(['id', 'code'])
    .where('state', '=', 'draft')
    .where('submittedAt', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('dossierEvidence as evidence')
          .select('evidence.id')
          .whereRef('evidence.dossierId', '=', 'dossier.id')
          .where('evidence.paperId', '=', paperId),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
}

interface DraftCitation {
  id: string
  dossierId: string
  title: string
  criterion: string | null
  paperKind: string | null
}

/** Takes the paper out of drafts, which nothing has frozen yet; says what it stood for. */
export function deleteDraftCitations(
  db: Kysely<DossierTables>,
  { paperId, dossierIds }: { paperId: string; dossierIds: readonly string[] },
): Promise<DraftCitation[]> {
  if (dossierIds.length === 0) return Promise.resolve([])
  return db
    .deleteFrom('dossierEvidence')
    .where('paperId', '=', paperId)
    .where('dossierId', 'in', dossierIds)
    .returning(['id', 'dossierId', 'title', 'criterion', 'paperKind'])
    .execute()
}

/** Lets drafts cite the newer issue of a paper where they cite the old; says in which this was so. */
export async function renewDraftCitations(
  db: Kysely<DossierTables>,
  { paperId, byId, dossierIds }: { paperId: string; byId: string; dossierIds: readonly string[] },
): Promise<string[]> {
  if (dossierIds.length === 0) return []
  const renewed = await db
    .updateTable('dossierEvidence')
    .set({ paperId: byId })
    .where('paperId', '=', paperId)
    .where('dossierId', 'in', dossierIds)
    .where('removedAt', 'is', null)
    .returning('dossierId')
    .execute()
  return [...new Set(renewed.map(({ dossierId }) => dossierId))]
}

/** A paper that runs out. */
export interface EndingPaperRow {
  paperId: string
  producerId: string
  validTo: Day
}

/** The papers that were not replaced and end in this span of days, the earliest first. */
export function listEnding(
  db: Kysely<DossierTables>,
  { from, to }: { from: Day; to: Day },
): Promise<EndingPaperRow[]> {
  return db
    .selectFrom('producerPaper as paper')
    .select(['paper.id as paperId', 'paper.producerId', sql<Day>`paper.valid_to`.as('validTo')])
    .where('paper.validTo', '>=', from)
    .where('paper.validTo', '<=', to)
    .where('paper.replacedById', 'is', null)
    .orderBy('paper.validTo')
    .orderBy('paper.id')
    .execute()
}
