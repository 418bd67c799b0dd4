import { Button, IslandScript, Note, Panel, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Role } from '../holds.ts'
import { Gate } from './gate.tsx'

interface DemoAccounts {
  password: string
  people: readonly { name: string; email: string; roles: readonly Role[] }[]
}

interface SignInPageProps {
  back: string
  email: string
  fault?: string | undefined
  /** The accounts that the demonstration offers. */
  demo: DemoAccounts | null
}

/** E-mail and password; in the demonstration also its accounts, one press each. */
export function SignInPage({ back, email, fault, demo }: SignInPageProps) {
  const { t } = useView()
  const foot = (
    <>
      <p class="text-ink-2">{t('people:sign_in.no_account')}</p>
      {demo && <DemoSignIns back={back} {...demo} />}
    </>
  )
  return (
    <Gate title={t('people:sign_in.title')} lead={t('people:sign_in.lead')} foot={foot}>
      <IslandScript name="forget-kept" />
      <form method="post" action="/sign-in" class="space-y-4">
        {fault && (
          <Note tone="error" role="alert">
            {fault}
          </Note>
        )}
        <input type="hidden" name="back" value={back} />
        <TextInput
          label={t('people:field.email')}
          name="email"
          type="email"
          value={email}
          autocomplete="username"
          required
        />
        <TextInput
          label={t('people:field.password')}
          name="password"
          type="password"
          autocomplete="current-password"
          required
        />
        <div class="flex flex-wrap items-center justify-between gap-3">
          <Button variant="primary" size="lg">
            {t('people:sign_in.submit')}
          </Button>
          <a class="lnk" href="/forgot-password">
            {t('people:sign_in.forgot')}
          </a>
        </div>
      </form>
    </Gate>
  )
}

function DemoSignIns({ back, password, people }: DemoAccounts & { back: string }) {
  const { t } = useView()
  return (
    <Panel title={t('people:sign_in.demo_title')} lead={t('people:sign_in.demo')}>
      <ul class="divide-y divide-line">
        {people.map(({ name, email, roles }) => (
          <li key={email} class="py-2">
            <form
              method="post"
              action="/sign-in"
              class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1"
            >
              <input type="hidden" name="back" value={back} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <div>
                <p class="font-medium">{name}</p>
                <p class="text-sm text-ink-2">{roles.map((role) => t(`people:role.${role}`)).join(', ')}</p>
              </div>
              <Button size="sm">{t('people:sign_in.demo_enter', { name })}</Button>
            </form>
          </li>
        ))}
      </ul>
      <p class="mt-3">
        <a class="lnk" href="/admin/outbox">
          {t('people:sign_in.outbox')}
        </a>
      </p>
    </Panel>
  )
}
