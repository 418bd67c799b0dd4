import { showNumber, showPercent } from '#platform/text/format.ts'
import { Note, Panel, showMoney, Table, useView } from '#platform/ui/index.ts'
import {
  capitalLines,
  investmentLines,
  numberIn,
  type PlanContent,
  planYears,
  yearLines,
} from '../plan-content.ts'
import { planFigures } from '../plan-figures.ts'
import { figureSentences, yearName } from '../plan-sentences.ts'
import { lineName } from '../plan-sheet.ts'

/** Investment, sources and the three years, with every sum that follows, and what they mean in words. */
export function PlanFiguresView({ content }: { content: PlanContent }) {
  const { t } = useView()
  const figures = planFigures(content)
  const sentences = figureSentences(figures, { t, unit: content.unit })
  return (
    <>
      <Panel title={t('plans:plan.part.years')}>
        {sentences.length === 0 ? (
          <p class="text-ink-2">{t('plans:plan.no_figures')}</p>
        ) : (
          <ul class="list-disc space-y-1 pl-5">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {sentences.length > 0 && (
          <div class="mt-4">
            <YearTable content={content} />
          </div>
        )}
        <p class="mt-3 text-sm text-ink-2">{t('plans:figures.expectation')}</p>
      </Panel>
      <MoneyPanel content={content} />
    </>
  )
}

function YearTable({ content }: { content: PlanContent }) {
  const { t, locale } = useView()
  const { years } = planFigures(content)
  const money = (sum: number | null | undefined) => (sum == null ? '' : showNumber(sum, locale))
  return (
    <Table
      dense
      caption={t('plans:figures.title')}
      head={[
        { label: t('plans:figures.line') },
        ...planYears.map((no) => ({
          label: yearName(years[no - 1] ?? null, no - 1, t),
          align: 'right' as const,
        })),
      ]}
      rows={[
        ...yearLines.map((line) => [
          <span key={line} class="block min-w-40">
            {lineName(line, content, t)}
          </span>,
          ...planYears.map((no) => money(numberIn(content[`${line}-${no}`]))),
        ]),
        ...(['revenue', 'costs', 'profit'] as const).map((key) => [
          <b key={key}>{t(`plans:figures.${key}`)}</b>,
          ...years.map((year, at) => <b key={at}>{money(year?.[key])}</b>),
        ]),
        [
          t('plans:figures.margin'),
          ...years.map((year) => (year?.margin == null ? '' : showPercent(year.margin, locale))),
        ],
      ]}
    />
  )
}

function MoneyPanel({ content }: { content: PlanContent }) {
  const { t, locale } = useView()
  const { investment, capital, uncovered } = planFigures(content)
  if (investment === 0 && capital === 0) return null
  const money = (sum: number | null) => (sum === null ? '' : showMoney(sum, locale))
  const rows = (lines: readonly (keyof PlanContent)[]) =>
    lines.map((line) => [t(`plans:plan.field.${line}`), money(numberIn(content[line]))])
  const total = (key: 'investment' | 'capital', sum: number) => [
    <b key="name">{t(`plans:figures.${key}`)}</b>,
    <b key="sum">{money(sum)}</b>,
  ]
  return (
    <Panel title={t('plans:plan.part.money')}>
      <Table
        dense
        caption={t('plans:plan.part.money')}
        head={[{ label: t('plans:figures.line') }, { label: t('plans:figures.amount'), align: 'right' }]}
        rows={[
          ...rows(investmentLines),
          total('investment', investment),
          ...rows(capitalLines),
          total('capital', capital),
        ]}
      />
      <Note tone={uncovered > 0 ? 'warning' : 'success'} class="mt-4">
        {uncovered > 0 ? t('plans:plan.uncovered', { sum: uncovered }) : t('plans:plan.covered')}
      </Note>
    </Panel>
  )
}
