import { dayOf } from '#platform/dates.ts'
import { type SheetColumn, writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { ListedAppraisal } from './appraisal-list-store.ts'

/** The list of appraisals as an Excel file. */
export function appraisalSheet(
  lines: readonly (ListedAppraisal & { place: string; writer: string | null })[],
  t: Translate,
): Promise<Uint8Array> {
  const column = (name: string, width: number, kind: SheetColumn['kind'] = 'text') => ({
    header: t(`appraisal:list.sheet.${name}`),
    width,
    kind,
  })
  return writeSheet({
    sheetName: t('appraisal:list.title'),
    columns: [
      column('code', 18),
      column('number', 22),
      column('product', 40),
      column('producer', 40),
      column('place', 24),
      column('kind', 18),
      column('report', 18),
      column('writer', 24),
      column('signed_on', 14, 'day'),
      column('tests', 14, 'number'),
      column('tests_received', 14, 'number'),
      column('late_since', 16, 'day'),
      { header: t('platform:demo'), width: 18, kind: 'text' },
    ],
    rows: lines.map((line) => [
      line.code,
      line.number,
      line.productName,
      line.producerName,
      line.place,
      t(`appraisal:kind.${line.kind}`),
      t(`appraisal:list.${line.signedAt ? 'signed' : line.savedAt ? 'draft' : 'not_begun'}`),
      line.writer,
      line.signedAt && dayOf(line.signedAt),
      line.tests,
      line.testsReceived,
      line.lateSince,
      line.isDemo ? 'x' : null,
    ]),
  })
}
