import { classes, Field, type FieldProps, fieldIds, useView } from '#platform/ui/index.ts'
import { type FormedUnit, formerNamesOf, type UnitGroup } from '../unit-groups.ts'

interface UnitSelectProps extends FieldProps {
  groups: readonly UnitGroup[]
  value?: string | undefined
  /** Words of the first, empty choice. */
  empty: string
  /** Whether the value is the unit's path, as filters want it, instead of its id. */
  by?: 'id' | 'path' | undefined
  required?: boolean | undefined
}

/** One commune or ward of a province, found by the former district and, in brackets, by the names it had before. */
export function UnitSelect(props: UnitSelectProps) {
  const { t } = useView()
  const { groups, value, empty, by = 'id', required, fault } = props
  return (
    <Field {...props}>
      <select
        class={classes('select', fault && 'select-error')}
        {...fieldIds(props).control}
        required={required}
      >
        <option value="">{empty}</option>
        {groups.map(({ district, units }) => (
          <optgroup key={district} label={district ?? t('territory:other_districts')}>
            {units.map((formed) => (
              <option
                key={formed.unit.id}
                value={formed.unit[by]}
                selected={formed.unit[by] === value && value !== ''}
              >
                {choiceOf(formed, t)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}

function choiceOf(formed: FormedUnit, t: ReturnType<typeof useView>['t']): string {
  const names = formerNamesOf(formed)
  const { name } = formed.unit
  return names.length > 0 ? `${name} (${t('territory:formerly', { names: names.join(', ') })})` : name
}
