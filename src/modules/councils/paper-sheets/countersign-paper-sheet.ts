import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { completeSheet } from '../hand-in-sheet.ts'
import { enterSheetOf } from '../own-sheet.ts'
import { findSheet, insertSheet, updateSheet } from '../score-sheet-store.ts'
import { askToBeOpen, enterPaperSheet } from './enter-paper-sheet.ts'
import { markCountersigned, type PaperSheet } from './paper-sheet-store.ts'

/**
 * A second person confirms that what was typed is what stands on the signed paper. With that it is handed in as the
 * member's sheet; what the member had begun at the desk and not handed in gives way to the paper.
 */
export function countersignPaperSheet(
  ctx: Ctx<CouncilTables>,
  { code, version }: { code: string; version: number },
): Promise<{ total: number }> {
  return inTransaction(ctx, async (ctx) => {
    const entered = await enterPaperSheet(ctx, code, 'update')
    const { paper, room } = entered
    if (!entered.countersigns) throw new Refusal('forbidden', 'paper_sheets.second_person')
    askToBeOpen(entered)
    if (paper.version !== version) throw new Refusal('conflict', 'paper_sheets.changed')

    const sheet = await enterSheetOf(ctx, paper, paper.memberId)
    const written = await writeSheet(ctx, paper)
    const facts = { memberId: paper.memberId, paperSheetId: paper.id }
    const { total } = await completeSheet(ctx, sheet, { version: written.version, facts })
    const countersignedBy = room.seat.personId
    const signed = { id: paper.id, version, countersignedBy, countersignedAt: ctx.now, sheetId: written.id }
    if (!(await markCountersigned(ctx.db, signed))) throw new Refusal('conflict', 'paper_sheets.changed')
    const { sessionId, dossierId, typedBy, round } = paper
    await record(ctx, 'paper_sheet.countersigned', `council_session:${sessionId}`, {
      ...{ ...facts, dossierId, round, typedBy },
    })
    return { total }
  })
}

/** The member's sheet with the answers of the paper, as it will be handed in. */
async function writeSheet(
  ctx: Ctx<CouncilTables>,
  paper: PaperSheet,
): Promise<{ id: string; version: number }> {
  const { sessionId, dossierId, councilId, memberId, round } = paper
  const { answers, notes, reasons } = paper
  const written = { answers: answers ?? {}, notes: notes ?? {}, reasons: reasons ?? {} }
  const content = { ...written, carried: {}, savedAt: ctx.now }
  const key = { sessionId, dossierId, memberId, round }
  const begun = await findSheet(ctx.db, key, 'update')
  if (begun) {
    const { id, version } = begun
    if (!(await updateSheet(ctx.db, { id, version, ...content })))
      throw new Refusal('conflict', 'paper_sheets.handed_in')
    return { id, version: version + 1 }
  }
  const id = newId(ctx.now.getTime())
  if (!(await insertSheet(ctx.db, { id, councilId, ...key, ...content, version: 1 })))
    throw new Refusal('conflict', 'paper_sheets.changed')
  return { id, version: 1 }
}
