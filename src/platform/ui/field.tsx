import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { useView } from './view.ts'

/** What every labelled field takes. */
export interface FieldProps {
  label: string
  name: string
  /** Needed only where the same name stands twice on a page. */
  id?: string | undefined
  hint?: string | undefined
  /** What is wrong with what was typed, as a sentence. */
  fault?: string | undefined
  optional?: boolean | undefined
}

/** A label, a control, its hint and its fault, tied together. The control inside uses `fieldIds` for the ties. */
export function Field(props: FieldProps & { children: ComponentChildren }) {
  const { t } = useView()
  const { label, hint, fault, optional, children } = props
  const ids = fieldIds(props)
  return (
    <div>
      <label class="font-medium" for={ids.id}>
        {label}
        {optional && <span class="font-normal text-ink-2"> ({t('platform:form.optional')})</span>}
      </label>
      {hint && (
        <p id={ids.hint} class="text-sm text-ink-2">
          {hint}
        </p>
      )}
      <div class="mt-1">{children}</div>
      <Fault id={ids.fault} fault={fault} />
    </div>
  )
}

/** The sentence that says what is wrong, beneath its field. */
export function Fault({ id, fault }: { id: string; fault: string | undefined }) {
  if (!fault) return null
  return (
    <p id={id} class="mt-1 flex items-start gap-1.5 text-error">
      <Icon name="circle-alert" class="mt-0.5" />
      <span>{fault}</span>
    </p>
  )
}

/** The ids of a field's parts, and the attributes that tie its control to them. */
export function fieldIds({ id: given, name, hint, fault }: FieldProps) {
  const id = given ?? `f-${name.replace(/[^\w-]+/g, '-')}`
  const parts = { id, hint: `${id}-hint`, fault: `${id}-fault` }
  const describedBy = [hint && parts.hint, fault && parts.fault].filter(Boolean).join(' ')
  const control = {
    id,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': fault ? ('true' as const) : undefined,
  }
  return { ...parts, control }
}
