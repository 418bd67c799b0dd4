import { readSheet } from '#platform/sheet/read-sheet.ts'
import type { ScoreForm } from '../desk/score-form.ts'
import { type ReadBack, readExcelSheet } from './excel-sheet.ts'

/** A sheet has some 35 criteria with at most a few rows each. */
const limits = { maxRows: 2000, maxColumns: 20 }

/** What the file of a sheet says. @throws Refusal `sheet.…` for what is no Excel file, or too large */
export async function readExcelFile(form: ScoreForm, bytes: Uint8Array): Promise<ReadBack> {
  return readExcelSheet(form, await readSheet(bytes, limits))
}
