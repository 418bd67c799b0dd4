import { type SheetCell, writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import {
  capitalLines,
  investmentLines,
  numberIn,
  type PlanContent,
  planYears,
  yearLines,
} from './plan-content.ts'
import { planFigures } from './plan-figures.ts'
import { yearName } from './plan-sentences.ts'

/** The figures of a plan as an Excel file: what was typed, and the sums that follow from it. */
export function planSheet(content: PlanContent, t: Translate): Promise<Uint8Array> {
  const figures = planFigures(content)
  const money = (header: string) => ({ header, width: 20, kind: 'money' as const })
  return writeSheet({
    sheetName: t('plans:figures.title'),
    columns: [
      { header: t('plans:figures.line'), width: 44, kind: 'text' },
      ...planYears.map((no) => money(yearName(figures.years[no - 1] ?? null, no - 1, t))),
    ],
    rows: [...yearRows(content, t), ...moneyRows(content, t)],
  })
}

function yearRows(content: PlanContent, t: Translate): SheetCell[][] {
  const { years } = planFigures(content)
  const computed = (key: 'revenue' | 'costs' | 'profit') => [
    t(`plans:figures.${key}`),
    ...years.map((year) => year?.[key] ?? null),
  ]
  return [
    ...yearLines.map((line) => [
      lineName(line, content, t),
      ...planYears.map((no) => numberIn(content[`${line}-${no}`])),
    ]),
    ...(['revenue', 'costs', 'profit'] as const).map(computed),
    [
      t('plans:figures.break_even'),
      ...years.map((year) =>
        year?.breakEven && year.breakEven.is !== 'never' ? year.breakEven.output : null,
      ),
    ],
  ]
}

function moneyRows(content: PlanContent, t: Translate): SheetCell[][] {
  const { investment, capital } = planFigures(content)
  const typed = (lines: readonly (keyof PlanContent)[]) =>
    lines.map((line) => [t(`plans:plan.field.${line}`), numberIn(content[line]), null, null])
  return [
    ...typed(investmentLines),
    [t('plans:figures.investment'), investment, null, null],
    ...typed(capitalLines),
    [t('plans:figures.capital'), capital, null, null],
  ]
}

/** The name of a line of figures; the output with what it is counted in. */
export function lineName(line: (typeof yearLines)[number], { unit }: PlanContent, t: Translate): string {
  const name = t(`plans:figures.lines.${line}`)
  return line === 'output' && unit ? `${name} (${unit})` : name
}
