import {
  Breadcrumbs,
  Button,
  EmptyState,
  Icon,
  Note,
  type Option,
  Pager,
  PublicPage,
  showNumber,
  useView,
} from '#platform/ui/index.ts'
import { type CatalogueFilter, catalogueHref, listedKinds, standings, wordOf } from '../catalogue-query.ts'
import type { ShownProduct } from '../shown-product.ts'
import { ProductGrid } from './product-grid.tsx'

interface CataloguePageProps {
  filter: CatalogueFilter
  total: number
  onlyAlike: boolean
  products: readonly (ShownProduct & { more?: string | undefined })[]
  places: readonly Option[]
  groups: readonly Option[]
  nextHref: string | undefined
  isFirst: boolean
  canonical: string
}

/** The list of recognised products, its filters in its address. */
export function CataloguePage(props: CataloguePageProps) {
  const { t, locale } = useView()
  const { filter, total, onlyAlike, products, nextHref, isFirst } = props
  const title = t('catalogue:list.title')
  return (
    <PublicPage title={title} description={t('catalogue:list.description')} canonical={props.canonical}>
      <div class="wrap pt-6">
        <Breadcrumbs
          crumbs={[{ href: '/', label: t('catalogue:home.crumb') }, { label: t('platform:nav.products') }]}
        />
        <h1 class="mt-2 text-3xl">{title}</h1>
        <FilterForm {...props} />
        <div class="mt-4 flex flex-wrap items-center gap-2">
          <p class="mr-2 font-semibold" role="status">
            {t('catalogue:list.count', { count: total, number: showNumber(total, locale) })}
          </p>
          <Chips {...props} />
        </div>
        {onlyAlike && (
          <Note tone="info" class="mt-4">
            {t('catalogue:list.only_alike', { search: filter.search })}
          </Note>
        )}
        {products.length > 0 ? <ProductGrid products={products} heading="h2" /> : <Nothing filter={filter} />}
        <Pager nextHref={nextHref} firstHref={isFirst ? undefined : catalogueHref(filter)} />
      </div>
    </PublicPage>
  )
}

function FilterForm({ filter, places, groups }: CataloguePageProps) {
  const { t } = useView()
  const { year, producerKind, thatDaysMap } = filter
  const stars = [5, 4, 3].map((count) => ({
    value: String(count),
    label: t('catalogue:list.stars', { count }),
  }))
  const stands = Object.entries(standings).map(([value, one]) => ({
    value,
    label: t(`catalogue:standing.${one}`),
  }))
  return (
    <search>
      <form
        action="/san-pham"
        class="mt-5 grid grid-cols-2 gap-3 lg:grid-cols-[1fr_9rem_13rem_13rem_11rem_auto]"
      >
        <label class="input col-span-2 w-full lg:col-span-1">
          <Icon name="search" class="text-ink-2" />
          <span class="sr-only">{t('catalogue:search.label')}</span>
          <input
            type="search"
            name="q"
            value={filter.search}
            placeholder={t('catalogue:search.label')}
            maxlength={100}
          />
        </label>
        <Choice name="sao" label="stars" options={stars} value={filter.stars} />
        <Choice name="xa" label="place" options={places} value={filter.unitId} />
        <Choice name="nhom" label="group" options={groups} value={filter.groupCode} />
        <Choice
          name="trang-thai"
          label="standing"
          options={stands}
          value={wordOf(standings, filter.standing)}
        />
        {year && <input type="hidden" name="nam" value={year} />}
        {producerKind && <input type="hidden" name="loai" value={wordOf(listedKinds, producerKind)} />}
        {thatDaysMap && <input type="hidden" name="ban-do" value="cu" />}
        <Button type="submit" variant="primary" class="max-lg:col-span-2">
          {t('catalogue:search.find')}
        </Button>
      </form>
    </search>
  )
}

interface ChoiceProps {
  name: string
  label: 'stars' | 'place' | 'group' | 'standing'
  options: readonly Option[]
  value: string | number | undefined
}

function Choice({ name, label, options, value }: ChoiceProps) {
  const { t } = useView()
  return (
    <select class="select w-full" name={name} aria-label={t(`catalogue:filter.${label}`)}>
      <option value="">{t(`catalogue:any.${label}`)}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === String(value)}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** What narrows the list, each with the address of the list without it. */
function Chips({ filter, places, groups }: CataloguePageProps) {
  const { t } = useView()
  const nameOf = (options: readonly Option[], value: string | undefined) =>
    options.find((option) => option.value === value)?.label ?? value
  const chips: [keyof CatalogueFilter, string | undefined][] = [
    ['search', filter.search && `“${filter.search}”`],
    ['stars', filter.stars && t('catalogue:list.stars', { count: filter.stars })],
    ['unitId', filter.unitId && nameOf(places, filter.unitId)],
    ['groupCode', filter.groupCode && nameOf(groups, filter.groupCode)],
    ['standing', filter.standing && t(`catalogue:standing.${filter.standing}`)],
    ['year', filter.year && t('catalogue:list.year', { year: filter.year })],
    ['producerKind', filter.producerKind && t(`producers:kind.${filter.producerKind}`)],
  ].filter((chip): chip is [keyof CatalogueFilter, string] => Boolean(chip[1]))
  if (chips.length === 0) return null
  return (
    <>
      <ul class="contents" aria-label={t('catalogue:filter.used')}>
        {chips.map(([field, label]) => (
          <li key={field} class="contents">
            <a
              class="btn btn-secondary btn-sm font-medium max-sm:h-11"
              href={catalogueHref(without(filter, field))}
            >
              <span class="sr-only">{t('catalogue:filter.remove')}</span>
              {label}
              <Icon name="x" />
            </a>
          </li>
        ))}
      </ul>
      <a class="lnk px-1 py-2" href="/san-pham">
        {t('catalogue:filter.clear')}
      </a>
    </>
  )
}

function without(filter: CatalogueFilter, field: keyof CatalogueFilter): CatalogueFilter {
  const { thatDaysMap, ...rest } = filter
  return { ...rest, ...(field === 'unitId' ? {} : { thatDaysMap }), [field]: undefined }
}

function Nothing({ filter }: { filter: CatalogueFilter }) {
  const { t } = useView()
  const narrowed = catalogueHref(filter) !== '/san-pham'
  return (
    <EmptyState
      icon="search-x"
      title={t(narrowed ? 'catalogue:none.title' : 'catalogue:none.at_all')}
      action={narrowed && <Button href="/san-pham">{t('catalogue:none.all')}</Button>}
    >
      {t(narrowed ? 'catalogue:none.text' : 'catalogue:none.soon')}
    </EmptyState>
  )
}
