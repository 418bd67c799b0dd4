import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { enterOwnSheet } from '../own-sheet.ts'
import { type SavedSheet, saveSheet } from '../save-sheet.ts'
import { findSheet } from '../score-sheet-store.ts'
import { sameOptions } from './carried-mark.ts'
import { findSiblingSheet } from './find-sibling-sheet.ts'

export interface MarkToConfirm {
  sessionId: string
  dossierId: string
  criterion: string
  /** The member's own sheet that proposes. */
  sheetId: string
  /** A note that goes with it, if the member wrote one. */
  note?: string | undefined
  /** Why the answer is another than in the round before. */
  reason?: string | undefined
  version: number
}

/**
 * A member takes over, for one criterion, the answer that they gave to the same product in another variant. It never
 * replaces an answer that is there, and the sheet says where the mark came from and when it was confirmed.
 */
export function confirmMark(ctx: Ctx<CouncilTables>, mark: MarkToConfirm): Promise<SavedSheet> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId, criterion, version, note, reason } = mark
    const own = await enterOwnSheet(ctx, mark)
    const sibling = await findSiblingSheet(ctx, {
      dossierId,
      memberId: own.key.memberId,
      sheetId: mark.sheetId,
    })
    const options = sibling?.answers[criterion]
    if (!sibling || !options) throw new Refusal('conflict', 'councils.no_proposal')
    const sheet = await findSheet(ctx.db, own.key, 'update')
    const kept = sheet?.answers[criterion]
    if (kept && sheet.version === version && !sameOptions(kept, options))
      throw new Refusal('conflict', 'councils.answered_already')
    const { sheetId, product, dossierId: from } = sibling
    const saved = await saveSheet(ctx, {
      sessionId,
      dossierId,
      version,
      answers: { [criterion]: options },
      notes: note === undefined ? {} : { [criterion]: note },
      reasons: reason === undefined ? {} : { [criterion]: reason },
      carried: { [criterion]: { dossierId: from, sheetId, product, at: ctx.now.toISOString() } },
    })
    // Which mark, and from where; not what it is: events are read before the round closes.
    if (!sheet?.carried[criterion])
      await record(ctx, 'mark.carried', `council_session:${sessionId}`, {
        dossierId,
        criterion,
        from,
        sheetId,
      })
    return saved
  })
}
