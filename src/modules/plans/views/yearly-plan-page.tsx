import { Button, EmptyState, Panel, Select, Table, useView } from '#platform/ui/index.ts'
import { yearlyPlanColumns } from '../yearly-plan-sheet.ts'
import type { YearlyPlanLine } from '../yearly-plan-store.ts'
import { PlansFrame } from './plans-frame.tsx'

interface YearlyPlanPageProps {
  lines: readonly YearlyPlanLine[]
  year: number
  years: readonly number[]
}

/** What each commune planned for a year beside what came of it. */
export function YearlyPlanPage({ lines, year, years }: YearlyPlanPageProps) {
  const { t } = useView()
  const sum = (key: (typeof yearlyPlanColumns)[number]) => lines.reduce((total, line) => total + line[key], 0)
  return (
    <PlansFrame
      part="year"
      title={t('plans:yearly.title', { year })}
      readsYear
      actions={
        <Button href={`/plans/year.xlsx?year=${year}`} icon="file-spreadsheet" download>
          {t('plans:yearly.excel')}
        </Button>
      }
    >
      <p class="max-w-3xl text-ink-2">{t('plans:yearly.lead')}</p>
      <form method="get" action="/plans/year" class="noprint flex flex-wrap items-end gap-3">
        <div class="w-40">
          <Select
            name="year"
            label={t('plans:year_label')}
            value={String(year)}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </div>
        <Button>{t('plans:show')}</Button>
      </form>
      <Panel flush>
        <Table
          dense
          caption={t('plans:yearly.title', { year })}
          head={[
            { label: t('plans:yearly.commune') },
            ...yearlyPlanColumns.map((key) => ({ label: t(`plans:yearly.${key}`), align: 'right' as const })),
          ]}
          rows={[
            ...lines.map((line) => [
              <span key="commune" class="whitespace-nowrap">
                {line.communeName}
              </span>,
              ...yearlyPlanColumns.map((key) => line[key]),
            ]),
            ...(lines.length > 1
              ? [
                  [
                    <b key="total">{t('plans:yearly.total')}</b>,
                    ...yearlyPlanColumns.map((key) => <b key={key}>{sum(key)}</b>),
                  ],
                ]
              : []),
          ]}
          empty={undefined}
        />
        {lines.length === 0 && (
          <EmptyState icon="calendar-range" title={t('plans:yearly.empty_title', { year })}>
            {t('plans:yearly.empty')}
          </EmptyState>
        )}
      </Panel>
      <p class="text-sm text-ink-2">{t('plans:yearly.note', { year })}</p>
    </PlansFrame>
  )
}
