import type { ColumnType } from 'kysely'

/** The end of a round of a dossier. `present`: who was in the room then and may score the dossier. */
export interface RoundEndRow {
  sessionId: string
  dossierId: string
  round: number
  present: ColumnType<readonly string[], string, never>
  endedBy: string
  endedAt: Date
}

/** To whom the chair opened the sheets of a round that has ended: to those who handed in, or to all who may score it. */
export interface SheetsOpeningRow {
  sessionId: string
  dossierId: string
  round: number
  audience: Audience
  openedBy: string
  openedAt: Date
}

export const audiences = ['handed_in', 'members'] as const
export type Audience = (typeof audiences)[number]

export interface DiscussionTables {
  roundEnd: RoundEndRow
  sheetsOpening: SheetsOpeningRow
}
