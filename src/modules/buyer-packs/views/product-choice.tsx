import { Checkbox, Fault, Panel, Select, TextInput, useView } from '#platform/ui/index.ts'
import { certificateInWords } from '../offer-words.ts'
import { type TermsField, termsName } from '../pack-form.ts'
import type { PackFormProps } from './pack-form-page.tsx'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Which products are offered, each with its terms folded away until it is ticked or something is written there. */
export function ProductChoice(props: PackFormProps) {
  const { t } = useView()
  const { products, faults } = props
  return (
    <Panel title={t('buyer-packs:form.products')} lead={t('buyer-packs:form.products_lead')}>
      <Fault id="f-products-fault" fault={faults.products && t(`buyer-packs:fault.${faults.products}`)} />
      {products.length === 0 && <p class="text-ink-2">{t('buyer-packs:form.no_products')}</p>}
      <ul class="divide-y divide-line">
        {products.map((offered) => (
          <li key={offered.product.id} class="py-3 first:pt-0">
            <Offered {...props} offered={offered} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type OfferedProps = PackFormProps & { offered: PackFormProps['products'][number] }

function Offered({ offered, typed, faults }: OfferedProps) {
  const { t } = useView()
  const { id, name, specification } = offered.product
  const isChosen = typed.products.includes(id)
  const terms = typed.terms[id]
  const field = (named: TermsField) => {
    const full = termsName(named, id)
    return {
      name: full,
      label: t(`buyer-packs:terms.${named}`),
      value: terms?.[named] ?? (named === 'packSize' ? (specification ?? '') : ''),
      fault: faults[full] && t(`buyer-packs:fault.${faults[full]}`),
    }
  }
  const monthOptions = months.map((no) => ({ value: String(no), label: t(`buyer-packs:month.${no}`) }))
  return (
    <>
      <Checkbox
        name="product"
        value={id}
        checked={isChosen}
        label={name}
        hint={certificateInWords(offered, t)}
      />
      <details class="mt-1 sm:ml-9" open={isChosen}>
        <summary class="lnk inline-flex min-h-11 items-center">
          {t('buyer-packs:form.terms', { name })}
        </summary>
        <div class="grid gap-4 pt-2 sm:grid-cols-2">
          <TextInput {...field('packSize')} maxlength={200} optional />
          <TextInput
            {...field('price')}
            hint={t('buyer-packs:hint.price')}
            inputmode="numeric"
            maxlength={20}
            optional
          />
          <TextInput {...field('minimumOrder')} maxlength={200} optional />
          <TextInput {...field('monthlyCapacity')} maxlength={200} optional />
          <Select
            {...field('seasonFrom')}
            empty={t('buyer-packs:month.none')}
            options={monthOptions}
            optional
          />
          <Select
            {...field('seasonTo')}
            empty={t('buyer-packs:month.none')}
            options={monthOptions}
            optional
          />
          <TextInput {...field('shelfLife')} maxlength={200} optional />
        </div>
      </details>
    </>
  )
}
