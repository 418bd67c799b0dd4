import {
  Button,
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
import type { ListedSample, SampleTab } from '../samples/sample-list-store.ts'
import { lotTones } from './lot-tones.ts'
import { SearchBar } from './search-bar.tsx'

export interface SamplesPageProps {
  tab: SampleTab
  tabs: readonly { key: SampleTab; href: string; count: number }[]
  search: string
  lines: readonly (ListedSample & { keeper: string | null; mine: boolean })[]
  sheetHref: string
  nextHref: string | undefined
  firstHref: string | undefined
}

/** Who holds which samples: what is still to come, what is to be sealed and stored, what was used up. */
export function SamplesPage(props: SamplesPageProps) {
  const { t } = useView()
  const { tab, tabs, search, lines, sheetHref, nextHref, firstHref } = props
  const head = ['product', 'units', 'custody', ''].map((key) => ({
    label: key && t(`appraisal:sample.column.${key}`),
  }))
  return (
    <WorkPage
      title={t('appraisal:sample.title')}
      crumbs={[
        { href: '/appraisals', label: t('appraisal:list.title') },
        { label: t('appraisal:sample.title') },
      ]}
    >
      <p class="-mt-3 mb-3 text-ink-2">{t('appraisal:sample.lead')}</p>
      <Tabs
        label={t('appraisal:sample.title')}
        items={tabs.map(({ key, href, count }) => ({
          href,
          count,
          label: t(`appraisal:sample.tab.${key}`),
          current: key === tab,
          urgent: key === 'to_seal',
        }))}
      />
      <SearchBar action="/samples" {...{ tab, search, sheetHref }} />
      <Panel flush class="mt-4">
        <Table
          caption={t(`appraisal:sample.tab.${tab}`)}
          head={head}
          rows={lines.map((line) => [
            <Product key="product" line={line} />,
            <Units key="units" line={line} />,
            <Custody key="custody" line={line} />,
            <Action key="action" line={line} />,
          ])}
          empty={
            <EmptyState icon="package-open" title={t('appraisal:sample.none')}>
              {t(search ? 'appraisal:list.none_found' : `appraisal:sample.none_in.${tab}`)}
            </EmptyState>
          }
        />
      </Panel>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </WorkPage>
  )
}

type Line = SamplesPageProps['lines'][number]

function Product({ line }: { line: Line }) {
  const { demo } = useView()
  return (
    <div>
      <a class="lnk" href={line.lotId ? `/samples/${line.lotId}` : `/dossiers/${line.dossierId}/samples`}>
        {line.productName}
      </a>
      <p class="text-sm text-ink-2">{[line.lotCode, line.producerName].filter(Boolean).join(' · ')}</p>
      {line.isDemo && !demo && <DemoLabel />}
    </div>
  )
}

function Units({ line }: { line: Line }) {
  const { t } = useView()
  if (line.lotId === null) return <>{t('appraisal:sample.sent', { count: line.sent ?? 0 })}</>
  return <>{t('appraisal:sample.kept_of', { kept: line.kept, received: line.received })}</>
}

function Custody({ line }: { line: Line }) {
  const { t } = useView()
  if (!line.lotState) return <StatusBadge tone="warning">{t('appraisal:sample.expected')}</StatusBadge>
  const where = [line.sealNo && t('appraisal:sample.seal_of', { number: line.sealNo }), line.place]
  return (
    <span>
      <StatusBadge tone={lotTones[line.lotState]}>{t(`appraisal:sample.state.${line.lotState}`)}</StatusBadge>
      <span class="block text-sm text-ink-2">{where.filter(Boolean).join(' · ')}</span>
      {line.keeper && (
        <span class="block text-sm text-ink-2">{t('appraisal:sample.held_by', { name: line.keeper })}</span>
      )}
    </span>
  )
}

function Action({ line }: { line: Line }) {
  const { t } = useView()
  if (line.lotId === null)
    return (
      <Button href={`/dossiers/${line.dossierId}/samples`} size="sm" variant="primary">
        {t('appraisal:sample.receive')}
      </Button>
    )
  return (
    <Button href={`/samples/${line.lotId}`} size="sm">
      {t('appraisal:list.open')}
    </Button>
  )
}
