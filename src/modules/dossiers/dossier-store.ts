import type { Generated, Kysely } from 'kysely'
import type { ConsultantTables } from '#modules/consultants/index.ts'
import type { RegulationTables } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import type { CommuneAssessmentRow } from './assessment-store.ts'
import type { FieldAuthorRow } from './author-store.ts'
import type { DeskBatchLineRow, DeskBatchRow } from './batch/batch-store.ts'
import type { Changes } from './changes.ts'
import type { CommunePaperRow } from './commune-paper-store.ts'
import type { EvidenceRow } from './evidence-store.ts'
import type { FixItemRow, FixListRow } from './fix-list-store.ts'
import type { FixTarget } from './fix-target.ts'
import type { LookUpCodeRow } from './look-up-store.ts'
import type { Registration } from './registration.ts'
import type { Report } from './report.ts'
import type { RoundCarryRow } from './rounds/carry-store.ts'
import type { AssessmentRoundRow } from './rounds/round-store.ts'
import type { SiteCheckRow } from './rounds/site-check-store.ts'
import type { SignatureRow } from './signature-store.ts'
import type { SnapshotRow } from './snapshot-store.ts'
import { closedStates, type DossierState } from './workflow.ts'

export type DossierKind = 'first' | 'upgrade' | 'reassessment'

export interface DossierRow {
  id: string
  code: string
  productId: string
  producerId: string
  kind: DossierKind
  regimeId: string
  criteriaSetId: string
  criteriaDigest: string
  state: DossierState
  /** The commune in which the dossier was filed; it stays that of its day. */
  unitPath: string
  communeReceipt: string | null
  provinceReceipt: string | null
  productCode: string | null
  submittedAt: Date | null
  receivedOn: Day | null
  dueOn: Day | null
  /** Since when the commune's clock stands still. */
  pausedOn: Day | null
  holderId: string | null
  roundId: string | null
  /** The day of the commune's first proposal, which decides the round. */
  proposedOn: Day | null
  /** Since when the province has the whole proposal; null while it is returned. */
  completeOn: Day | null
  registration: string
  report: string
  /** The dossier of the last assessment of this product, from which parts were taken. */
  followsId: string | null
  /** The business plan from which the forms were filled in, if it was opened from one. */
  planId: string | null
  /** The parts that were taken from it and that the producer has not looked at yet: a list of targets. */
  carried: Generated<string>
  /** What has changed since the recognition, in an upgrade or a reassessment. */
  changes: Generated<string>
  version: number
  createdBy: string | null
  createdAt: Date
  updatedAt: Date
  isDemo: Generated<boolean>
  /** An officer of the commune types it in for a household, at the counter. */
  atCounter: Generated<boolean>
}

export interface AnswerRow {
  dossierId: string
  criterion: string
  /** 0 is the answer "none of these". */
  optionNo: number
  note: Generated<string>
}

/** The tables that this module may touch: its own, and the platform's; those of the modules before it it only reads. */
export interface DossierTables extends ConsultantTables, RegulationTables {
  dossier: DossierRow
  dossierAnswer: AnswerRow
  dossierEvidence: EvidenceRow
  dossierLookUp: LookUpCodeRow
  dossierSignature: SignatureRow
  dossierSnapshot: SnapshotRow
  fixList: FixListRow
  fixItem: FixItemRow
  communeAssessment: CommuneAssessmentRow
  communePaper: CommunePaperRow
  dossierFieldAuthor: FieldAuthorRow
  assessmentRound: AssessmentRoundRow
  roundCarry: RoundCarryRow
  siteCheck: SiteCheckRow
  deskBatch: DeskBatchRow
  deskBatchLine: DeskBatchLineRow
}

export interface Dossier
  extends Omit<DossierRow, 'registration' | 'report' | 'isDemo' | 'atCounter' | 'carried' | 'changes'> {
  registration: Partial<Registration>
  report: Partial<Report>
  carried: FixTarget[]
  changes: Partial<Changes>
  isDemo: boolean
  atCounter: boolean
}

export async function findDossier(db: Kysely<DossierTables>, id: string): Promise<Dossier | undefined> {
  const row = await db.selectFrom('dossier').selectAll().where('id', '=', id).executeTakeFirst()
  return row as Dossier | undefined
}

/** The dossier of the product that is before the programme now; there is one at most. */
export function findOpenDossier(
  db: Kysely<DossierTables>,
  productId: string,
): Promise<{ id: string; code: string } | undefined> {
  return db
    .selectFrom('dossier')
    .select(['id', 'code'])
    .where('productId', '=', productId)
    .where('state', 'not in', closedStates)
    .executeTakeFirst()
}

/** The dossier that was opened from the business plan and not withdrawn; there is one at most. */
export function findDossierOfPlan(
  db: Kysely<DossierTables>,
  planId: string,
): Promise<{ id: string; code: string; state: DossierState } | undefined> {
  return db
    .selectFrom('dossier')
    .select(['id', 'code', 'state'])
    .where('planId', '=', planId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
}

/** The dossier, locked to the end of the transaction: whoever comes second sees what the first has done. */
export async function findDossierForUpdate(
  db: Kysely<DossierTables>,
  id: string,
): Promise<Dossier | undefined> {
  const row = await db.selectFrom('dossier').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row as Dossier | undefined
}

export type NewDossier = Omit<
  Dossier,
  | 'state'
  | 'communeReceipt'
  | 'provinceReceipt'
  | 'productCode'
  | 'submittedAt'
  | 'receivedOn'
  | 'dueOn'
  | 'pausedOn'
  | 'holderId'
  | 'roundId'
  | 'proposedOn'
  | 'completeOn'
  | 'version'
  | 'updatedAt'
  | 'carried'
  | 'changes'
>

/** False when the product already has an open dossier: the index decides, not a look beforehand. */
export async function insertDossier(db: Kysely<DossierTables>, dossier: NewDossier): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('dossier')
    .values({
      ...dossier,
      registration: JSON.stringify(dossier.registration),
      report: JSON.stringify(dossier.report),
      state: 'draft',
      version: 1,
      updatedAt: dossier.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What a change may write; the version and the moment are written with it. */
export type DossierChange = Partial<
  Pick<
    DossierRow,
    | 'state'
    | 'communeReceipt'
    | 'provinceReceipt'
    | 'productCode'
    | 'submittedAt'
    | 'receivedOn'
    | 'dueOn'
    | 'pausedOn'
    | 'holderId'
    | 'roundId'
    | 'proposedOn'
    | 'completeOn'
    | 'registration'
    | 'report'
  >
> & { carried?: string; changes?: string }

/**
 * Writes the change over exactly the version that was read. False when somebody else has changed the dossier since.
 */
export async function updateDossier(
  db: Kysely<DossierTables>,
  { id, version, state }: Pick<Dossier, 'id' | 'version' | 'state'>,
  change: DossierChange,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dossier')
    .set({ ...change, version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
