import type { NewSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { Figures } from './read-figures.ts'

/** The figures as one Excel list. */
export function figuresSheet({ charts }: Figures, t: Translate): NewSheet {
  return {
    sheetName: t('statistics:sheet'),
    columns: [
      { header: t('statistics:column.question'), width: 44, kind: 'text' },
      { header: t('statistics:column.item'), width: 40, kind: 'text' },
      { header: t('statistics:column.products'), width: 14, kind: 'number' },
    ],
    rows: charts.flatMap(({ question, rows }) =>
      rows.map(({ label, value }) => [t(`statistics:question.${question}`), label, value]),
    ),
  }
}
