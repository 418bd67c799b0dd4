import type { Answers } from '#modules/regulation/index.ts'
import type { Sheet } from '#platform/sheet/read-sheet.ts'
import type { FormCell, NewForm } from '#platform/sheet/write-form.ts'
import { type FormCriterion, type FormOption, optionsOf, type ScoreForm } from '../desk/score-form.ts'
import { readPaperCode, showPaperCode } from './paper-code.ts'

type Notes = Readonly<Record<string, string>>

/** A place in the file that could not be read as an answer; what stands there is told, nothing is lost. */
export interface ExcelFault {
  line: number
  criterion: string
  fault: 'not_an_option' | 'unknown_criterion' | 'none_and_some'
  typed: string
}

export interface ReadBack {
  /** The code in the head of the file; null where it has none. */
  code: string | null
  answers: Answers
  notes: Notes
  faults: ExcelFault[]
}

const ticked = 'x'
const ticks = new Set(['x', '✓', '✗', '1', 'có'])

/** The Excel file of a paper sheet: its code, every criterion with a drop-down of its options, a place for notes. */
export function excelSheet(
  form: ScoreForm,
  {
    code,
    title,
    answers = {},
    notes = {},
  }: { code: string; title: string; answers?: Answers; notes?: Notes },
): NewForm {
  const rows: FormCell[][] = [
    ['Mã phiếu', showPaperCode(code), title],
    ['Tiêu chí', 'Mức', 'Nội dung', 'Tối đa', 'Lựa chọn', 'Ghi chú'],
  ]
  for (const part of form.parts) {
    rows.push(['', '', `${part.code}. ${part.name}`])
    for (const criterion of form.criteria.filter((one) => one.part === part.code))
      rows.push(...rowsOf(criterion, answers[criterion.code], notes[criterion.code] ?? ''))
  }
  return { sheetName: 'Phiếu chấm', widths: [10, 8, 60, 8, 60, 40], heads: 2, rows }
}

function rowsOf(criterion: FormCriterion, chosen: readonly number[] | undefined, note: string): FormCell[][] {
  const { code, name, max } = criterion
  const options = optionsOf(criterion)
  const isChosen = ({ no }: FormOption) =>
    chosen !== undefined && (no === 0 ? chosen.length === 0 : chosen.includes(no))
  if (!criterion.several) {
    const choices = options.map((option) => choiceOf(option, options))
    const value = choices[options.findIndex(isChosen)] ?? ''
    return [[code, '', name, String(max), { value, choices }, { value: note }]]
  }
  return [
    [code, '', name, String(max), '', { value: note }],
    ...options.map((option): FormCell[] => [
      code,
      String(option.no),
      `${option.points} điểm: ${option.text}`,
      '',
      { value: isChosen(option) ? ticked : '', choices: [ticked] },
    ]),
  ]
}

/** `3 điểm: Ngoài địa bàn xã`, with the number of the option where two would read alike. */
function choiceOf(option: FormOption, all: readonly FormOption[]): string {
  const words = ({ points, text }: FormOption) => clean(`${points} điểm: ${text}`).slice(0, 200)
  const alike = all.filter((other) => words(other) === words(option)).length > 1
  return alike ? `${words(option)} (mức ${option.no})` : words(option)
}

/** Reads the file back, row by row. A criterion that the file does not answer is left out; the form finds it missing. */
export async function readExcelSheet(form: ScoreForm, sheet: Sheet): Promise<ReadBack> {
  const answers: Record<string, number[]> = {}
  const notes: Record<string, string> = {}
  const faults: ExcelFault[] = []
  const [, code = ''] = sheet.headers
  for await (const { line, cells } of sheet.rows) {
    const row = rowRead(form, cells)
    if (!row) continue
    if (row.note !== '') notes[row.criterion] = row.note
    if (row.fault) faults.push({ line, criterion: row.criterion, fault: row.fault, typed: row.typed })
    if (row.no !== null) answers[row.criterion] = [...(answers[row.criterion] ?? []), row.no]
  }
  return { code: readPaperCode(code), notes, ...withoutNone(answers, faults) }
}

interface RowRead {
  criterion: string
  note: string
  typed: string
  no: number | null
  fault: ExcelFault['fault'] | null
}

/** What a row answers; null for heads and for rows that say nothing. */
function rowRead(form: ScoreForm, cells: readonly string[]): RowRead | null {
  const [code = '', no = '', , , typed = '', note = ''] = cells
  if (code === '' || code === 'Tiêu chí' || (typed === '' && note === '')) return null
  const criterion = form.criteria.find((one) => one.code === code)
  const read = { criterion: code, typed, no: null, fault: null }
  if (!criterion) return { ...read, note: '', fault: 'unknown_criterion' }
  if (typed === '') return { ...read, note }
  const option = criterion.several ? tickedOption(criterion, no, typed) : chosenOption(criterion, typed)
  return option ? { ...read, note, no: option.no } : { ...read, note, fault: 'not_an_option' }
}

function tickedOption(criterion: FormCriterion, no: string, typed: string): FormOption | undefined {
  if (!ticks.has(typed.toLowerCase())) return undefined
  return optionsOf(criterion).find((option) => String(option.no) === no)
}

/** The words of the list, or the points alone where just one option gives them. */
function chosenOption(criterion: FormCriterion, typed: string): FormOption | undefined {
  const options = optionsOf(criterion)
  const listed = options.find((option) => choiceOf(option, options) === clean(typed))
  if (listed) return listed
  const points = /^(\d+)( điểm)?$/.exec(clean(typed))?.[1]
  const giving = options.filter((option) => String(option.points) === points)
  return giving.length === 1 ? giving[0] : undefined
}

/** "None of these" is an empty answer; beside ticks it is a slip that a person must look at. */
function withoutNone(
  answers: Record<string, number[]>,
  faults: ExcelFault[],
): Pick<ReadBack, 'answers' | 'faults'> {
  const kept: Record<string, number[]> = {}
  const slips: ExcelFault[] = []
  for (const [criterion, chosen] of Object.entries(answers)) {
    const some = chosen.filter((no) => no !== 0).sort((a, b) => a - b)
    if (some.length < chosen.length && some.length > 0)
      slips.push({ line: 0, criterion, fault: 'none_and_some', typed: '' })
    else kept[criterion] = some
  }
  return { answers: kept, faults: [...faults, ...slips] }
}

function clean(words: string): string {
  return words.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
