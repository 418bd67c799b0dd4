import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { fields } from './columns.ts'
import { faultSentences } from './fault-sentences.ts'
import type { ImportBatch, ImportRow } from './import-tables.ts'

/**
 * Rows as an Excel file that may be mended there and brought in again: the columns of the list with what was mended by
 * hand, those that it lacks, and what is wrong.
 */
export function faultySheet(
  { headers, mapping }: ImportBatch,
  rows: AsyncIterable<ImportRow>,
  t: Translate,
): Promise<Uint8Array> {
  const added = fields.filter((field) => mapping.columns[field] === undefined)
  const text = (header: string, width = 24) => ({ header, width, kind: 'text' }) as const
  return writeSheet({
    sheetName: t('imports:faults_column'),
    columns: [
      { header: t('imports:row.line'), width: 8, kind: 'number' },
      ...headers.map((header, place) =>
        text(header || t('imports:columns.column', { place: place + 1, head: '' })),
      ),
      ...added.map((field) => text(t(`imports:field.${field}`), 18)),
      text(t('imports:faults_column'), 60),
    ],
    rows: linesOf(rows),
  })

  async function* linesOf(rows: AsyncIterable<ImportRow>) {
    for await (const row of rows) {
      const cells = headers.map((_, place) => {
        const field = fields.find((field) => mapping.columns[field] === place)
        return field ? row.typed[field] : (row.cells[place] ?? '')
      })
      const wrong = faultSentences(row, t).join('\n')
      yield [row.line, ...cells, ...added.map((field) => row.typed[field]), wrong]
    }
  }
}

/** An empty list with the columns that the importer knows by name. */
export function emptySheet(t: Translate): Promise<Uint8Array> {
  return writeSheet({
    sheetName: t('imports:title'),
    columns: fields.map((field) => ({ header: t(`imports:field.${field}`), width: 22, kind: 'text' })),
    rows: [],
  })
}
