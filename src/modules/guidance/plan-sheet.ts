import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { ToldPlan } from './plan-for.ts'
import { planLines } from './plan-lines.ts'

/** The plan as an Excel file. That its figures are estimates and no result stands in every row. */
export function planSheet(told: ToldPlan, words: { t: Translate; locale: Locale }): Promise<Uint8Array> {
  const { t } = words
  const column = (key: string, width: number, kind: 'text' | 'number' | 'money' = 'text') =>
    ({ header: t(`guidance:sheet.${key}`), width, kind }) as const
  return writeSheet({
    sheetName: t('guidance:plan.title'),
    columns: [
      column('no', 6, 'number'),
      column('code', 10),
      column('name', 34),
      column('from', 44),
      column('to', 44),
      column('points', 10, 'number'),
      column('why', 24),
      column('months', 16, 'number'),
      column('cost', 18, 'money'),
      column('papers', 44),
      column('helper', 32),
      column('note', 44),
    ],
    rows: planLines(told, words).map((line, at) => [
      at + 1,
      line.code,
      line.name,
      line.from,
      line.to,
      line.raise.points,
      line.marks.length > 0
        ? t('guidance:plan.why_mark', { ranks: line.marks.join(', ') })
        : t('guidance:plan.why_points'),
      line.raise.effort.months,
      line.raise.effort.cost,
      line.papers,
      line.helper,
      line.raise.effort.fixed ? t('guidance:plan.fixed') : t('guidance:plan.estimate'),
    ]),
  })
}
