import { dayOf, daysBetween } from '#platform/dates.ts'
import {
  Button,
  ClockChip,
  DemoLabel,
  EmptyState,
  Pager,
  Panel,
  Table,
  Tabs,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { clockOf } from '../clock.ts'
import type { ListedDossier } from '../dossier-list-store.ts'
import { dossierTabs } from '../dossier-tabs.ts'
import { StateBadge } from './state-badge.tsx'

interface DossiersPageProps {
  rows: readonly ListedDossier[]
  tab: string
  counts: Readonly<Record<string, number>>
  /** Where the next page of the list begins. */
  next: string | null
  isFirst: boolean
  hasProducts: boolean
}

/** A producer's own dossiers, each with where it stands and what comes next. */
export function DossiersPage({ rows, tab, counts, next, isFirst, hasProducts }: DossiersPageProps) {
  const { t } = useView()
  const here = `/dossiers?tab=${tab}`
  const tabs = dossierTabs.mine.map(({ key }) => ({
    href: `/dossiers?tab=${key}`,
    label: t(`dossiers:page.filing.tab.${key}`),
    count: counts[key] ?? 0,
    current: key === tab,
    urgent: key === 'to_do',
  }))
  const open = (
    <Button href={hasProducts ? '/dossiers/new' : '/products/new'} variant="primary" icon="plus">
      {t(hasProducts ? 'dossiers:page.filing.new' : 'dossiers:page.filing.new_product')}
    </Button>
  )
  const head = ['product', 'state', 'next', ''].map((key) => ({
    label: key && t(`dossiers:page.filing.column.${key}`),
  }))
  return (
    <WorkPage
      title={t('dossiers:page.filing.title')}
      actions={
        <>
          <Button href="/tu-cham" icon="clipboard-check">
            {t('dossiers:page.filing.practise')}
          </Button>
          {open}
        </>
      }
    >
      <Tabs items={tabs} />
      <Panel flush class="mt-4">
        <Table
          caption={t('dossiers:page.filing.title')}
          head={head}
          rows={rows.map(cellsOf)}
          empty={
            <EmptyState icon="folder-open" title={t('dossiers:page.filing.none')} action={open}>
              {t(hasProducts ? 'dossiers:page.filing.none_text' : 'dossiers:page.filing.no_products')}
            </EmptyState>
          }
        />
      </Panel>
      <Pager nextHref={next ? `${here}&after=${next}` : undefined} firstHref={isFirst ? undefined : here} />
    </WorkPage>
  )
}

const cellsOf = (row: ListedDossier) => [
  <ProductCell key="product" row={row} />,
  <StateBadge key="state" state={row.state} />,
  <NextCell key="next" row={row} />,
  <Action key="action" row={row} />,
]

function ProductCell({ row }: { row: ListedDossier }) {
  const { t } = useView()
  return (
    <div>
      <a class="lnk" href={`/dossiers/${row.id}`}>
        {row.productName}
      </a>
      <p class="text-sm text-ink-2">
        {row.code}, {t(`dossiers:kind.${row.kind}`).toLowerCase()}
      </p>
      {row.isDemo && <DemoLabel />}
    </div>
  )
}

function NextCell({ row }: { row: ListedDossier }) {
  const { t, now } = useView()
  const today = dayOf(now)
  const clock = clockOf(row, today)
  return (
    <div class="space-y-1">
      <p>{t(`dossiers:page.filing.next.${row.state}`)}</p>
      {row.mendBy ? (
        <ClockChip daysLeft={daysBetween(today, row.mendBy)}>
          {t('dossiers:page.filing.before', { day: row.mendBy })}
        </ClockChip>
      ) : (
        clock &&
        !clock.paused && (
          <ClockChip daysLeft={clock.left}>
            {t('dossiers:page.filing.commune_due', { day: clock.due })}
          </ClockChip>
        )
      )}
    </div>
  )
}

function Action({ row }: { row: ListedDossier }) {
  const { t } = useView()
  if (row.state === 'draft')
    return (
      <Button href={`/dossiers/${row.id}`} variant="secondary" size="sm">
        {t('dossiers:page.filing.go_on')}
      </Button>
    )
  if (row.state === 'returned' || row.state === 'returned_by_province')
    return (
      <Button href={`/dossiers/${row.id}/mending`} variant="primary" size="sm">
        {t('dossiers:page.filing.mend')}
      </Button>
    )
  return (
    <Button href={`/dossiers/${row.id}`} size="sm">
      {t('dossiers:page.filing.see')}
    </Button>
  )
}
