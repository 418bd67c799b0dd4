import {
  type Answers,
  type CriteriaSet,
  criterionOf,
  faultsOf,
  type SheetFault,
} from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterOwnSheet, type OwnSheet } from './own-sheet.ts'
import { findSheet, insertSheet, type ScoreSheet, updateSheet } from './score-sheet-store.ts'
import { type CarriedMarks, sameOptions, stillCarried } from './siblings/carried-mark.ts'

export type Notes = Readonly<Record<string, string>>

export interface SheetChange {
  sessionId: string
  dossierId: string
  /** The version that the change was made on; 0 where there was no sheet yet. */
  version: number
  answers: Answers
  notes: Notes
  /** Where answers of this change were carried from, each confirmed by the member. */
  carried?: CarriedMarks
  /** Why answers are others than in the round before. */
  reasons?: Notes
}

export type SavedSheet = Pick<ScoreSheet, 'version' | 'savedAt' | 'answers' | 'notes' | 'carried'>

/** How long a member's note on a criterion may be. */
export const longestNote = 2000

/**
 * Saves answers and notes on the member's own sheet; criteria that the change does not name keep theirs. A change that
 * is there already is not written again, so that a browser that lost the answer may send it once more.
 */
export function saveSheet(ctx: Ctx<CouncilTables>, change: SheetChange): Promise<SavedSheet> {
  return inTransaction(ctx, async (ctx) => {
    const own = await enterOwnSheet(ctx, change)
    const faults = changeFaults(change, own.set)
    if (faults.length > 0) throw new Refusal('invalid', 'councils.not_an_option', { faults })

    const sheet = await findSheet(ctx.db, own.key, 'update')
    if (sheet?.handedInAt) throw new Refusal('conflict', 'councils.handed_in_already')
    if (sheet && holdsAlready(sheet, change)) return sheet
    return sheet ? rewrite(ctx, sheet, change) : begin(ctx, own, change)
  })
}

async function begin(ctx: Ctx<CouncilTables>, own: OwnSheet, change: SheetChange): Promise<SavedSheet> {
  const { answers, notes, carried = {}, reasons = {} } = change
  const kept = { notes: withoutEmpty(notes), carried, reasons: withoutEmpty(reasons) }
  const written = { answers, ...kept, version: 1, savedAt: ctx.now }
  const sheet = { id: newId(ctx.now.getTime()), councilId: own.council.id, ...own.key, ...written }
  if (change.version !== 0 || !(await insertSheet(ctx.db, sheet))) throw changed(change.version)
  return written
}

async function rewrite(ctx: Ctx<CouncilTables>, sheet: ScoreSheet, change: SheetChange): Promise<SavedSheet> {
  if (sheet.version !== change.version) throw changed(sheet.version)
  const answers = { ...sheet.answers, ...change.answers }
  const notes = withoutEmpty({ ...sheet.notes, ...change.notes })
  const carried = { ...stillCarried(sheet.carried, sheet.answers, change.answers), ...change.carried }
  const reasons = withoutEmpty({ ...sheet.reasons, ...change.reasons })
  const written = { answers, notes, carried, reasons, version: sheet.version, savedAt: ctx.now }
  if (!(await updateSheet(ctx.db, { id: sheet.id, ...written }))) throw changed(sheet.version)
  return { ...written, version: sheet.version + 1 }
}

function changed(version: number): Refusal {
  return new Refusal('conflict', 'councils.sheet_changed', { version })
}

/** A criterion that the change does not name is not missing: the sheet is not handed in yet. */
function changeFaults({ answers, notes, reasons = {} }: SheetChange, set: CriteriaSet): SheetFault[] {
  const faults = faultsOf(answers, set).filter(({ criterion }) => Object.hasOwn(answers, criterion))
  const strayNotes = Object.keys({ ...notes, ...reasons }).filter((code) => !criterionOf(set, code))
  return [
    ...faults.map(
      ({ criterion, fault }): SheetFault => ({
        criterion,
        fault: fault === 'missing' ? 'not_an_option' : fault,
      }),
    ),
    ...strayNotes.map((criterion): SheetFault => ({ criterion, fault: 'unknown_criterion' })),
  ]
}

function holdsAlready(
  sheet: ScoreSheet,
  { answers, notes, carried = {}, reasons = {} }: SheetChange,
): boolean {
  const sameAnswers = Object.entries(answers).every(([code, chosen]) =>
    sameOptions(sheet.answers[code], chosen),
  )
  const sameCarried = Object.keys(carried).every((code) => sheet.carried[code] !== undefined)
  return sameAnswers && sameCarried && sameWords(sheet.notes, notes) && sameWords(sheet.reasons, reasons)
}

function sameWords(kept: Notes, sent: Notes): boolean {
  return Object.entries(sent).every(([code, words]) => (kept[code] ?? '') === tidy(words))
}

function withoutEmpty(notes: Notes): Notes {
  const tidied = Object.entries(notes).map(([code, note]) => [code, tidy(note)] as const)
  return Object.fromEntries(tidied.filter(([, note]) => note !== ''))
}

function tidy(note: string): string {
  return note.replaceAll('\r\n', '\n').trim().slice(0, longestNote)
}
