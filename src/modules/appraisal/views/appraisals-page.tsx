import { daysBetween } from '#platform/dates.ts'
import {
  Button,
  ClockChip,
  DemoLabel,
  EmptyState,
  Pager,
  Panel,
  StatusBadge,
  Table,
  Tabs,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { AppraisalTab, ListedAppraisal } from '../report/appraisal-list-store.ts'
import { SearchBar } from './search-bar.tsx'

export interface AppraisalsPageProps {
  tab: AppraisalTab
  tabs: readonly { key: AppraisalTab; href: string; count: number }[]
  search: string
  lines: readonly (ListedAppraisal & { place: string; writer: string | null; mayWrite: boolean })[]
  today: string
  sheetHref: string
  nextHref: string | undefined
  firstHref: string | undefined
  readsSamples: boolean
}

/** The dossiers that the council's advisory team appraises: whose report is to be written, which tests wait. */
export function AppraisalsPage(props: AppraisalsPageProps) {
  const { t } = useView()
  const { tab, tabs, search, lines, sheetHref, nextHref, firstHref, readsSamples } = props
  return (
    <WorkPage
      title={t('appraisal:list.title')}
      actions={
        readsSamples && (
          <Button href="/samples" icon="package-check">
            {t('appraisal:sample.title')}
          </Button>
        )
      }
    >
      <p class="-mt-3 mb-3 text-ink-2">{t('appraisal:list.lead')}</p>
      <Tabs
        label={t('appraisal:list.title')}
        items={tabs.map(({ key, href, count }) => ({
          href,
          count,
          label: t(`appraisal:list.tab.${key}`),
          current: key === tab,
          urgent: key === 'late' || key === 'to_write',
        }))}
      />
      <SearchBar action="/appraisals" {...{ tab, search, sheetHref }} />
      <Panel flush class="mt-4">
        <Table
          caption={t(`appraisal:list.tab.${tab}`)}
          head={['product', 'report', 'tests', ''].map((key) => ({
            label: key && t(`appraisal:list.column.${key}`),
          }))}
          tones={lines.map(({ lateSince }) => (lateSince ? 'late' : undefined))}
          rows={lines.map((line) => [
            <Product key="product" line={line} />,
            <Report key="report" line={line} />,
            <Tests key="tests" line={line} today={props.today} />,
            <Action key="action" line={line} />,
          ])}
          empty={
            <EmptyState icon="clipboard-list" title={t('appraisal:list.none')}>
              {t(search ? 'appraisal:list.none_found' : `appraisal:list.none_in.${tab}`)}
            </EmptyState>
          }
        />
      </Panel>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </WorkPage>
  )
}

type Line = AppraisalsPageProps['lines'][number]

function Product({ line }: { line: Line }) {
  const { t, demo } = useView()
  return (
    <div>
      <a class="lnk" href={`/dossiers/${line.dossierId}/appraisal`}>
        {line.productName}
      </a>
      <p class="text-sm text-ink-2">
        {[line.producerName, line.place, line.number ?? line.code].filter(Boolean).join(' · ')}
      </p>
      <p class="text-sm text-ink-2">{t(`appraisal:kind.${line.kind}`)}</p>
      {line.isDemo && !demo && <DemoLabel />}
    </div>
  )
}

function Report({ line }: { line: Line }) {
  const { t } = useView()
  if (line.signedAt) return <StatusBadge tone="success">{t('appraisal:list.signed')}</StatusBadge>
  if (!line.savedAt) return <StatusBadge tone="warning">{t('appraisal:list.not_begun')}</StatusBadge>
  return (
    <span>
      <StatusBadge tone="info">{t('appraisal:list.draft')}</StatusBadge>
      {line.writer && <span class="block text-sm text-ink-2">{line.writer}</span>}
    </span>
  )
}

function Tests({ line, today }: { line: Line; today: string }) {
  const { t } = useView()
  if (line.tests === 0) return <span class="text-ink-2">{t('appraisal:list.no_tests')}</span>
  return (
    <a class="flex flex-wrap items-center gap-2" href={`/dossiers/${line.dossierId}/tests`}>
      <span class="lnk">{t('appraisal:list.tests', { received: line.testsReceived, all: line.tests })}</span>
      {line.lateSince && <ClockChip daysLeft={daysBetween(today, line.lateSince)} />}
    </a>
  )
}

function Action({ line }: { line: Line }) {
  const { t } = useView()
  if (!line.mayWrite)
    return (
      <Button href={`/dossiers/${line.dossierId}/appraisal`} size="sm">
        {t('appraisal:list.open')}
      </Button>
    )
  return (
    <Button href={`/dossiers/${line.dossierId}/appraisal/draft`} size="sm" variant="primary">
      {t(line.savedAt ? 'appraisal:report.go_on' : 'appraisal:report.write')}
    </Button>
  )
}
