import { Button, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { Gate } from './gate.tsx'

/** Asks for a letter with a link to set a new password. */
export function ForgotPasswordPage({ email, fault }: { email: string; fault?: string | undefined }) {
  const { t } = useView()
  return (
    <Gate title={t('people:forgot.title')} lead={t('people:forgot.lead')} foot={<BackToSignIn />}>
      <form method="post" action="/forgot-password" class="space-y-4">
        <TextInput
          label={t('people:field.email')}
          name="email"
          type="email"
          value={email}
          fault={fault}
          autocomplete="username"
          required
        />
        <Button variant="primary" size="lg">
          {t('people:forgot.submit')}
        </Button>
      </form>
    </Gate>
  )
}

/** The same for an address with an account and for one without. */
export function LetterSentPage({ email }: { email: string }) {
  const { t, demo } = useView()
  return (
    <Gate title={t('people:forgot.done_title')} foot={<BackToSignIn />}>
      <div class="space-y-3">
        <p>{t('people:forgot.done', { email })}</p>
        <p class="text-ink-2">{t('people:forgot.again')}</p>
        {demo && (
          <p>
            <a class="lnk" href="/admin/outbox">
              {t('people:sign_in.outbox')}
            </a>
          </p>
        )}
      </div>
    </Gate>
  )
}

function BackToSignIn() {
  const { t } = useView()
  return (
    <p>
      <a class="lnk" href="/sign-in">
        {t('people:second_factor.back')}
      </a>
    </p>
  )
}
