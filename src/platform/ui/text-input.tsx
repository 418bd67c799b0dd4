import { classes } from './classes.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

export interface TextInputProps extends FieldProps {
  value?: string | number | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | 'number' | undefined
  required?: boolean | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined
  maxlength?: number | undefined
  min?: number | undefined
  max?: number | undefined
  readonly?: boolean | undefined
  class?: string | undefined
}

/** One line of text. Faults come back beside it with everything typed kept. */
export function TextInput(props: TextInputProps) {
  const {
    value,
    type = 'text',
    required,
    autocomplete,
    inputmode,
    maxlength,
    min,
    max,
    readonly,
    fault,
  } = props
  const given: Record<string, unknown> = {
    value,
    type,
    required,
    autocomplete,
    inputmode,
    maxlength,
    min,
    max,
    readonly,
  }
  return (
    <Field {...props}>
      <input
        {...given}
        {...fieldIds(props).control}
        class={classes('input', fault && 'input-error', props.class)}
      />
    </Field>
  )
}
