import { Button, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { Gate } from './gate.tsx'

/** The code of the authenticator app, after the password. */
export function SecondFactorPage({ back, fault }: { back: string; fault?: string | undefined }) {
  const { t } = useView()
  const foot = (
    <>
      <p class="text-ink-2">{t('people:second_factor.lost')}</p>
      <p>
        <a class="lnk" href={`/sign-in?${new URLSearchParams({ back })}`}>
          {t('people:second_factor.back')}
        </a>
      </p>
    </>
  )
  return (
    <Gate title={t('people:second_factor.title')} lead={t('people:second_factor.lead')} foot={foot}>
      <form method="post" action="/sign-in/two-factor" class="space-y-4">
        <input type="hidden" name="back" value={back} />
        <TextInput
          label={t('people:field.code')}
          name="code"
          hint={t('people:hint.code')}
          fault={fault}
          autocomplete="one-time-code"
          maxlength={20}
          required
        />
        <Button variant="primary" size="lg">
          {t('people:second_factor.submit')}
        </Button>
      </form>
    </Gate>
  )
}
