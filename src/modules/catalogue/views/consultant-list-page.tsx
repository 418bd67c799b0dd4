import { consultantFields } from '#modules/consultants/index.ts'
import { showDay } from '#platform/dates.ts'
import {
  Breadcrumbs,
  Button,
  DemoLabel,
  EmptyState,
  Panel,
  PublicPage,
  Select,
  StatusBadge,
  showNumber,
  Table,
  TextInput,
  useView,
} from '#platform/ui/index.ts'
import type { ListedConsultant } from '../consultant-list-store.ts'

export interface ShownConsultant extends ListedConsultant {
  results: readonly { stars: number; count: number }[]
  /** Null where too few have said something. */
  rating: { count: number; tenths: number } | null
}

interface ConsultantListPageProps {
  consultants: readonly ShownConsultant[]
  search: string
  field: string
  canonical: string
}

/** Who is registered as a consultant, how they stand, and what came of their advice. */
export function ConsultantListPage({ consultants, search, field, canonical }: ConsultantListPageProps) {
  const { t } = useView()
  const title = t('catalogue:consultants.title')
  return (
    <PublicPage title={title} description={t('catalogue:consultants.description')} canonical={canonical}>
      <div class="wrap pt-6">
        <Breadcrumbs crumbs={[{ href: '/', label: t('catalogue:home.crumb') }, { label: title }]} />
        <h1 class="mt-2 text-3xl">{title}</h1>
        <p class="mt-2 max-w-3xl text-ink-2">{t('catalogue:consultants.lead')}</p>
        <form method="get" class="noprint mt-5 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
          <TextInput label={t('catalogue:consultants.search')} name="q" type="search" value={search} />
          <Select
            label={t('consultants:field.fields')}
            name="field"
            value={field}
            empty={t('catalogue:consultants.any_field')}
            options={consultantFields.map((value) => ({ value, label: t(`consultants:fields.${value}`) }))}
          />
          <Button icon="search">{t('catalogue:search.find')}</Button>
        </form>
        <Panel flush class="mt-5">
          <Table
            caption={title}
            head={['name', 'field', 'since', 'finished', 'results', 'rating'].map((key) => ({
              label: t(`catalogue:consultants.column.${key}`),
            }))}
            rows={consultants.map(cellsOf)}
            empty={
              <EmptyState icon="graduation-cap" title={t('catalogue:consultants.none')}>
                {t('catalogue:consultants.none_text')}
              </EmptyState>
            }
          />
        </Panel>
        <p class="mt-3 text-sm text-ink-2">{t('catalogue:consultants.note')}</p>
      </div>
    </PublicPage>
  )
}

const cellsOf = (one: ShownConsultant) => [
  <NameCell key="name" one={one} />,
  <Fields key="field" one={one} />,
  one.activeSince ? showDay(one.activeSince) : '–',
  one.finished,
  <Results key="results" one={one} />,
  <Rating key="rating" one={one} />,
]

function NameCell({ one }: { one: ShownConsultant }) {
  const { t } = useView()
  return (
    <div>
      <p class="font-semibold">{one.name}</p>
      <p class="text-sm text-ink-2">
        {t(`consultants:kind.${one.kind}`)}, {one.unitName}
      </p>
      <p class="mt-1 flex flex-wrap gap-2">
        {one.state !== 'active' && (
          <StatusBadge tone={one.state === 'removed' ? 'error' : 'warning'}>
            {t(`consultants:state.${one.state}`)}
          </StatusBadge>
        )}
        {one.isDemo && <DemoLabel />}
      </p>
    </div>
  )
}

function Fields({ one }: { one: ShownConsultant }) {
  const { t } = useView()
  return <>{one.fields.map((field) => t(`consultants:fields.${field}`)).join('; ')}</>
}

/** Figures of products, in words: the star badge belongs to certificates. */
function Results({ one: { results } }: { one: ShownConsultant }) {
  const { t } = useView()
  if (results.length === 0) return <>–</>
  return (
    <ul>
      {results.map(({ stars, count }) => (
        <li key={stars}>{t('catalogue:consultants.result', { stars, count })}</li>
      ))}
    </ul>
  )
}

function Rating({ one: { rating } }: { one: ShownConsultant }) {
  const { t, locale } = useView()
  if (!rating) return <span class="text-ink-2">{t('catalogue:consultants.too_few')}</span>
  const points = showNumber(rating.tenths / 10, locale, 1)
  return <>{t('catalogue:consultants.rated', { points, count: rating.count })}</>
}
