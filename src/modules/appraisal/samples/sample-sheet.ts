import { dayOf } from '#platform/dates.ts'
import { type SheetColumn, writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { ListedSample } from './sample-list-store.ts'

/** The custody list as an Excel file. Blind codes are not in it. */
export function sampleSheet(
  lines: readonly (ListedSample & { keeper: string | null })[],
  t: Translate,
): Promise<Uint8Array> {
  const column = (name: string, width: number, kind: SheetColumn['kind'] = 'text') => ({
    header: t(`appraisal:sample.sheet.${name}`),
    width,
    kind,
  })
  const counts = ['sent', 'received', 'kept', 'tasted', 'tested', 'returned', 'destroyed', 'lost'] as const
  return writeSheet({
    sheetName: t('appraisal:sample.title'),
    columns: [
      column('dossier', 18),
      column('lot', 18),
      column('product', 40),
      column('producer', 40),
      column('state', 18),
      ...counts.map((name) => column(name, 12, 'number')),
      column('seal', 18),
      column('place', 30),
      column('condition', 30),
      column('keeper', 24),
      column('received_on', 14, 'day'),
      { header: t('platform:demo'), width: 18, kind: 'text' },
    ],
    rows: lines.map((line) => [
      line.dossierCode,
      line.lotCode,
      line.productName,
      line.producerName,
      line.lotState ? t(`appraisal:sample.state.${line.lotState}`) : t('appraisal:sample.expected'),
      ...counts.map((name) => line[name]),
      line.sealNo,
      line.place,
      line.condition,
      line.keeper,
      line.receivedAt && dayOf(line.receivedAt),
      line.isDemo ? 'x' : null,
    ]),
  })
}
