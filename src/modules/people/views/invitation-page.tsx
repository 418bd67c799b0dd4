import { Button, Note, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Role } from '../holds.ts'
import { Gate } from './gate.tsx'
import { NewPasswordInput } from './new-password-input.tsx'

/** Who opened the link: the owner of the address, somebody else, or a visitor with or without an account. */
export type InvitedAs =
  | { kind: 'self'; name: string }
  | { kind: 'another' }
  | { kind: 'sign_in' }
  | { kind: 'new' }

interface InvitationPageProps {
  as: InvitedAs
  token: string
  email: string
  name: string
  offer: { role: Role; unit: string; by: string | null }
  fault?: { field: 'name' | 'password' | 'all'; text: string } | undefined
}

/** What the letter invites to, and how this visitor takes it. */
export function InvitationPage(props: InvitationPageProps) {
  const { t } = useView()
  const { offer, fault } = props
  const role = t(`people:role.${offer.role}`)
  const lead = offer.by
    ? t('people:invitation.text', { by: offer.by, role, unit: offer.unit })
    : t('people:invitation.text_system', { role, unit: offer.unit })
  return (
    <Gate title={t('people:invitation.title')} lead={lead}>
      <div class="space-y-4">
        {fault?.field === 'all' && (
          <Note tone="error" role="alert">
            {fault.text}
          </Note>
        )}
        <Way {...props} />
      </div>
    </Gate>
  )
}

function Way(props: InvitationPageProps) {
  const { t } = useView()
  const { as, email, token } = props
  if (as.kind === 'new') return <NewAccount {...props} />
  if (as.kind === 'self') {
    return (
      <form method="post" action="/invitation" class="space-y-4">
        <input type="hidden" name="token" value={token} />
        <p>{t('people:invitation.own', { name: as.name })}</p>
        <Accept />
      </form>
    )
  }
  if (as.kind === 'another') {
    return (
      <form method="post" action="/sign-out" class="space-y-4">
        <p>{t('people:invitation.another', { email })}</p>
        <Button icon="log-out">{t('people:account.sign_out')}</Button>
      </form>
    )
  }
  const back = `/invitation?${new URLSearchParams({ token })}`
  return (
    <>
      <p>{t('people:invitation.sign_in_first', { email })}</p>
      <Button variant="primary" size="lg" href={`/sign-in?${new URLSearchParams({ back })}`}>
        {t('people:invitation.sign_in')}
      </Button>
    </>
  )
}

function NewAccount({ token, email, name, fault }: InvitationPageProps) {
  const { t } = useView()
  const faultAt = (field: 'name' | 'password') => (fault?.field === field ? fault.text : undefined)
  return (
    <form method="post" action="/invitation" class="space-y-4">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} autocomplete="username" />
      <p>{t('people:invitation.account_lead', { email })}</p>
      <TextInput
        label={t('people:field.name')}
        name="name"
        value={name}
        fault={faultAt('name')}
        autocomplete="name"
        maxlength={200}
        required
      />
      <NewPasswordInput fault={faultAt('password')} />
      <Accept />
    </form>
  )
}

function Accept() {
  const { t } = useView()
  return (
    <Button variant="primary" size="lg">
      {t('people:invitation.accept')}
    </Button>
  )
}

/** The link leads nowhere any more, and why. */
export function OverInvitationPage({ text }: { text: string }) {
  const { t } = useView()
  return (
    <Gate title={t('people:invitation.over_title')}>
      <p>{text}</p>
    </Gate>
  )
}
