import { Button } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { Gate } from './gate.tsx'
import { NewPasswordInput } from './new-password-input.tsx'

interface ResetPasswordPageProps {
  /** The secret of the letter's link; null when it leads nowhere any more. */
  token: string | null
  fault?: string | undefined
}

/** Sets a new password, once the letter has proved whose it is. */
export function ResetPasswordPage({ token, fault }: ResetPasswordPageProps) {
  const { t } = useView()
  if (token === null) {
    return (
      <Gate title={t('people:reset.over_title')}>
        <p>{t('people:reset.over')}</p>
        <p class="mt-4">
          <Button href="/forgot-password" variant="primary">
            {t('people:reset.again')}
          </Button>
        </p>
      </Gate>
    )
  }
  return (
    <Gate title={t('people:reset.title')}>
      <form method="post" action="/reset-password" class="space-y-4">
        <input type="hidden" name="token" value={token} />
        <NewPasswordInput fault={fault} />
        <Button variant="primary" size="lg">
          {t('people:reset.submit')}
        </Button>
      </form>
    </Gate>
  )
}
