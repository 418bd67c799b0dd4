import type { ColumnType, Generated } from 'kysely'
import type { AppraisalTables } from '#modules/appraisal/index.ts'
import type { PeopleTables } from '#modules/people/index.ts'
import type { Answers, CouncilRules, RegulationTables, StarMark, Trace } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import type { ConflictSource, Relation } from './conflicts/relations.ts'
import type { DiscussionTables } from './discussion/discussion-tables.ts'
import type { DocumentTables } from './documents/document-tables.ts'
import type { PaperSheetReadingRow, PaperSheetRow } from './paper-sheets/paper-sheet-tables.ts'
import type { Position } from './positions.ts'
import type { RecomputeTables } from './recompute/recompute-tables.ts'
import type { ResultInputs } from './result-inputs.ts'
import type { StageTables } from './screen/stage-store.ts'
import type { Minutes } from './session-minutes.ts'
import type { CarriedMarks } from './siblings/carried-mark.ts'
import type { Tally, VoteTables } from './votes/vote-tables.ts'

/** A JSON column: read as it is, written as text. */
type Json<Value> = ColumnType<Value, string, string>

export interface CouncilRow {
  id: string
  level: 'province' | 'centre'
  unitPath: string
  name: string
  decisionNumber: string
  decidedOn: Day
  signer: string
  /** The council's regulation (Quy chế), issued by a decision of its own. */
  regulationNumber: string | null
  regulationOn: Day | null
  regulationSigner: string | null
  regulationFileId: string | null
  rules: Json<CouncilRules>
  isDemo: boolean
  createdAt: Date
}

export interface CouncilMemberRow {
  councilId: string
  personId: string
  position: Position
  organisation: string
  department: string | null
  scores: boolean
  joinedOn: Day
  leftOn: Day | null
  /** Whose place the member took. */
  succeeds: string | null
  /** The position from which chairing was delegated to the member. */
  positionBefore: 'vice_chair' | 'member' | null
}

/** A change of a seat in mid-course, with the decision that made it. */
export interface CouncilChangeRow {
  id: string
  councilId: string
  kind: 'added' | 'released' | 'replaced' | 'delegated' | 'delegation_ended'
  personId: string
  successorId: string | null
  number: string
  decidedOn: Day
  signer: string
  reason: string
  recordedBy: string
  recordedAt: Date
}

export interface CouncilSessionRow {
  id: string
  councilId: string
  name: string
  heldOn: Day
  /** The last day, where it lasts more than one. */
  until: ColumnType<Day | null, Day | null | undefined, Day | null>
  place: string
  status: Generated<'planned' | 'open' | 'closed'>
  openedAt: Date | null
  closedAt: Date | null
  minutesNumber: string | null
  minutes: ColumnType<Minutes | null, string | null, string | null>
  minutesFileId: string | null
}

export interface SessionDossierRow {
  sessionId: string
  dossierId: string
  position: number
  round: Generated<number>
  status: Generated<'waiting' | 'scoring' | 'discussing' | 'closed' | 'released'>
  closeReason: string | null
  closedBy: string | null
  closedAt: Date | null
}

export interface ScoringRoundRow {
  sessionId: string
  dossierId: string
  round: number
  reason: string
  openedBy: string
  openedAt: Date
}

export interface SessionAttendanceRow {
  sessionId: string
  councilId: string
  personId: string
  notedAt: Date
  /** When the member left the room; null while there. */
  leftAt: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface RecusalRow {
  sessionId: string
  dossierId: string
  councilId: string
  personId: string
  reason: string
  declaredBy: string
  declaredAt: Date
  /** Where it comes from; those of before did not say. */
  source: ColumnType<ConflictSource | null, ConflictSource | undefined, never>
}

/** What somebody who advises the council wrote of a dossier; added to, never changed. */
export interface CouncilOpinionRow {
  id: string
  sessionId: string
  dossierId: string
  councilId: string
  personId: string
  words: string
  writtenAt: Date
}

/** What a member declared of a dossier; added to, never changed. */
export interface ConflictDeclarationRow {
  sessionId: string
  dossierId: string
  councilId: string
  personId: string
  relation: Relation
  note: string
  /** The member, or who runs the session and noted what the member gave on paper. */
  notedBy: string
  declaredAt: Date
}

export interface ScoreSheetRow {
  id: string
  sessionId: string
  dossierId: string
  councilId: string
  memberId: string
  round: number
  answers: Json<Answers>
  notes: Json<Readonly<Record<string, string>>>
  /** Why an answer is another than in the round before, by criterion. */
  reasons: ColumnType<Readonly<Record<string, string>>, string | undefined, string>
  version: number
  total: number | null
  parts: ColumnType<Readonly<Record<string, number>> | null, string | null, string | null>
  savedAt: Date
  handedInAt: Date | null
  /** Marks taken over from the member's own sheet for a sibling, each confirmed. */
  carried: ColumnType<CarriedMarks, string | undefined, string>
}

export interface KnockOutRow {
  id: string
  sessionId: string
  dossierId: string
  key: string
  criterion: string | null
  reason: string
  proposedBy: string
  proposedAt: Date
  decision: 'established' | 'dismissed' | null
  decisionReason: string | null
  decidedBy: string | null
  decidedAt: Date | null
  voteOpenedAt: ColumnType<Date | null, undefined, Date>
  voteOpenedBy: ColumnType<string | null, undefined, string>
  tally: ColumnType<Tally | null, undefined, string>
}

/** Averages in hundredths of a point. */
export interface CouncilResultRow {
  id: string
  sessionId: string
  dossierId: string
  round: number
  outcome: 'ranked' | 'rejected'
  average: number | null
  partAverages: ColumnType<Readonly<Record<string, number>> | null, string | null, never>
  band: number | null
  stars: number | null
  missedMarks: ColumnType<readonly StarMark[] | null, string | null, never>
  knockOut: ColumnType<{ key: string; reason: string } | null, string | null, never>
  trace: Json<Trace>
  inputs: Json<ResultInputs>
  criteriaSetId: string
  criteriaDigest: string
  decidedBy: string
  decidedAt: Date
}

/** The tables that this module may touch: its own, and those that the modules it calls touch in the same transaction. */
export interface CouncilTables
  extends EventTables,
    PeopleTables,
    RegulationTables,
    AppraisalTables,
    DiscussionTables,
    RecomputeTables,
    DocumentTables,
    StageTables,
    VoteTables {
  council: CouncilRow
  councilMember: CouncilMemberRow
  councilChange: CouncilChangeRow
  councilOpinion: CouncilOpinionRow
  councilSession: CouncilSessionRow
  sessionDossier: SessionDossierRow
  scoringRound: ScoringRoundRow
  sessionAttendance: SessionAttendanceRow
  recusal: RecusalRow
  conflictDeclaration: ConflictDeclarationRow
  scoreSheet: ScoreSheetRow
  knockOut: KnockOutRow
  councilResult: CouncilResultRow
  paperSheet: PaperSheetRow
  paperSheetReading: PaperSheetReadingRow
}
