import { Fault, type FieldProps, fieldIds } from './field.tsx'

interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined
  /** What the form hands in when it is ticked; a browser's own `on` when left out. */
  value?: string | undefined
  required?: boolean | undefined
}

/** One thing to agree to or to choose. */
export function Checkbox(props: CheckboxProps) {
  const { label, hint, fault, checked, value, required } = props
  const ids = fieldIds({ ...props, id: props.id ?? (value && `f-${props.name}-${value}`) })
  return (
    <div>
      <label class="flex min-h-11 items-center gap-3" for={ids.id}>
        <input
          type="checkbox"
          class="checkbox checkbox-primary shrink-0"
          {...ids.control}
          {...{ checked, value, required }}
        />
        <span>
          {label}
          {hint && (
            <span id={ids.hint} class="block text-sm text-ink-2">
              {hint}
            </span>
          )}
        </span>
      </label>
      <Fault id={ids.fault} fault={fault} />
    </div>
  )
}
