import { Button, DemoLabel, EmptyState, Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import type { BuyerPackShareRow } from '../buyer-pack-tables.ts'
import type { PackToday } from '../read-packs.ts'
import { NextToEnd, StandingBadge, WeakenedBy } from './standing.tsx'

export interface ListedPack {
  today: PackToday
  /** The link that is open. */
  share: BuyerPackShareRow | undefined
}

interface PacksPageProps {
  producer: { id: string; name: string; isDemo: boolean }
  packs: readonly ListedPack[]
  mayWrite: boolean
}

/** The packs of a producer: for whom, with what in them, how they stand today. */
export function PacksPage({ producer, packs, mayWrite }: PacksPageProps) {
  const { t } = useView()
  const begin = mayWrite && (
    <Button href={`/producers/${producer.id}/buyer-packs/new`} variant="primary" icon="plus">
      {t('buyer-packs:new')}
    </Button>
  )
  return (
    <WorkPage
      title={t('buyer-packs:title')}
      crumbs={[
        { href: `/producers/${producer.id}`, label: producer.name },
        { label: t('buyer-packs:title') },
      ]}
      aside={producer.isDemo && <DemoLabel />}
      actions={packs.length > 0 && begin}
    >
      <p class="-mt-2 mb-4 max-w-3xl text-ink-2">{t('buyer-packs:lead')}</p>
      <Panel flush>
        <Table
          caption={t('buyer-packs:title')}
          head={['name', 'content', 'standing', 'share'].map((key) => ({
            label: t(`buyer-packs:column.${key}`),
          }))}
          rows={packs.map(({ today, share }) => [
            <Name key="name" today={today} />,
            t('buyer-packs:content', { products: today.products.length, papers: today.papers.length }),
            <Standing key="standing" today={today} />,
            share
              ? t('buyer-packs:share.open_until', { day: share.endsOn, n: share.opened })
              : t('buyer-packs:share.not_open'),
          ])}
          empty={
            <EmptyState icon="package-open" title={t('buyer-packs:empty.title')} action={begin}>
              {t('buyer-packs:empty.text')}
            </EmptyState>
          }
        />
      </Panel>
    </WorkPage>
  )
}

function Name({ today: { pack } }: { today: PackToday }) {
  return (
    <span class="block">
      <a class="lnk font-semibold" href={`/buyer-packs/${pack.id}`}>
        {pack.name}
      </a>
      {pack.buyer && <span class="block text-sm font-normal text-ink-2">{pack.buyer}</span>}
    </span>
  )
}

function Standing({ today: { standing } }: { today: PackToday }) {
  const { t } = useView()
  return (
    <span class="block min-w-0 text-sm">
      <StandingBadge standing={standing} />
      {standing.weakenedBy.length > 0 ? (
        <WeakenedBy standing={standing} />
      ) : (
        <span class="mt-1 block text-ink-2">
          {t('buyer-packs:standing.next_label')}: <NextToEnd standing={standing} />
        </span>
      )}
    </span>
  )
}
