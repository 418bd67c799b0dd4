import { classes } from './classes.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

export interface Option {
  value: string
  label: string
}

interface SelectProps extends FieldProps {
  value?: string | undefined
  options: readonly Option[]
  /** Words of a first, empty choice; without it the first option is chosen. */
  empty?: string | undefined
  required?: boolean | undefined
}

/** One choice out of many. For five or fewer a `RadioGroup` shows them all at once. */
export function Select(props: SelectProps) {
  const { value, options, empty, required, fault } = props
  return (
    <Field {...props}>
      <select
        class={classes('select', fault && 'select-error')}
        {...fieldIds(props).control}
        required={required}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
