import { productSet } from '#modules/products/index.ts'
import { dayOf } from '#platform/dates.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { numberIn } from './plan-content.ts'
import { planFigures } from './plan-figures.ts'
import type { BusinessPlan } from './plan-store.ts'

/** A list of business plans as an Excel file, with what their figures come to. */
export function planListSheet(plans: readonly BusinessPlan[], t: Translate): Promise<Uint8Array> {
  const column = (header: string, width: number, kind: 'text' | 'number' | 'money' | 'day' = 'text') =>
    ({ header: t(`plans:${header}`), width, kind }) as const
  return writeSheet({
    sheetName: t('plans:plan.title'),
    columns: [
      column('idea.column.commune', 24),
      column('idea.column.producer', 34),
      column('idea.column.name', 34),
      column('idea.column.set', 30),
      column('plan.column.version', 10, 'number'),
      column('plan.column.saved', 14, 'day'),
      column('plan.column.sent', 14, 'day'),
      column('plan.column.looked', 16, 'number'),
      column('plan.field.workers', 12, 'number'),
      column('figures.investment', 20, 'money'),
      column('plan.field.loan', 20, 'money'),
      ...([1, 2, 3] as const).flatMap((no) => [
        {
          header: `${t('plans:figures.revenue')}, ${t('plans:figures.year', { no })}`,
          width: 20,
          kind: 'money' as const,
        },
        {
          header: `${t('plans:figures.profit')}, ${t('plans:figures.year', { no })}`,
          width: 20,
          kind: 'money' as const,
        },
      ]),
    ],
    rows: plans.map((plan) => {
      const { content } = plan
      const { investment, years } = planFigures(content)
      return [
        plan.communeName,
        plan.producerName,
        plan.name,
        productSet(Number(content.productSetNo))?.nameVi ?? null,
        plan.version,
        dayOf(plan.savedAt),
        plan.sentAt ? dayOf(plan.sentAt) : null,
        plan.lookedAt || null,
        numberIn(content.workers),
        investment,
        numberIn(content.loan),
        ...years.flatMap((year) => [year?.revenue ?? null, year?.profit ?? null]),
      ]
    }),
  })
}
