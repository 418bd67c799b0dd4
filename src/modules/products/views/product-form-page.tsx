import { type UnitGroup, UnitSelect } from '#modules/territory/index.ts'
import { Button, Note, Panel, SendOnce, TextArea, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import { type ProductFaults, type ProductField, productFields, type TypedProduct } from '../product-form.ts'
import { ProductSetSelect } from './product-set-select.tsx'

interface ProductFormPageProps {
  typed: TypedProduct
  faults: ProductFaults
  groups: readonly UnitGroup[]
  producer: { id: string; name: string }
  /** The product that is changed; without it a new one is added. */
  product?: { id: string; name: string; version: number } | undefined
  /** What is stored now, when somebody else changed it meanwhile. */
  stored?: TypedProduct | undefined
}

/** The form that adds a product, or changes one. */
export function ProductFormPage(props: ProductFormPageProps) {
  const { t } = useView()
  const { product, producer, stored, faults } = props
  const title = t(product ? 'products:edit_title' : 'products:new')
  const back = product ? `/products/${product.id}` : `/producers/${producer.id}`
  const action = product ? `${back}/edit` : `/products/new?producer=${producer.id}`
  const crumbs = [
    { href: '/products', label: t('products:title') },
    ...(product ? [{ href: back, label: product.name }] : []),
    { label: title },
  ]
  return (
    <WorkPage title={title} crumbs={crumbs}>
      <form method="post" action={action} class="max-w-3xl space-y-5">
        {product ? <input type="hidden" name="version" value={product.version} /> : <SendOnce />}
        {stored && <Conflict {...props} stored={stored} />}
        {Object.keys(faults).length > 0 && (
          <Note tone="error" role="alert">
            {t('products:faulty')}
          </Note>
        )}
        <Panel class="space-y-4" title={producer.name}>
          <Fields {...props} />
        </Panel>
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save">
            {t('products:save')}
          </Button>
          <Button href={back} variant="ghost">
            {t('products:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}

function Fields({ typed, faults, groups }: ProductFormPageProps) {
  const { t } = useView()
  const field = (name: ProductField) => {
    const fault = faults[name]
    return {
      name,
      label: t(`products:field.${name}`),
      value: typed[name],
      fault: fault && t(`products:fault.${fault}`),
    }
  }
  return (
    <>
      <TextInput {...field('name')} hint={t('products:hint.name')} required maxlength={200} />
      <ProductSetSelect {...field('productSetNo')} hint={t('products:hint.productSetNo')} optional />
      <TextArea {...field('specification')} hint={t('products:hint.specification')} rows={2} optional />
      <UnitSelect
        {...field('unitId')}
        hint={t('products:hint.unitId')}
        groups={groups}
        empty={t('products:same_place')}
        optional
      />
      <TextArea {...field('story')} hint={t('products:hint.story')} rows={8} optional />
    </>
  )
}

/** Both versions: what was typed is in the fields, what is stored instead stands here. */
function Conflict({ typed, stored, groups }: ProductFormPageProps & { stored: TypedProduct }) {
  const { t } = useView()
  const differing = productFields.filter((name) => stored[name] !== typed[name])
  const words = (name: ProductField) => {
    const value = stored[name]
    if (name === 'unitId') {
      const units = groups.flatMap((group) => group.units)
      return units.find(({ unit }) => unit.id === value)?.unit.name ?? t('products:same_place')
    }
    if (name === 'productSetNo') return value ? t('products:set_no', { no: value }) : t('products:set_later')
    return value || t('products:unknown')
  }
  return (
    <Note tone="warning" role="alert" title={t('products:conflict.title')}>
      <p>{t('products:conflict.text')}</p>
      <ul class="my-2 list-disc pl-5">
        {differing.map((name) => (
          <li key={name}>
            {t('products:conflict.stored', { field: t(`products:field.${name}`), value: words(name) })}
          </li>
        ))}
      </ul>
      <p>{t('products:conflict.again')}</p>
    </Note>
  )
}
