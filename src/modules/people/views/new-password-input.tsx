import { TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'

interface NewPasswordInputProps {
  name?: string | undefined
  fault?: string | undefined
}

/** A password to have, with what makes a good one. The browser's own password keeper may offer one. */
export function NewPasswordInput({ name = 'password', fault }: NewPasswordInputProps) {
  const { t } = useView()
  return (
    <TextInput
      label={t('people:field.new_password')}
      name={name}
      type="password"
      hint={t('people:hint.password')}
      fault={fault}
      autocomplete="new-password"
      required
    />
  )
}
