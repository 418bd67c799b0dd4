import {
  BarChart,
  Button,
  Note,
  PublicPage,
  Stat,
  showNumber,
  showPercent,
  Table,
  Tabs,
  useView,
} from '#platform/ui/index.ts'
import type { Chart, Figures, FiguresAsked } from '../read-figures.ts'
import type { PublishedGroup } from '../score-bands/published-bands.ts'
import { ScoreBandsSection } from './score-bands-section.tsx'

interface StatisticsPageProps {
  figures: Figures
  bands: readonly PublishedGroup[]
  origin: string
}

/** Each chart answers one question; each number opens the list behind it. */
export function StatisticsPage({ figures, bands, origin }: StatisticsPageProps) {
  const { t } = useView()
  const { asked, charts, years, missing } = figures
  const title = t('statistics:title')
  const periods = [undefined, ...[...years].reverse()]
  return (
    <PublicPage
      title={title}
      description={t('statistics:description')}
      canonical={origin + addressOf('/thong-ke', asked)}
    >
      <div class="wrap pt-8">
        <div class="flex flex-wrap items-start justify-between gap-3">
          <h1 class="text-3xl">{title}</h1>
          <Button href={addressOf('/thong-ke.xlsx', asked)} icon="download" download>
            {t('statistics:excel')}
          </Button>
        </div>
        <p class="mt-2 max-w-prose text-ink-2">
          {asked.year === undefined
            ? t('statistics:lead_now')
            : t('statistics:lead_year', { year: asked.year })}
        </p>
        <div class="mt-5">
          <Tabs
            label={t('statistics:years')}
            items={periods.map((year) => ({
              href: addressOf('/thong-ke', { ...asked, year }),
              label: year === undefined ? t('statistics:now') : String(year),
              current: year === asked.year,
            }))}
          />
        </div>
        <Totals figures={figures} />
        {missing.length > 0 && (
          <Note tone="warning" title={t('statistics:missing_title')} class="mt-6">
            {t('statistics:missing', { years: spansOf(missing) })}
          </Note>
        )}
        <div class="mt-10 space-y-14">
          {charts.map((chart) => (
            <ChartWithTable key={chart.question} {...{ chart, asked }} />
          ))}
          <ScoreBandsSection groups={bands} year={asked.year} />
        </div>
      </div>
    </PublicPage>
  )
}

function Totals({ figures }: { figures: Figures }) {
  const { locale, t } = useView()
  const { asked, total, inForce, communes } = figures
  const year = asked.year === undefined ? '' : `nam=${asked.year}`
  return (
    <ul class="mt-6 grid gap-3 sm:grid-cols-3">
      <li>
        <Stat
          value={showNumber(total, locale)}
          label={t('statistics:total')}
          href={`/san-pham${year && `?${year}`}`}
        />
      </li>
      <li>
        <Stat
          value={showNumber(inForce, locale)}
          label={t('statistics:in_force')}
          href={`/san-pham?trang-thai=con-hieu-luc${year && `&${year}`}`}
        />
      </li>
      <li>
        <Stat value={showNumber(communes, locale)} label={t('statistics:places')} href="#dia-phuong" />
      </li>
    </ul>
  )
}

function ChartWithTable({ chart, asked }: { chart: Chart; asked: FiguresAsked }) {
  const { t } = useView()
  const { question, rows } = chart
  const title = t(`statistics:question.${question}`)
  return (
    <section id={question === 'unit' ? 'dia-phuong' : undefined}>
      {rows.length === 0 ? (
        <>
          <h2 class="text-xl">{title}</h2>
          <p class="mt-2 text-ink-2">{t('statistics:none')}</p>
        </>
      ) : (
        <>
          <BarChart title={title} rows={rows.slice(0, 20)} />
          {question === 'unit' && <MapSwitch asked={asked} />}
          <div class="mt-4 max-w-3xl">
            <FigureTable {...{ chart, title }} />
          </div>
        </>
      )}
    </section>
  )
}

function FigureTable({ chart: { question, rows }, title }: { chart: Chart; title: string }) {
  const { t, locale } = useView()
  const total = rows.reduce((sum, { value }) => sum + value, 0)
  // A product may be recognised in several years: their sum is no whole.
  const isWhole = question !== 'year'
  return (
    <Table
      dense
      caption={title}
      head={[
        { label: t(`statistics:column.${question}`) },
        { label: t('statistics:column.products'), align: 'right' },
        ...(isWhole ? [{ label: t('statistics:column.share'), align: 'right' as const }] : []),
      ]}
      rows={rows.map(({ label, value, href }) => [
        label,
        <a key={href} class="lnk" href={href}>
          {showNumber(value, locale)}
        </a>,
        ...(isWhole ? [showPercent(value / total, locale)] : []),
      ])}
    />
  )
}

function MapSwitch({ asked }: { asked: FiguresAsked }) {
  const { t } = useView()
  return (
    <div class="mt-4">
      <Tabs
        label={t('statistics:map.label')}
        items={[false, true].map((thatDaysMap) => ({
          href: `${addressOf('/thong-ke', { ...asked, thatDaysMap })}#dia-phuong`,
          label: t(thatDaysMap ? 'statistics:map.before' : 'statistics:map.today'),
          current: thatDaysMap === asked.thatDaysMap,
        }))}
      />
    </div>
  )
}

function addressOf(path: string, { year, thatDaysMap }: FiguresAsked): string {
  const query = new URLSearchParams()
  if (year !== undefined) query.set('nam', String(year))
  if (thatDaysMap) query.set('ban-do', 'cu')
  return query.size > 0 ? `${path}?${query}` : path
}

/** `2020–2023, 2025`. */
function spansOf(years: readonly number[]): string {
  const spans: [number, number][] = []
  for (const year of years) {
    const last = spans.at(-1)
    if (last && last[1] === year - 1) last[1] = year
    else spans.push([year, year])
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
