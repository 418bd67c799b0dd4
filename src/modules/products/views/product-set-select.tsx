import { classes, Field, type FieldProps, fieldIds, useView } from '#platform/ui/index.ts'
import { productGroups } from '../product-sets.ts'

/** One of the 26 sets, under the six groups of the regulation. */
export function ProductSetSelect(props: FieldProps & { value: string }) {
  const { t, locale } = useView()
  const nameOf = (named: { nameVi: string; nameEn: string }) =>
    locale === 'vi' ? named.nameVi : named.nameEn
  return (
    <Field {...props}>
      <select class={classes('select', props.fault && 'select-error')} {...fieldIds(props).control}>
        <option value="">{t('products:set_later')}</option>
        {productGroups().map((group) => (
          <optgroup key={group.code} label={`${t('products:group', { code: group.code })}. ${nameOf(group)}`}>
            {group.subgroups
              .flatMap(({ sets }) => sets)
              .map((set) => (
                <option
                  key={set.productSetNo}
                  value={set.productSetNo}
                  selected={String(set.productSetNo) === props.value}
                >
                  {`${set.productSetNo}. ${nameOf(set)}`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}
