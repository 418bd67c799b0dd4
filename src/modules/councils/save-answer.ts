import type { Ctx } from '#platform/ctx.ts'
import type { CouncilTables } from './council-tables.ts'
import { type SavedSheet, saveSheet } from './save-sheet.ts'

export interface AnswerChange {
  sessionId: string
  dossierId: string
  criterion: string
  /** The numbers of the options chosen, `[]` for "none of these"; left out when only the note changes. */
  options?: readonly number[]
  note?: string
  /** Why the answer is another than in the round before. */
  reason?: string
  version: number
}

/** Saves the member's answer to one criterion, the note beside it, or the reason why it changed. */
export function saveAnswer(ctx: Ctx<CouncilTables>, change: AnswerChange): Promise<SavedSheet> {
  const { sessionId, dossierId, criterion, options, note, reason, version } = change
  return saveSheet(ctx, {
    sessionId,
    dossierId,
    version,
    answers: options === undefined ? {} : { [criterion]: options },
    notes: note === undefined ? {} : { [criterion]: note },
    reasons: reason === undefined ? {} : { [criterion]: reason },
  })
}
