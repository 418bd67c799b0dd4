import type { NewSheet } from '#platform/sheet/write-sheet.ts'
import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import { findingInWords } from './finding-words.ts'
import type { RunReading } from './read-recompute.ts'

/** What a run found, for Excel. */
export function runSheet(
  { findings, names }: RunReading,
  { t, locale }: { t: Translate; locale: Locale },
): NewSheet {
  return {
    sheetName: t('recompute:report'),
    columns: [
      { header: t('recompute:column.no'), width: 8, kind: 'number' },
      { header: t('recompute:column.dossier'), width: 24, kind: 'text' },
      { header: t('recompute:column.what'), width: 100, kind: 'text' },
    ],
    rows: findings.map((finding) => [
      finding.no,
      finding.code,
      findingInWords(finding, { t, locale, names }),
    ]),
  }
}
