import { Button, Note, Panel, StatusBadge, TextInput, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'

interface TwoFactorPageProps {
  on: boolean
  demanded: boolean
  /** The secret that the app still has to learn: as an SVG and as letters. */
  setUp: { qr: string; key: string } | null
  codesLeft: number
  faults: { start?: string; confirm?: string; codes?: string; end?: string }
}

/** Setting up one's second factor, renewing its backup codes, turning it off. */
export function TwoFactorPage(props: TwoFactorPageProps) {
  const { t } = useView()
  const { on, demanded, setUp } = props
  const crumbs = [{ href: '/account', label: t('people:account.title') }]
  const state = (
    <StatusBadge tone={on ? 'success' : 'neutral'}>
      {t(on ? 'people:two_factor.on' : 'people:two_factor.off')}
    </StatusBadge>
  )
  return (
    <WorkPage title={t('people:two_factor.title')} crumbs={crumbs} aside={state}>
      <div class="max-w-2xl space-y-5">
        {demanded && !on && <Note tone="warning">{t('people:two_factor.demanded')}</Note>}
        {!on && <p>{t('people:two_factor.what')}</p>}
        {!on && (setUp ? <SetUp {...props} {...setUp} /> : <Start {...props} />)}
        {on && <BackupCodes {...props} />}
        {on && !demanded && <End {...props} />}
      </div>
    </WorkPage>
  )
}

function Start({ faults }: TwoFactorPageProps) {
  const { t } = useView()
  return (
    <Panel>
      <PasswordForm action="/account/two-factor" fault={faults.start} submit={t('people:two_factor.start')} />
    </Panel>
  )
}

function SetUp({ qr, key, faults }: TwoFactorPageProps & { qr: string; key: string }) {
  const { t } = useView()
  return (
    <>
      <Panel title={t('people:two_factor.scan_title')} class="space-y-3">
        <p>{t('people:two_factor.scan')}</p>
        <QrCode svg={qr} />
        <p>{t('people:two_factor.key')}</p>
        <p class="font-mono text-lg break-words">{key}</p>
      </Panel>
      <Panel title={t('people:two_factor.confirm_title')}>
        <form method="post" action="/account/two-factor/confirmation" class="space-y-4">
          <TextInput
            label={t('people:field.code')}
            name="code"
            fault={faults.confirm}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={10}
            required
          />
          <Button variant="primary">{t('people:two_factor.confirm')}</Button>
        </form>
      </Panel>
      <details>
        <summary class="lnk">{t('people:two_factor.cancel')}</summary>
        <Panel class="mt-3">
          <PasswordForm
            action="/account/two-factor"
            fault={faults.start}
            submit={t('people:two_factor.start')}
          />
        </Panel>
      </details>
    </>
  )
}

/** On white whatever the theme: cameras read dark on light. */
function QrCode({ svg }: { svg: string }) {
  const { t } = useView()
  return (
    <div
      class="w-56 max-w-full bg-sheet p-2"
      role="img"
      aria-label={t('people:two_factor.qr')}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}

function BackupCodes({ codesLeft, faults }: TwoFactorPageProps) {
  const { t } = useView()
  return (
    <Panel title={t('people:two_factor.codes_title')} class="space-y-3">
      <p>{t('people:two_factor.codes_left', { left: codesLeft })}</p>
      <p class="text-ink-2">{t('people:two_factor.new_codes_lead')}</p>
      <PasswordForm
        id="codes"
        action="/account/two-factor/backup-codes"
        fault={faults.codes}
        submit={t('people:two_factor.new_codes')}
      />
    </Panel>
  )
}

function End({ faults }: TwoFactorPageProps) {
  const { t } = useView()
  return (
    <Panel title={t('people:two_factor.turn_off')}>
      <PasswordForm
        id="end"
        action="/account/two-factor/end"
        fault={faults.end}
        submit={t('people:two_factor.turn_off')}
        danger
      />
    </Panel>
  )
}

interface PasswordFormProps {
  id?: string
  action: string
  submit: string
  fault: string | undefined
  danger?: boolean
}

/** The password once more, before the second factor is touched. */
function PasswordForm({ id = 'start', action, submit, fault, danger }: PasswordFormProps) {
  const { t } = useView()
  return (
    <form method="post" action={action} class="space-y-4">
      <TextInput
        id={`f-${id}-password`}
        label={t('people:field.current_password')}
        name="password"
        type="password"
        fault={fault}
        autocomplete="current-password"
        required
      />
      <Button variant={danger ? 'danger' : 'primary'}>{submit}</Button>
    </form>
  )
}
