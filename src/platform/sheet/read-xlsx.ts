import { Readable } from 'node:stream'
import type { Row } from 'exceljs'
import { cellText } from './cell-text.ts'
import { refuseSheet, type SheetLimits } from './sheet-limits.ts'
import type { SheetRow } from './sheet-row.ts'
import { openZip, readEntry, readText, type ZipEntry } from './zip-guard.ts'

/**
 * The rows of the first sheet that is not hidden, in order, those with nothing in them left out.
 * @throws Refusal `sheet.…`, at the start or while reading
 */
export async function* readXlsx(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const entries = await openZip(bytes)
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw refuseSheet('unsupported')
  try {
    yield* rowsOf(bytes, entries, firstVisible(bytes, entries), limits)
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'Refusal') throw thrown
    throw refuseSheet('unreadable')
  }
}

// Lets other requests have their turn while a long sheet is read.
const rowsInOneGo = 250

interface InnerReader {
  _parseRels(part: Readable): Promise<void>
  _parseWorkbook(part: Readable): Promise<void>
  _parseStyles(part: Readable): Promise<void>
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>
  _parseWorksheet(pieces: AsyncIterable<string>, number: string): Iterable<{ value: AsyncIterable<Row> }>
}

/**
 * The parts of the file are unpacked here and given to the reader in the order in which it needs them. Left to unpack by
 * itself it decodes every piece alone, which loses letters whose bytes lie in two pieces ("ư" among the first), and now
 * and then it overtakes itself and finds no workbook.
 */
async function* rowsOf(bytes: Buffer, entries: ZipEntry[], number: string, limits: SheetLimits) {
  const { default: exceljs } = await import('exceljs')
  const options = {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  } as const
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([]), options) as unknown as InnerReader
  const part = (name: string) => Readable.from(readText(bytes, entries, name))
  await reader._parseRels(part('xl/_rels/workbook.xml.rels'))
  await reader._parseWorkbook(part('xl/workbook.xml'))
  if (entries.some(({ name }) => name === 'xl/styles.xml')) await reader._parseStyles(part('xl/styles.xml'))
  for await (const _ of reader._parseSharedStrings(part('xl/sharedStrings.xml')));
  const sheet = readText(bytes, entries, `xl/worksheets/sheet${number}.xml`)
  for (const { value } of reader._parseWorksheet(sheet, number)) yield* rowsOfSheet(value, limits)
}

async function* rowsOfSheet(sheet: AsyncIterable<Row>, limits: SheetLimits): AsyncGenerator<SheetRow> {
  let read = 0
  for await (const row of sheet) {
    read += 1
    if (read % rowsInOneGo === 0) await new Promise(setImmediate)
    const cells = cellsOf(row, limits)
    if (cells.length > 0) yield { line: row.number, cells }
  }
}

function cellsOf(row: Row, { maxColumns }: SheetLimits): string[] {
  if (row.cellCount > maxColumns && lastFilled(row) > maxColumns)
    throw refuseSheet('too_many_columns', { limit: maxColumns })
  const cells: string[] = []
  row.eachCell((cell, column) => {
    const text = cellText(cell.value, cell.numFmt)
    if (text.trim() === '') return
    while (cells.length < column - 1) cells.push('')
    cells.push(text)
  })
  return cells
}

function lastFilled(row: Row): number {
  let last = 0
  row.eachCell((cell, column) => {
    if (cell.value !== null && cell.value !== '') last = column
  })
  return last
}

/** The number in the file name of the first sheet that people see. */
function firstVisible(bytes: Buffer, entries: ZipEntry[]): string {
  const workbook = readEntry(bytes, entries, 'xl/workbook.xml')
  const relations = readEntry(bytes, entries, 'xl/_rels/workbook.xml.rels')
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag)
  const visible = sheets.find((tag) => !/\sstate="(hidden|veryHidden)"/.test(tag))
  const id = /\s\w+:id="([^"]*)"/.exec(visible ?? '')?.[1]
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(([tag]) =>
    tag.includes(`Id="${id}"`),
  )?.[0]
  const file = /Target="[^"]*?(\d+)\.xml"/.exec(relation ?? '')?.[1]
  if (!file) throw refuseSheet('unreadable')
  return file
}
