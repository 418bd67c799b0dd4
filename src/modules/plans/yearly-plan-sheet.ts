import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { YearlyPlanLine } from './yearly-plan-store.ts'

export const yearlyPlanColumns = [
  'planned',
  'withPlan',
  'withDossier',
  'recognised',
  'waiting',
  'recognisedInYear',
] as const

/** The yearly plan by commune as an Excel file. */
export function yearlyPlanSheet(
  lines: readonly YearlyPlanLine[],
  { t, year }: { t: Translate; year: number },
): Promise<Uint8Array> {
  return writeSheet({
    sheetName: t('plans:yearly.sheet', { year }),
    columns: [
      { header: t('plans:yearly.commune'), width: 32, kind: 'text' },
      ...yearlyPlanColumns.map((key) => ({
        header: t(`plans:yearly.${key}`),
        width: 20,
        kind: 'number' as const,
      })),
    ],
    rows: lines.map((line) => [line.communeName, ...yearlyPlanColumns.map((key) => line[key])]),
  })
}
