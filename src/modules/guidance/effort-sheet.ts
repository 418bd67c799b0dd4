import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { type EffortEntry, shownWords, subjectName } from './effort-list.ts'

/**
 * What every kind and level takes in the province, then the criteria with figures of their own, as an Excel file; each
 * row says whose figure it is. The same file, changed, can be read back.
 */
export function effortSheet(entries: readonly EffortEntry[], t: Translate): Promise<Uint8Array> {
  const column = (key: string, width: number, kind: 'text' | 'number' | 'money' = 'text') =>
    ({ header: t(`guidance:sheet.${key}`), width, kind }) as const
  return writeSheet({
    sheetName: t('guidance:efforts.title'),
    columns: [
      column('subject', 26),
      column('kind', 44),
      column('level', 10, 'number'),
      column('months', 18, 'number'),
      column('cost', 22, 'money'),
      column('figures', 20),
      column('papers', 50),
      column('helper', 36),
    ],
    rows: entries.flatMap((entry) => {
      const { subject, figures, version } = entry
      const source = t(version > 0 ? 'guidance:efforts.own' : 'guidance:efforts.estimate')
      const { papers, helper } = shownWords(entry, t)
      return figures.levels.map(({ months, cost }, at) => [
        ...[entry.code, subjectName(subject, t), at + 1, months, cost, source],
        ...[papers, helper],
      ])
    }),
  })
}
