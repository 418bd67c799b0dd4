import { dayOf } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  EmptyState,
  Note,
  Pager,
  Panel,
  Table,
  Tabs,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { dossierTabs } from '../dossier-tabs.ts'
import { dateWords, isUrgent, missingWords, nextStep } from '../portfolio-words.ts'
import type { Portfolio, PortfolioLine } from '../read-portfolio.ts'
import { StateBadge } from './state-badge.tsx'

interface PortfolioPageProps {
  portfolio: Portfolio
  /** The consultant for whom the reader works, or the reader's last application. */
  consultant: { id: string; state: string; name: string } | undefined
  /** How many mandates wait for the reader's signature. */
  toSign: number
  isFirst: boolean
}

/** A consultant's dossiers, each with what is missing, the days to watch, and what comes next. */
export function PortfolioPage({ portfolio, consultant, toSign, isFirst }: PortfolioPageProps) {
  const { t } = useView()
  const { tab, counts, lines, next } = portfolio
  const here = `/portfolio?tab=${tab.key}`
  return (
    <WorkPage
      title={t('dossiers:page.portfolio.title')}
      actions={
        consultant?.state === 'active' && (
          <>
            <Button href={`/portfolio.xlsx?tab=${tab.key}`} icon="file-spreadsheet" download>
              {t('dossiers:page.portfolio.excel')}
            </Button>
            <Button href="/mandates/new" variant="primary" icon="plus">
              {t('dossiers:page.portfolio.propose')}
            </Button>
          </>
        )
      }
    >
      <Standing consultant={consultant} toSign={toSign} />
      {consultant?.state === 'active' && (
        <>
          <p class="mb-4 text-ink-2">{t('dossiers:page.portfolio.lead')}</p>
          <Tabs
            items={dossierTabs.portfolio.map(({ key }) => ({
              href: `/portfolio?tab=${key}`,
              label: t(`dossiers:page.portfolio.tab.${key}`),
              count: counts[key] ?? 0,
              current: key === tab.key,
              urgent: key === 'to_do',
            }))}
          />
          <Lines lines={lines} />
          <Pager
            nextHref={next ? `${here}&after=${next}` : undefined}
            firstHref={isFirst ? undefined : here}
          />
        </>
      )}
    </WorkPage>
  )
}

/** How the reader stands in the register, and what waits for a signature. */
function Standing({ consultant, toSign }: Pick<PortfolioPageProps, 'consultant' | 'toSign'>) {
  const { t } = useView()
  const mayApply = !consultant || consultant.state === 'declined' || consultant.state === 'removed'
  return (
    <>
      {consultant && consultant.state !== 'active' && (
        <Note tone={consultant.state === 'applied' ? 'info' : 'warning'} class="mb-5" title={consultant.name}>
          {t(`dossiers:page.portfolio.state.${consultant.state}`)}
        </Note>
      )}
      {mayApply && (
        <Panel>
          <EmptyState
            icon="graduation-cap"
            title={t('dossiers:page.portfolio.apply')}
            action={
              <Button href="/consultants/application" variant="primary" icon="send">
                {t('dossiers:page.portfolio.apply')}
              </Button>
            }
          >
            {t('dossiers:page.portfolio.apply_text')}
          </EmptyState>
        </Panel>
      )}
      {toSign > 0 && (
        <Note tone="warning" class="mb-5">
          {t('dossiers:page.portfolio.to_sign', { count: toSign })}{' '}
          <a class="lnk" href="/mandates">
            {t('dossiers:page.portfolio.open_mandates')}
          </a>
        </Note>
      )}
    </>
  )
}

function Lines({ lines }: { lines: readonly PortfolioLine[] }) {
  const { t, now } = useView()
  const today = dayOf(now)
  return (
    <Panel flush class="mt-4">
      <Table
        caption={t('dossiers:page.portfolio.title')}
        head={['product', 'missing', 'dates', 'next'].map((key) => ({
          label: t(`dossiers:page.portfolio.column.${key}`),
        }))}
        tones={lines.map((line) => (isUrgent(line, today) ? 'late' : undefined))}
        rows={lines.map((line) => [
          <ProductCell key="product" line={line} />,
          <MissingCell key="missing" line={line} />,
          <Several key="dates" words={dateWords(line, today, t)} />,
          <NextCell key="next" line={line} />,
        ])}
        empty={
          <EmptyState icon="folder-open" title={t('dossiers:page.portfolio.none')}>
            {t('dossiers:page.portfolio.none_text')}
          </EmptyState>
        }
      />
    </Panel>
  )
}

function ProductCell({ line: { row } }: { line: PortfolioLine }) {
  return (
    <div>
      <a class="lnk font-semibold" href={`/dossiers/${row.id}`}>
        {row.productName}
      </a>
      <p class="text-sm text-ink-2">{row.producerName}</p>
      <p class="mt-1 flex flex-wrap items-center gap-2">
        <StateBadge state={row.state} />
        {row.isDemo && <DemoLabel />}
      </p>
    </div>
  )
}

function MissingCell({ line }: { line: PortfolioLine }) {
  const { t } = useView()
  if (!line.missing) return <span class="text-ink-2">{t('dossiers:page.portfolio.not_open')}</span>
  const words = missingWords(line, t)
  return <Several words={words.length > 0 ? words : [t('dossiers:page.portfolio.nothing_missing')]} />
}

function Several({ words }: { words: readonly string[] }) {
  if (words.length === 0) return <>–</>
  return (
    <ul class="space-y-1">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
}

function NextCell({ line }: { line: PortfolioLine }) {
  const { t } = useView()
  const step = nextStep(line)
  const label = t(`dossiers:page.portfolio.step.${step}`)
  if (step === 'wait_producer') return <span>{label}</span>
  return (
    <Button href={`/dossiers/${line.row.id}`} size="sm" variant={step === 'see' ? 'plain' : 'primary'}>
      {label}
    </Button>
  )
}
