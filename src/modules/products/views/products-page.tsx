import { writeQuery } from '#modules/producers/index.ts'
import { type UnitGroup, UnitSelect } from '#modules/territory/index.ts'
import {
  Button,
  DemoLabel,
  EmptyState,
  Pager,
  Panel,
  Select,
  Table,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { ProductLine } from '../list-product-page.ts'
import { pictureAddress } from '../picture-art.ts'
import type { ProductQuery } from '../product-query.ts'
import { productGroups } from '../product-sets.ts'
import { ProductCards } from './product-cards.tsx'

interface ProductsPageProps {
  query: ProductQuery
  lines: readonly ProductLine[]
  /** Id of the last line when more follow. */
  next: string | null
  isFirst: boolean
  groups: readonly UnitGroup[]
  /** Whether the reader sees only what is theirs. */
  own: boolean
  mayAdd: boolean
  /** The producer whose products these are, when the list is of one only. */
  producerName?: string | undefined
}

/** The products of one's own, as cards, or of one's place, as a list. */
export function ProductsPage(props: ProductsPageProps) {
  const { t } = useView()
  const { query, lines, next, isFirst, own, producerName } = props
  const title = own ? t('products:title_own') : t('products:title')
  return (
    <WorkPage
      title={producerName ? `${title}: ${producerName}` : title}
      actions={
        <>
          <Button href={`/products.xlsx${writeQuery(query)}`} icon="file-spreadsheet" download>
            {t('products:excel')}
          </Button>
          <AddButton {...props} />
        </>
      }
    >
      {!own && <Filter {...props} />}
      {lines.length === 0 ? (
        <Panel class="mt-5">
          <NoProducts {...props} />
        </Panel>
      ) : own ? (
        <ProductCards products={lines.map(({ product }) => product)} />
      ) : (
        <ProductTable lines={lines} />
      )}
      <Pager
        nextHref={next ? `/products${writeQuery(query, { after: next })}` : undefined}
        firstHref={isFirst ? undefined : `/products${writeQuery(query)}`}
      />
    </WorkPage>
  )
}

function ProductTable({ lines }: Pick<ProductsPageProps, 'lines'>) {
  const { t } = useView()
  return (
    <Panel flush class="mt-5">
      <Table
        caption={t('products:title')}
        head={[
          { label: t('products:field.name') },
          { label: t('products:producer') },
          { label: t('products:field.productSetNo') },
          { label: t('products:field.unitId') },
        ]}
        rows={lines.map(({ product, unit }) => [
          <span key="name" class="flex items-center gap-3">
            <img
              class="pic size-12 rounded-field"
              src={pictureAddress(product, 160) ?? '/art/mau.svg'}
              alt=""
              width="48"
              height="48"
              loading="lazy"
            />
            <span>
              <a class="lnk font-semibold" href={`/products/${product.id}`}>
                {product.name}
              </a>{' '}
              {product.isDemo && <DemoLabel />}
            </span>
          </span>,
          <a key="producer" class="lnk" href={`/producers/${product.producerId}`}>
            {product.producerName}
          </a>,
          product.productSetNo ? t('products:set_no', { no: product.productSetNo }) : t('products:set_later'),
          unit?.name,
        ])}
      />
    </Panel>
  )
}

function Filter({ query, groups }: ProductsPageProps) {
  const { t, locale } = useView()
  return (
    <form
      method="get"
      class="noprint panel grid items-end gap-4 p-4 md:grid-cols-2 xl:grid-cols-[2fr_1fr_1fr_auto]"
    >
      {query.producer && <input type="hidden" name="producer" value={query.producer} />}
      <TextInput label={t('products:filter.search')} name="search" type="search" value={query.search} />
      <Select
        label={t('products:filter.group')}
        name="group"
        value={query.group}
        empty={t('products:filter.any_group')}
        options={productGroups().map(({ code, nameVi, nameEn }) => ({
          value: code,
          label: locale === 'vi' ? nameVi : nameEn,
        }))}
      />
      <UnitSelect
        label={t('products:filter.commune')}
        name="commune"
        by="path"
        value={query.commune}
        groups={groups}
        empty={t('products:filter.any_commune')}
      />
      <p class="flex gap-2">
        <Button icon="search">{t('products:filter.apply')}</Button>
        {writeQuery(query) !== '' && (
          <Button href="/products" variant="ghost">
            {t('products:filter.clear')}
          </Button>
        )}
      </p>
    </form>
  )
}

function AddButton({ mayAdd, query }: ProductsPageProps) {
  const { t } = useView()
  if (!mayAdd) return null
  const of = query.producer ? `?producer=${query.producer}` : ''
  return (
    <Button href={`/products/new${of}`} variant="primary" icon="plus">
      {t('products:new')}
    </Button>
  )
}

function NoProducts(props: ProductsPageProps) {
  const { t } = useView()
  const { search, group, commune } = props.query
  if (writeQuery({ search, group, commune }) !== '') {
    return (
      <EmptyState icon="search-x" title={t('products:empty.filtered_title')}>
        {t('products:empty.filtered_text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="package" title={t('products:empty.title')} action={<AddButton {...props} />}>
      {t('products:empty.text')}
    </EmptyState>
  )
}
