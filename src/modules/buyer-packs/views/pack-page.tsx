import {
  Button,
  DemoLabel,
  Facts,
  Icon,
  Note,
  Panel,
  SendOnce,
  useView,
  ViewingArea,
  WorkPage,
} from '#platform/ui/index.ts'
import type { BuyerPackShareRow } from '../buyer-pack-tables.ts'
import type { PackToday } from '../read-packs.ts'
import { OfferedPapers, OfferedProducts } from './pack-contents.tsx'
import { SharePanel } from './share-panel.tsx'
import { NextToEnd, StandingBadge, WeakenedBy } from './standing.tsx'

export interface PackPageProps {
  today: PackToday
  shares: readonly BuyerPackShareRow[]
  mayWrite: boolean
  /** `https://…/chao-hang/`, before the code. */
  address: string
}

/** One pack as it is today: how it stands, what is in it, who may open it. */
export function PackPage(props: PackPageProps) {
  const { t } = useView()
  const { today, mayWrite } = props
  const { pack, products, papers, standing } = today
  const here = `/buyer-packs/${pack.id}`
  return (
    <WorkPage
      title={pack.name}
      crumbs={[
        { href: `/producers/${pack.producerId}`, label: pack.producerName },
        { href: `/producers/${pack.producerId}/buyer-packs`, label: t('buyer-packs:title') },
        { label: pack.name },
      ]}
      aside={
        <>
          <StandingBadge standing={standing} />
          {pack.isDemo && <DemoLabel />}
        </>
      }
      actions={
        <>
          {mayWrite && (
            <Button href={`${here}/edit`} icon="pencil">
              {t('buyer-packs:edit')}
            </Button>
          )}
          <Button href={`${here}/pack.zip`} variant="primary" icon="download" download>
            {t('buyer-packs:download')}
          </Button>
        </>
      }
    >
      {standing.weakenedBy.length > 0 && (
        <Note
          tone="warning"
          class="mb-5"
          title={t('buyer-packs:standing.weakened_title', { day: standing.since })}
        >
          <WeakenedBy standing={standing} />
          <p class="mt-1">{t('buyer-packs:standing.weakened_text')}</p>
        </Note>
      )}
      <ViewingArea>
        <div class="grid items-start gap-5 lg:not-group-data-open/viewing:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div class="space-y-5">
            <Panel title={t('buyer-packs:form.products')}>
              <OfferedProducts products={products} href={({ id }) => `/products/${id}`} />
            </Panel>
            <Panel title={t('buyer-packs:form.papers')}>
              {papers.length === 0 && <p class="text-ink-2">{t('buyer-packs:no_papers')}</p>}
              <OfferedPapers
                papers={papers}
                href={({ id, producerId }) => `/producers/${producerId}/papers/${id}`}
                fileHref={(fileId) => `/files/${fileId}`}
              />
            </Panel>
          </div>
          <div class="space-y-5">
            <About today={today} />
            <SharePanel {...props} />
            {mayWrite && <CopyAndRemove {...props} />}
          </div>
        </div>
      </ViewingArea>
    </WorkPage>
  )
}

function About({ today: { pack, standing } }: { today: PackToday }) {
  const { t } = useView()
  const facts = (['buyer', 'contact', 'note'] as const).flatMap((field) => {
    const value = pack[field]
    return value
      ? [
          [
            t(`buyer-packs:field.${field}`),
            <span key={field} class="whitespace-pre-line">
              {value}
            </span>,
          ] as const,
        ]
      : []
  })
  return (
    <Panel title={t('buyer-packs:about')}>
      <Facts
        items={[...facts, [t('buyer-packs:standing.next_label'), <NextToEnd key="next" {...{ standing }} />]]}
      />
      <p class="mt-3 flex flex-wrap gap-x-5">
        {(['vi', 'en'] as const).map((locale) => (
          <a
            key={locale}
            class="lnk inline-flex min-h-11 items-center gap-2"
            href={`/buyer-packs/${pack.id}/cover.pdf?lang=${locale}`}
          >
            <Icon name="file-text" />
            {t(`buyer-packs:cover_in.${locale}`)}
          </a>
        ))}
      </p>
    </Panel>
  )
}

/** Once more for another buyer; and away with it, which asks first. */
function CopyAndRemove({ today: { pack } }: PackPageProps) {
  const { t } = useView()
  const here = `/buyer-packs/${pack.id}`
  return (
    <Panel title={t('buyer-packs:more')} class="noprint">
      <form method="post" action={`${here}/copies`}>
        <SendOnce />
        <Button icon="copy">{t('buyer-packs:copy')}</Button>
      </form>
      <details class="mt-2">
        <summary class="lnk inline-flex min-h-11 items-center gap-2">
          <Icon name="trash-2" />
          {t('buyer-packs:remove')}
        </summary>
        <form method="post" action={`${here}/removal`}>
          <p class="mb-2">{t('buyer-packs:remove_sure')}</p>
          <Button variant="danger" size="sm">
            {t('buyer-packs:remove')}
          </Button>
        </form>
      </details>
    </Panel>
  )
}
