import { Readable } from 'node:stream'
import type { Row } from 'exceljs'
import { cellText } from './cell-text.ts'
import { refuseSheet, type SheetLimits } from './sheet-limits.ts'
import type { SheetRow } from './sheet-row.ts'
import { openZip, readEntry, type ZipEntry } from './zip-guard.ts'

/**
 * The rows of the first sheet that is not hidden, in order, those with nothing in them left out.
 * @throws Refusal `sheet.…`, at the start or while reading
 */
export async function* readXlsx(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const entries = await openZip(bytes)
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw refuseSheet('unsupported')
  try {
    yield* rowsOf(bytes, firstVisible(bytes, entries), limits)
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'Refusal') throw thrown
    throw refuseSheet('unreadable')
  }
}

// Lets other requests have their turn while a long sheet is read.
const rowsInOneGo = 250

async function* rowsOf(bytes: Buffer, wanted: string, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const { default: exceljs } = await import('exceljs')
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from(pieces(bytes)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  })
  for await (const sheet of reader) {
    const isWanted = String((sheet as unknown as { id: unknown }).id) === wanted
    if (isWanted) return yield* rowsOfSheet(sheet, limits)
    await skip(sheet)
  }
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

/** The reader does not go on before a sheet is read to its end. */
async function skip(sheet: AsyncIterable<Row>): Promise<void> {
  for await (const _ of sheet);
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  const size = 64 * 1024
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
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
