import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import { Refusal } from '#platform/refusal.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { type Translate, translator } from '#platform/text/translator.ts'
import { effortFacts, effortFaults, type TypedEffort } from './effort-form.ts'
import { type EffortEntry, type EffortSubject, shownWords, subjectOfCode } from './effort-list.ts'
import { estimateOf, levelCountOf } from './effort-of.ts'

const readColumns = ['subject', 'level', 'months', 'cost', 'papers', 'helper'] as const
type ReadColumn = (typeof readColumns)[number]
type Cells = Record<ReadColumn, string>

/** A row of the file that cannot be read, with what stands in it. */
export interface FaultyLine {
  line: number
  subject: string
  level: string
  months: string
  cost: string
  /** The key of a sentence. */
  fault: string
}

/** What the file would change for one subject. */
export interface EffortChange {
  code: string
  subject: EffortSubject
  /** The version that it is a change of. */
  version: number
  before: EffortEntry | undefined
  typed: TypedEffort
}

export interface EffortList {
  changes: EffortChange[]
  faulty: FaultyLine[]
  /** Subjects that the file says nothing new about. */
  unchanged: number
}

interface Known {
  entries: readonly EffortEntry[]
  sets: ReadonlyMap<string, CriteriaSet>
}

type Line = Cells & { line: number }

/**
 * Reads a list of efforts as it was written out, in either language, with what was changed in it. Of a subject with a
 * faulty row nothing is taken; what the file leaves out stays as it is.
 * @throws Refusal `invalid` `sheet.…`, `guidance.list_columns` where columns are missing
 */
export async function readEffortList(bytes: Uint8Array, known: Known): Promise<EffortList> {
  const lines = await linesOf(bytes)
  const list: EffortList = { changes: [], faulty: [], unchanged: 0 }
  for (const code of new Set(lines.map(({ subject }) => subject))) {
    const rows = lines.filter(({ subject }) => subject === code)
    const faulty = faultsOfRows(code, rows, known)
    if (faulty.length > 0) {
      list.faulty.push(...faulty)
      continue
    }
    const change = changeOf(code, rows, known)
    if (change) list.changes.push(change)
    else list.unchanged += 1
  }
  return list
}

async function linesOf(bytes: Uint8Array): Promise<Line[]> {
  const { headers, rows } = await readSheet(bytes, { maxRows: 5_000, maxColumns: 40 })
  const places = new Map(readColumns.map((column) => [column, headers.findIndex(isNamed(column))]))
  const missing = (['subject', 'level', 'months', 'cost'] as const).filter(
    (column) => (places.get(column) ?? -1) < 0,
  )
  if (missing.length > 0) {
    const t = translator('vi')
    const names = missing.map((column) => t(`guidance:sheet.${column}`)).join(', ')
    throw new Refusal('invalid', 'guidance.list_columns', { names })
  }
  const lines: Line[] = []
  for await (const { line, cells } of rows) {
    const cell = (column: ReadColumn) => cells[places.get(column) ?? -1] ?? ''
    const read = Object.fromEntries(readColumns.map((column) => [column, cell(column)])) as Cells
    if (Object.values(read).some(Boolean)) lines.push({ ...read, line })
  }
  if (lines.length === 0) throw new Refusal('invalid', 'guidance.list_empty')
  return lines
}

function isNamed(column: ReadColumn) {
  const names = (['vi', 'en'] as const).map((locale) => translator(locale)(`guidance:sheet.${column}`))
  return (header: string) => names.some((name) => name.toLowerCase() === header.toLowerCase())
}

function faultsOfRows(code: string, rows: readonly Line[], { sets }: Known): FaultyLine[] {
  const subject = subjectOfCode(code, sets)
  if (!subject) return rows.map((row) => faultyLine(row, 'list_subject'))
  const levels = levelsOf(subject, sets)
  return rows.flatMap((row, at) => {
    const fault = faultOfRow(row, at, rows, levels)
    return fault ? [faultyLine(row, fault)] : []
  })
}

function faultOfRow(row: Line, at: number, rows: readonly Line[], levels: number): string | null {
  const level = Number(row.level)
  if (!Number.isInteger(level) || level < 1 || level > levels) return 'list_level'
  if (rows.some((other, place) => place < at && other.level === row.level)) return 'list_twice'
  const typed = { months: [row.months], cost: [row.cost], papers: row.papers, helperNote: row.helper }
  const [fault] = Object.values(effortFaults(typed, 1))
  if (fault) return fault
  return rows.length < levels && at === rows.length - 1 ? 'list_levels_missing' : null
}

function faultyLine({ line, subject, level, months, cost }: Line, fault: string): FaultyLine {
  return { line, subject, level, months, cost, fault }
}

function levelsOf(subject: EffortSubject, sets: ReadonlyMap<string, CriteriaSet>): number {
  if (subject.is === 'kind') return estimateOf(subject.kind).levels.length
  const set = sets.get(subject.setId)
  const criterion = set && criterionOf(set, subject.criterion)
  return criterion ? levelCountOf(criterion) : 0
}

function changeOf(code: string, rows: readonly Line[], { entries, sets }: Known): EffortChange | null {
  const subject = subjectOfCode(code, sets)
  if (!subject) return null
  const before = entries.find((entry) => entry.code === code)
  const ordered = rows.toSorted((a, b) => Number(a.level) - Number(b.level))
  const said = (column: 'papers' | 'helper') => ownWords(ordered, column, before)
  const typed: TypedEffort = {
    months: ordered.map(({ months }) => months),
    cost: ordered.map(({ cost }) => cost),
    papers: said('papers'),
    helperNote: said('helper'),
  }
  const { figures } = before ?? {}
  const now = figures && {
    months: figures.levels.map(({ months }) => months),
    cost: figures.levels.map(({ cost }) => cost),
    papers: figures.papers,
    helperNote: figures.helperNote,
  }
  if (JSON.stringify(now) === JSON.stringify(effortFacts(typed))) return null
  return { code, subject, version: before?.version ?? 0, before, typed }
}

/** The words of the province; the common ones, which the list shows in their place, are nobody's own. */
function ownWords(
  rows: readonly Line[],
  column: 'papers' | 'helper',
  before: EffortEntry | undefined,
): string {
  const said = rows.map((row) => row[column]).filter(Boolean)
  const shown = before ? (['vi', 'en'] as const).map((locale) => shownWords(before, speak(locale))) : []
  const own = (column === 'papers' ? before?.figures.papers : before?.figures.helperNote) ?? ''
  // Of the rows of one subject the one that was changed counts.
  const changed = said.find((text) => !shown.some((words) => words[column] === text))
  return changed ?? (said.length > 0 ? own : '')
}

const speak = (locale: 'vi' | 'en'): Translate => translator(locale)
