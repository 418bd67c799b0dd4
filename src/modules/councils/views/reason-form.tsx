import { Button, TextArea, useView } from '#platform/ui/index.ts'

interface ReasonFormProps {
  action: string
  /** Names the form, so that what was typed comes back to it. */
  name: string
  submit: string
  label?: string | undefined
  hint?: string | undefined
  variant?: 'primary' | 'plain' | 'danger' | undefined
  typed?: string | undefined
  optional?: boolean | undefined
  hidden?: Readonly<Record<string, string>> | undefined
}

/** A step that asks for its reason. */
export function ReasonForm(props: ReasonFormProps) {
  const { t } = useView()
  const { action, name, submit, label, hint, variant = 'plain', typed, optional, hidden = {} } = props
  return (
    <form method="post" action={action} class="grid gap-3">
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <TextArea
        id={`reason-${name}`}
        name="reason"
        label={label ?? t('councils:reason')}
        hint={hint}
        rows={2}
        value={typed}
        optional={optional}
        required={!optional}
      />
      <div>
        <Button variant={variant}>{submit}</Button>
      </div>
    </form>
  )
}
