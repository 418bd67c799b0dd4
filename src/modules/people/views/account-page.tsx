import { showMoment } from '#platform/dates.ts'
import {
  Button,
  Facts,
  Panel,
  RadioGroup,
  StatusBadge,
  Table,
  TextInput,
  WorkPage,
} from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { Email } from './email.tsx'
import { NewPasswordInput } from './new-password-input.tsx'

export interface AccountFaults {
  name?: string
  current?: string
  next?: string
}

interface SessionLine {
  id: string
  address: string
  browser: string | null
  system: string | null
  since: Date
  /** The sign-in that this page is seen with. */
  here: boolean
}

interface AccountPageProps {
  name: string
  email: string
  locale: 'vi' | 'en'
  twoFactor: { on: boolean; demanded: boolean }
  roles: readonly { role: string; unit: string }[]
  sessions: readonly SessionLine[]
  faults: AccountFaults
}

/** One's own account. */
export function AccountPage(props: AccountPageProps) {
  const { t } = useView()
  const signOut = (
    <form method="post" action="/sign-out">
      <Button icon="log-out">{t('people:account.sign_out')}</Button>
    </form>
  )
  return (
    <WorkPage title={t('people:account.title')} actions={signOut}>
      <div class="grid items-start gap-5 lg:grid-cols-2">
        <Profile {...props} />
        <Roles {...props} />
        <PasswordForm {...props} />
        <TwoFactorState {...props.twoFactor} />
      </div>
      <Sessions {...props} />
    </WorkPage>
  )
}

function Profile({ name, email, locale, faults }: AccountPageProps) {
  const { t } = useView()
  const options = (['vi', 'en'] as const).map((value) => ({ value, label: t(`people:language.${value}`) }))
  return (
    <Panel title={t('people:account.profile')}>
      <form method="post" action="/account/profile" class="space-y-4">
        <Facts items={[[t('people:field.email'), <Email address={email} />]]} />
        <TextInput
          label={t('people:field.name')}
          name="name"
          value={name}
          fault={faults.name}
          autocomplete="name"
          maxlength={200}
          required
        />
        <RadioGroup label={t('people:field.locale')} name="locale" value={locale} options={options} inline />
        <Button variant="primary">{t('people:account.save')}</Button>
      </form>
    </Panel>
  )
}

function Roles({ roles }: AccountPageProps) {
  const { t } = useView()
  return (
    <Panel title={t('people:account.roles')}>
      {roles.length === 0 && <p class="text-ink-2">{t('people:account.no_roles')}</p>}
      <ul class="space-y-2">
        {roles.map(({ role, unit }) => (
          <li key={`${role} ${unit}`}>
            <span class="font-medium">{t(`people:role.${role}`)}</span>
            <span class="text-ink-2">, {unit}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PasswordForm({ email, faults }: AccountPageProps) {
  const { t } = useView()
  return (
    <Panel title={t('people:account.password')} lead={t('people:account.password_lead')}>
      <form method="post" action="/account/password" class="space-y-4">
        {/* For the browser's password keeper, which wants to know whose password changes. */}
        <input type="hidden" name="email" value={email} autocomplete="username" />
        <TextInput
          label={t('people:field.current_password')}
          name="current"
          type="password"
          fault={faults.current}
          autocomplete="current-password"
          required
        />
        <NewPasswordInput name="next" fault={faults.next} />
        <Button variant="primary">{t('people:account.change')}</Button>
      </form>
    </Panel>
  )
}

function TwoFactorState({ on, demanded }: { on: boolean; demanded: boolean }) {
  const { t } = useView()
  const tone = on ? 'success' : demanded ? 'error' : 'neutral'
  return (
    <Panel title={t('people:two_factor.title')} class="space-y-3">
      <p>
        <StatusBadge tone={tone}>{t(on ? 'people:two_factor.on' : 'people:two_factor.off')}</StatusBadge>
      </p>
      <p class="text-ink-2">{t('people:two_factor.what')}</p>
      <Button href="/account/two-factor" icon="shield-check">
        {t('people:two_factor.manage')}
      </Button>
    </Panel>
  )
}

function Sessions({ sessions }: AccountPageProps) {
  const { t } = useView()
  return (
    <Panel
      title={t('people:account.sessions')}
      lead={t('people:account.sessions_lead')}
      class="mt-5"
      id="sessions"
      flush
    >
      <Table
        caption={t('people:account.sessions')}
        head={[
          { label: t('people:account.device') },
          { label: t('people:account.address') },
          { label: t('people:account.since') },
          { label: '' },
        ]}
        rows={sessions.map((session) => [
          <Device {...session} />,
          session.address,
          showMoment(session.since),
          <EndSession {...session} />,
        ])}
      />
    </Panel>
  )
}

function Device({ browser, system }: SessionLine) {
  const { t } = useView()
  if (browser && system) return <>{t('people:account.device_of', { browser, system })}</>
  return <>{browser ?? system ?? t('people:account.device_unknown')}</>
}

function EndSession({ id, here }: SessionLine) {
  const { t } = useView()
  if (here) return <StatusBadge tone="success">{t('people:account.this_session')}</StatusBadge>
  return (
    <form method="post" action={`/account/sessions/${id}/end`}>
      <Button size="sm">{t('people:account.end_session')}</Button>
    </form>
  )
}
