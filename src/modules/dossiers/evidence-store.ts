import type { Kysely } from 'kysely'
import { listPaperPages, type PaperPage, type PaperKind as VaultKind } from '#modules/producers/index.ts'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from './dossier-store.ts'

/** A citation: a paper of the producer's vault that proves something in a dossier. */
export interface EvidenceRow {
  id: string
  dossierId: string
  criterion: string | null
  paperKind: string | null
  paperId: string
  title: string
  addedAt: Date
  removedAt: Date | null
}

/** A citation with its paper; what is said of a file is its first page's. */
export interface Evidence extends Omit<EvidenceRow, 'removedAt'>, Omit<PaperPage, 'position'> {
  pages: PaperPage[]
  /** What the vault holds the paper for. */
  vaultKind: VaultKind
  validTo: Day | null
  /** The newer issue that took its place in the vault. */
  replacedById: string | null
}

export async function insertEvidence(
  db: Kysely<DossierTables>,
  evidence: Omit<EvidenceRow, 'removedAt'>,
): Promise<void> {
  await db
    .insertInto('dossierEvidence')
    .values({ ...evidence, removedAt: null })
    .execute()
}

/** The evidence in the dossier now, with its papers, in the order in which it was added. */
export async function listEvidence(db: Kysely<DossierTables>, dossierId: string): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('dossierEvidence as evidence')
    .innerJoin('producerPaper as paper', 'paper.id', 'evidence.paperId')
    .selectAll('evidence')
    .select(['paper.kind as vaultKind', 'paper.validTo', 'paper.replacedById'])
    .where('evidence.dossierId', '=', dossierId)
    .where('evidence.removedAt', 'is', null)
    .orderBy('evidence.addedAt')
    .orderBy('evidence.id')
    .execute()
  const pages = await listPaperPages(
    db,
    rows.map(({ paperId }) => paperId),
  )
  return rows.map(({ removedAt, ...row }) => withPages(row, pages))
}

type Citation = Omit<Evidence, 'pages' | 'fileId' | 'sha256' | 'size' | 'contentType' | 'name'>

function withPages(row: Citation, all: readonly PaperPage[]): Evidence {
  const pages = all.filter(({ paperId }) => paperId === row.paperId)
  const [first] = pages
  if (!first) throw new Error(`paper ${row.paperId} is cited and has no page`)
  const { position, ...file } = first
  return { ...row, ...file, pages }
}

/** A citation with the file of one of its paper's pages, the first unless said; also one that was taken out. */
export function findEvidence(
  db: Kysely<DossierTables>,
  { dossierId, evidenceId, page = 1 }: { dossierId: string; evidenceId: string; page?: number | undefined },
): Promise<(EvidenceRow & { fileId: string }) | undefined> {
  return db
    .selectFrom('dossierEvidence as evidence')
    .innerJoin('producerPaperPage as page', 'page.paperId', 'evidence.paperId')
    .selectAll('evidence')
    .select('page.fileId')
    .where('evidence.id', '=', evidenceId)
    .where('evidence.dossierId', '=', dossierId)
    .where('page.position', '=', page)
    .executeTakeFirst()
}

/** The citation of the paper in just this place, where there is one. The caller holds the dossier's lock. */
export function findCited(
  db: Kysely<DossierTables>,
  place: Pick<EvidenceRow, 'dossierId' | 'criterion' | 'paperKind' | 'paperId'>,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('dossierEvidence')
    .select('id')
    .where('dossierId', '=', place.dossierId)
    .where('paperId', '=', place.paperId)
    .where('criterion', 'is not distinct from', place.criterion)
    .where('paperKind', 'is not distinct from', place.paperKind)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
}

/** False when it had been taken out already. The row stays: earlier snapshots name its files. */
export async function markRemoved(db: Kysely<DossierTables>, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dossierEvidence')
    .set({ removedAt: now })
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
