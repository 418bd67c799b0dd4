import { classes } from './classes.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

interface TextAreaProps extends FieldProps {
  value?: string | undefined
  rows?: number | undefined
  maxlength?: number | undefined
  required?: boolean | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { value, rows = 4, maxlength, required, fault } = props
  return (
    <Field {...props}>
      <textarea
        class={classes('textarea', fault && 'textarea-error')}
        {...fieldIds(props).control}
        {...{ value, rows, maxlength, required }}
      />
    </Field>
  )
}
