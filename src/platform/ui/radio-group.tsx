import { classes } from './classes.ts'
import { Fault, type FieldProps, fieldIds } from './field.tsx'
import { useView } from './view.ts'

interface RadioGroupProps extends FieldProps {
  value?: string | undefined
  options: readonly { value: string; label: string; hint?: string | undefined }[]
  required?: boolean | undefined
  /** Side by side instead of one beneath the other. */
  inline?: boolean | undefined
}

/** One choice out of a few, all of them in sight. */
export function RadioGroup(props: RadioGroupProps) {
  const { t } = useView()
  const { label, name, hint, fault, optional, value, options, required, inline } = props
  const ids = fieldIds(props)
  return (
    <fieldset id={ids.id} aria-describedby={ids.control['aria-describedby']}>
      <legend class="font-medium">
        {label}
        {optional && <span class="font-normal text-ink-2"> ({t('platform:form.optional')})</span>}
      </legend>
      {hint && (
        <p id={ids.hint} class="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <div class={classes('mt-1', inline && 'flex flex-wrap gap-x-6')}>
        {options.map((option) => (
          <label key={option.value} class="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              class="radio radio-primary shrink-0"
              checked={option.value === value}
              value={option.value}
              {...{ name, required }}
            />
            <span>
              {option.label}
              {option.hint && <span class="block text-sm text-ink-2">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <Fault id={ids.fault} fault={fault} />
    </fieldset>
  )
}
