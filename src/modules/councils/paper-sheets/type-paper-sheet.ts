import { type Answers, type CriteriaSet, criterionOf, faultsOf } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { CheckedFile } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { askForReasons } from '../discussion/ask-for-reasons.ts'
import { longestNote, type Notes } from '../save-sheet.ts'
import { askToBeOpen, enterPaperSheet } from './enter-paper-sheet.ts'
import { noteReading, writeTyped } from './paper-sheet-store.ts'

export interface PaperToType {
  code: string
  /** The version that was seen. */
  version: number
  answers: Answers
  notes: Notes
  /** Why answers are others than in the round before. */
  reasons?: Notes
  way: 'typed' | 'excel'
  /** A photo or scan of the signed paper; left out, the one that is there stays. */
  scan?: CheckedFile | undefined
}

/**
 * Types a member's paper in, whole, by its code. It counts nowhere before a second person has countersigned. Typed anew,
 * it is the last version that waits.
 */
export function typePaperSheet(
  ctx: Ctx<CouncilTables>,
  files: FileStore,
  { code, version, answers, notes, reasons = {}, way, scan }: PaperToType,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const entered = await enterPaperSheet(ctx, code, 'update')
    const { paper, room, set } = entered
    if (!entered.types) throw new Refusal('forbidden', 'paper_sheets.not_yours')
    askToBeOpen(entered)
    const faults = faultsOf(answers, set)
    if (faults.length > 0) throw new Refusal('invalid', 'paper_sheets.incomplete', { faults })

    const words = { notes: wordsOf(notes, set), reasons: wordsOf(reasons, set) }
    await askForReasons(ctx, paper, { answers, reasons: words.reasons })

    const personId = room.seat.personId
    const scanFileId = scan ? (await keepFile(ctx, files, scan)).id : paper.scanFileId
    const written = { id: paper.id, version, answers, way, typedBy: personId, typedAt: ctx.now, scanFileId }
    if (!(await writeTyped(ctx.db, { ...written, ...words })))
      throw new Refusal('conflict', 'paper_sheets.changed')
    await noteReading(ctx.db, { paperSheetId: paper.id, personId, readAt: ctx.now })
    const { sessionId, dossierId, memberId, round } = paper
    await record(ctx, 'paper_sheet.typed', `council_session:${sessionId}`, {
      ...{ paperSheetId: paper.id, dossierId, memberId, round, way },
    })
  })
}

/** What was written beside criteria of the set, tidy; nothing where nothing was. */
function wordsOf(typed: Notes, set: CriteriaSet): Notes {
  const kept = Object.entries(typed)
    .filter(([criterion]) => criterionOf(set, criterion))
    .map(([criterion, words]) => [criterion, words.replaceAll('\r\n', '\n').trim().slice(0, longestNote)])
    .filter(([, words]) => words !== '')
  return Object.fromEntries(kept)
}
