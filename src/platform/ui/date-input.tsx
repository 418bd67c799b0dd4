import { classes } from './classes.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

interface DateInputProps extends FieldProps {
  /** Days are `YYYY-MM-DD`, as the form hands them in. */
  value?: string | undefined
  min?: string | undefined
  max?: string | undefined
  required?: boolean | undefined
}

/** A day, chosen from the browser's own calendar. */
export function DateInput(props: DateInputProps) {
  const { value, min, max, required, fault } = props
  return (
    <Field {...props}>
      <input
        type="date"
        class={classes('input sm:max-w-56', fault && 'input-error')}
        {...fieldIds(props).control}
        {...{ value, min, max, required }}
      />
    </Field>
  )
}
