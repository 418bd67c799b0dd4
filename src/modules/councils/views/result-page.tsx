import { type CriteriaSet, type MarkStanding, traceInWords } from '#modules/regulation/index.ts'
import { showMoment } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  Facts,
  Mark,
  Note,
  Panel,
  Rosette,
  StatusBadge,
  showScore,
  Table,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { ScoredProduct } from '../agreement/scored-product.ts'
import { ProductCharts } from '../agreement/views/product-charts.tsx'
import type { FromPaper } from '../paper-sheets/paper-words.ts'
import { PaperLines } from '../paper-sheets/views/paper-lines.tsx'
import type { Comparison } from '../read-dossier-room.ts'
import type { CouncilResult } from '../result-store.ts'
import { ComparisonTable } from './comparison-table.tsx'

export interface ResultPageProps {
  session: { id: string; name: string }
  label: { product: string; producer: string; code: string; isDemo: boolean }
  result: Pick<
    CouncilResult,
    | 'outcome'
    | 'average'
    | 'partAverages'
    | 'band'
    | 'stars'
    | 'trace'
    | 'decidedAt'
    | 'round'
    | 'criteriaSetId'
    | 'knockOut'
  >
  set: CriteriaSet
  /** How the council stands at every star mark. */
  marks: readonly MarkStanding[]
  /** The sheets that made the result. */
  product: ScoredProduct
  comparisons: readonly Comparison[]
  names: ReadonlyMap<string, string>
  rounds: readonly { round: number; reason: string }[]
  papers: readonly FromPaper[]
}

/** What the council decided on a dossier, why in words, and every sheet that it came from. */
export function ResultPage(props: ResultPageProps) {
  const { t, locale } = useView()
  const { session, label, result, comparisons, names, rounds } = props
  const title = t('councils:result.title', { product: label.product })
  return (
    <WorkPage
      title={title}
      aside={label.isDemo ? <DemoLabel /> : undefined}
      crumbs={[
        { href: '/councils', label: t('councils:list.title') },
        { href: `/sessions/${session.id}`, label: session.name },
        { label: title },
      ]}
      actions={<Button href={`/sessions/${session.id}`}>{t('councils:result.session')}</Button>}
    >
      <div class="grid gap-5">
        <div class="grid gap-5 lg:grid-cols-2">
          <Outcome {...props} />
          <Panel title={t('councils:result.why')}>
            <ol class="grid list-decimal gap-1.5 pl-5">
              {traceInWords(result.trace, locale).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ol>
          </Panel>
        </div>
        {rounds.length > 0 && (
          <Panel title={t('councils:result.rounds')}>
            <ul class="grid gap-1">
              {rounds.map(({ round, reason }) => (
                <li key={round}>{t('councils:result.round', { round, reason })}</li>
              ))}
            </ul>
          </Panel>
        )}
        <Marks {...props} />
        {result.outcome === 'ranked' && <ProductCharts {...props} />}
        {comparisons.map((comparison) => (
          <ComparisonTable
            key={comparison.round}
            comparison={comparison}
            names={names}
            title={t('councils:compare.round', { round: comparison.round })}
          />
        ))}
        <PaperLines papers={props.papers} />
      </div>
    </WorkPage>
  )
}

function Outcome({ label, result }: ResultPageProps) {
  const { t, locale } = useView()
  const { outcome, average, partAverages, band, stars, knockOut, decidedAt, round } = result
  const facts = [
    [t('councils:room.code'), label.code],
    [t('councils:room.producer'), label.producer],
    [t('councils:room.round'), round],
    [t('councils:result.decided'), showMoment(decidedAt)],
  ] as const
  if (outcome === 'rejected')
    return (
      <Panel title={t('councils:result.rejected')}>
        <Note tone="error" class="mb-4">
          {knockOut?.reason}
        </Note>
        <Facts items={facts} />
      </Panel>
    )
  return (
    <Panel title={t('councils:result.outcome')}>
      <p class="flex flex-wrap items-center gap-x-5 gap-y-2">
        <span class="text-4xl font-bold text-primary">{showScore(average ?? 0, locale)}</span>
        <span class="flex items-center gap-2 text-2xl font-bold">
          <Rosette stars={stars ?? 0} class="size-9 text-accent" />
          {t('councils:stars', { count: stars })}
        </span>
      </p>
      <p class="mt-1 text-sm text-ink-2">{t('councils:result.not_yet')}</p>
      {band !== stars && (
        <Note tone="warning" class="my-4">
          {t('councils:result.below_band', { band, stars })}
        </Note>
      )}
      <div class="mt-4">
        <Facts
          items={[
            ...Object.entries(partAverages ?? {}).map(
              ([code, points]) => [t('councils:hand_in.part', { code }), showScore(points, locale)] as const,
            ),
            [t('councils:result.band'), t('councils:stars', { count: band })],
            ...facts,
          ]}
        />
      </div>
    </Panel>
  )
}

function Marks({ set, marks, result }: ResultPageProps) {
  const { t, locale } = useView()
  if (result.outcome !== 'ranked' || marks.length === 0) return null
  const nameOf = (code: string) => {
    const criterion = set.parts
      .flatMap(({ sections }) => sections.flatMap(({ criteria }) => criteria))
      .find((one) => one.code === code)
    return locale === 'en' ? criterion?.nameEn : criterion?.nameVi
  }
  const missed = marks.filter(({ met }) => !met)
  const met = marks.filter((mark) => mark.met)
  const head = ['criterion', 'mark', 'needed', 'reached', 'state'].map((name) => ({
    label: t(`councils:marks.${name}`),
  }))
  const cellsOf = (mark: MarkStanding) => [
    <span key="criterion">
      <b>{mark.criterion}</b> {nameOf(mark.criterion)}
    </span>,
    <Mark key="mark" rank={mark.rank} met={mark.met} />,
    t('councils:points', { count: mark.needed }),
    t('councils:marks.of', { reached: mark.reached, sheets: mark.sheets }),
    <StatusBadge key="state" tone={mark.met ? 'success' : 'error'}>
      {t(mark.met ? 'councils:marks.met' : 'councils:marks.missed')}
    </StatusBadge>,
  ]
  return (
    <Panel flush title={t('councils:marks.title')} lead={t('councils:marks.lead')}>
      {missed.length > 0 && (
        <Table caption={t('councils:marks.missed_ones')} head={head} rows={missed.map(cellsOf)} />
      )}
      {met.length > 0 && (
        <details class="border-t border-line first:border-t-0">
          <summary class="lnk p-4">{t('councils:marks.met_ones', { count: met.length })}</summary>
          <Table
            caption={t('councils:marks.met_ones', { count: met.length })}
            head={head}
            rows={met.map(cellsOf)}
          />
        </details>
      )}
    </Panel>
  )
}
