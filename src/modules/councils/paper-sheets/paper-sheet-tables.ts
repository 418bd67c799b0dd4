import type { ColumnType, Generated } from 'kysely'
import type { Answers } from '#modules/regulation/index.ts'

type Json<Value> = ColumnType<Value | null, string | null, string | null>

/** A sheet on paper of one member for one dossier in one round; its code stands for just that. */
export interface PaperSheetRow {
  id: string
  /** Eight signs, shown as `P7K4-M2Q9`. */
  code: string
  sessionId: string
  dossierId: string
  councilId: string
  memberId: string
  round: number
  criteriaSetId: string
  criteriaDigest: string
  printedBy: string
  printedAt: Date
  /** Counts how often it was typed in; what a second person countersigns is the version that they saw. */
  version: Generated<number>
  answers: Json<Answers>
  notes: Json<Readonly<Record<string, string>>>
  /** Why answers are others than in the round before. */
  reasons: Json<Readonly<Record<string, string>>>
  /** Typed from the ticks on paper, or read from the Excel file of the same code. */
  way: 'typed' | 'excel' | null
  typedBy: string | null
  typedAt: Date | null
  scanFileId: string | null
  countersignedBy: string | null
  countersignedAt: Date | null
  /** The sheet that was handed in from it. */
  sheetId: string | null
}

/** Who saw what stands on a paper sheet before the round was closed. */
export interface PaperSheetReadingRow {
  paperSheetId: string
  personId: string
  readAt: Date
}
