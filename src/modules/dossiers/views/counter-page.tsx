import {
  Button,
  DemoLabel,
  EmptyState,
  Note,
  Panel,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { CounterDossier } from '../counter-store.ts'
import { StateBadge } from './state-badge.tsx'

interface CounterPageProps {
  waiting: readonly CounterDossier[]
  /** Products of the commune, with what keeps a dossier from being opened for one. */
  products: readonly {
    id: string
    name: string
    producerName: string
    standing: 'under_way' | 'unclassified' | null
  }[]
  search: string
  fault?: string | undefined
}

/** The counter: what was begun there, and the three steps for a household that comes in. */
export function CounterPage({ waiting, products, search, fault }: CounterPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('dossiers:page.counter.title')}
      crumbs={[
        { href: '/inbox', label: t('dossiers:page.desk.inbox') },
        { label: t('dossiers:page.counter.title') },
      ]}
    >
      <div class="grid max-w-4xl gap-5">
        <p class="text-ink-2">{t('dossiers:page.counter.lead')}</p>
        {fault && (
          <Note tone="error" role="alert">
            {fault}
          </Note>
        )}
        <WaitingPanel waiting={waiting} />
        <Panel title={t('dossiers:page.counter.new')} lead={t('dossiers:page.counter.new_lead')}>
          <div class="flex flex-wrap gap-3">
            <Button href="/producers/new" icon="store" class="max-sm:w-full">
              {t('dossiers:page.counter.new_producer')}
            </Button>
            <Button href="/products/new" icon="package-plus" class="max-sm:w-full">
              {t('dossiers:page.counter.new_product')}
            </Button>
          </div>
        </Panel>
        <ProductPanel products={products} search={search} />
      </div>
    </WorkPage>
  )
}

function WaitingPanel({ waiting }: Pick<CounterPageProps, 'waiting'>) {
  const { t } = useView()
  if (waiting.length === 0) return null
  return (
    <Panel flush title={t('dossiers:page.counter.waiting')}>
      <ul>
        {waiting.map(({ id, code, state, productName, producerName, isDemo }) => (
          <li
            key={id}
            class="flex flex-wrap items-center justify-between gap-3 border-b border-line p-4 last:border-b-0 lg:px-5"
          >
            <div class="min-w-0">
              <p class="flex flex-wrap items-center gap-2">
                <b>{productName}</b>
                <StateBadge state={state} />
                {isDemo && <DemoLabel />}
              </p>
              <p class="text-ink-2">
                {code}, {producerName}
              </p>
            </div>
            <Button
              href={`/dossiers/${id}${state === 'draft' ? '' : '/mending'}`}
              variant="primary"
              class="max-sm:w-full"
            >
              {t(`dossiers:page.counter.${state === 'draft' ? 'fill' : 'mend'}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function ProductPanel({ products, search }: Pick<CounterPageProps, 'products' | 'search'>) {
  const { t } = useView()
  return (
    <Panel title={t('dossiers:page.counter.choose')} lead={t('dossiers:page.counter.choose_lead')}>
      <form action="/counter" class="mb-4 flex flex-wrap items-end gap-3">
        <TextInput
          label={t('dossiers:page.counter.search')}
          name="q"
          value={search}
          maxlength={100}
          class="max-sm:w-full"
        />
        <Button type="submit" icon="search" class="max-sm:w-full">
          {t('dossiers:page.counter.find')}
        </Button>
      </form>
      {products.length === 0 ? (
        <EmptyState icon="package" title={t('dossiers:page.counter.none')}>
          {t('dossiers:page.counter.none_text')}
        </EmptyState>
      ) : (
        <ul class="divide-y divide-line">
          {products.map(({ id, name, producerName, standing }) => (
            <li key={id} class="flex flex-wrap items-center justify-between gap-3 py-3">
              <p class="min-w-0">
                <b class="block">{name}</b>
                <span class="text-ink-2">{producerName}</span>
              </p>
              {standing === null ? (
                <form method="post" action="/counter" class="max-sm:w-full">
                  <input type="hidden" name="product" value={id} />
                  <Button type="submit" variant="secondary" icon="file-plus" class="max-sm:w-full">
                    {t('dossiers:page.counter.open')}
                    <span class="sr-only">: {name}</span>
                  </Button>
                </form>
              ) : (
                <a class="lnk" href={`/products/${id}`}>
                  {t(`dossiers:page.counter.standing.${standing}`)}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
