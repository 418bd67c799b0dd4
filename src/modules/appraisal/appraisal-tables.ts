import type { ColumnType, Generated } from 'kysely'
import type { DossierTables } from '#modules/dossiers/index.ts'
import type { Day } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import type { Team } from './appraisal-rights.ts'
import type { TestResult, TestState } from './extra-tests/extra-test-form.ts'
import type { FrozenReport } from './report/frozen-report.ts'
import type { ReportContent } from './report/report-content.ts'
import type { LotState, MoveKind } from './samples/move-kinds.ts'

export interface AppraisalReportRow {
  id: string
  dossierId: string
  team: Team
  content: ColumnType<ReportContent, string, string>
  version: number
  startedBy: string | null
  startedAt: Date
  savedBy: string | null
  savedAt: Date
  signedBy: string | null
  signedAt: Date | null
  /** What was signed, and its digest: drawn from here ever after. */
  frozen: ColumnType<FrozenReport | null, string | null, string>
  digest: string | null
  isDemo: Generated<boolean>
}

export interface AppraisalPhotoRow {
  id: string
  reportId: string
  fileId: string
  caption: string
  addedBy: string | null
  addedAt: Date
}

export interface ExtraTestRow {
  id: string
  dossierId: string
  what: string
  /** Which laboratory, where the team names one. */
  place: string
  reason: string
  dueOn: Day
  state: TestState
  askedBy: string | null
  askedAt: Date
  fileId: string | null
  number: string | null
  issuedOn: Day | null
  handedInBy: string | null
  handedInAt: Date | null
  result: TestResult | null
  note: string | null
  receivedBy: string | null
  receivedAt: Date | null
  cancelReason: string | null
  cancelledBy: string | null
  cancelledAt: Date | null
}

/** Units of a product that came with its dossier. All units that were received are in one of the six counts. */
export interface SampleLotRow {
  id: string
  code: string
  dossierId: string
  provincePath: string
  state: LotState
  received: number
  kept: number
  tasted: number
  tested: number
  returned: number
  destroyed: number
  lost: number
  sealNo: string | null
  place: string | null
  condition: string | null
  /** In whose hands the units are. */
  keeperId: string
  version: number
  createdAt: Date
  isDemo: boolean
}

export interface SampleMoveRow {
  id: string
  lotId: string
  no: number
  kind: MoveKind
  units: number
  /** Who handed over, or who was handed to, as it was written down. */
  counterpart: string | null
  sealNo: string | null
  place: string | null
  condition: string | null
  reason: string | null
  /** What stands on the units at the tasting in place of their name. */
  blindCode: string | null
  movedBy: string | null
  movedAt: Date
}

/** The tables that this module may touch: its own and the platform's; those of the modules before it it only reads. */
export interface AppraisalTables extends DossierTables, EventTables {
  appraisalReport: AppraisalReportRow
  appraisalPhoto: AppraisalPhotoRow
  extraTest: ExtraTestRow
  sampleLot: SampleLotRow
  sampleMove: SampleMoveRow
}
