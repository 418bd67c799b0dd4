import type { MarkStanding } from '#modules/regulation/index.ts'
import { DotChart, Panel, useView } from '#platform/ui/index.ts'
import { criterionRows, partRows, totalRows, totalScale } from '../chart-rows.ts'
import { krippendorffAlpha } from '../krippendorff.ts'
import { type ScoredProduct, unitsOf } from '../scored-product.ts'
import { AgreementLevel } from './agreement-words.tsx'

interface ProductChartsProps {
  product: ScoredProduct
  result: { average: number | null; partAverages: Readonly<Record<string, number>> | null }
  marks: readonly MarkStanding[]
  names: ReadonlyMap<string, string>
}

/** How the members' sheets of a product lie to each other: totals, parts, criteria, and how far they agree. */
export function ProductCharts({ product, result, marks, names }: ProductChartsProps) {
  const view = useView()
  const { t } = view
  if (product.sheets.length === 0) return null
  const saying = { ...view, names }
  return (
    <Panel title={t('agreement:title')} lead={<AgreementLevel alpha={krippendorffAlpha(unitsOf(product))} />}>
      <p class="mb-5 max-w-prose text-sm text-ink-2">{t('agreement:explained')}</p>
      <div class="grid gap-8 lg:grid-cols-2">
        <DotChart
          title={t('agreement:chart.totals')}
          lead={t('agreement:chart.totals_lead', totalScale(product.sheets.map(({ score }) => score.total)))}
          rows={totalRows(product, result.average, saying)}
        />
        <DotChart
          title={t('agreement:chart.parts')}
          lead={t('agreement:chart.parts_lead')}
          rows={partRows(product, result.partAverages, saying)}
        />
      </div>
      <div class="mt-8">
        <DotChart
          title={t('agreement:chart.spread')}
          lead={t('agreement:chart.spread_lead')}
          rows={criterionRows(product, marks, saying)}
        />
      </div>
    </Panel>
  )
}
