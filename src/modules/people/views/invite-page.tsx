import { Button, Facts, Panel, Select, SendOnce, TextInput, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Role } from '../holds.ts'
import type { UnitChoice } from '../unit-choice.ts'
import { UnitPicker } from './unit-picker.tsx'

export interface InviteFaults {
  name?: string
  email?: string
  role?: string
}

interface InvitePageProps {
  choice: UnitChoice
  /** The roles that one may offer in the chosen unit. */
  roles: readonly Role[]
  typed: { name: string; email: string; role: string; producer: string }
  /** The producer whose account it is to be. */
  producerName: string | null
  faults: InviteFaults
}

/** Inviting somebody: first the unit, then the person and the role. */
export function InvitePage(props: InvitePageProps) {
  const { t } = useView()
  const { choice, typed } = props
  const crumbs = [{ href: '/invitations', label: t('people:invitations.title') }]
  return (
    <WorkPage title={t('people:invitations.new')} crumbs={crumbs}>
      <div class="max-w-2xl">
        <p class="mb-5 text-ink-2">{t('people:invitations.lead')}</p>
        <Panel>
          {choice.chosen ? (
            <InviteForm {...props} unit={choice.chosen} />
          ) : (
            <UnitPicker
              page="/invitations/new"
              keep={{ producer: typed.producer }}
              find={choice.find}
              units={choice.offered}
            />
          )}
        </Panel>
      </div>
    </WorkPage>
  )
}

function InviteForm({
  unit,
  roles,
  typed,
  producerName,
  faults,
}: InvitePageProps & { unit: { id: string; name: string } }) {
  const { t } = useView()
  const options = roles.map((role) => ({ value: role, label: t(`people:role.${role}`) }))
  const facts: [string, string][] = [[t('people:field.unit'), unit.name]]
  if (producerName) facts.push([t('people:role.producer'), producerName])
  return (
    <form method="post" action="/invitations" class="space-y-4">
      <SendOnce />
      <input type="hidden" name="unit" value={unit.id} />
      <input type="hidden" name="producer" value={producerName ? typed.producer : ''} />
      <Facts items={facts} />
      <p>
        <a class="lnk" href="/invitations/new">
          {t('people:invitations.change_unit')}
        </a>
      </p>
      <Select
        label={t('people:field.role')}
        name="role"
        value={typed.role || (options.length === 1 ? options[0]?.value : '')}
        options={options}
        empty={t('people:invitations.choose_role')}
        fault={faults.role}
        hint={producerName ? undefined : t('people:invitations.producer_hint')}
        required
      />
      <TextInput
        label={t('people:field.name')}
        name="name"
        value={typed.name}
        fault={faults.name}
        maxlength={200}
        required
      />
      <TextInput
        label={t('people:field.email')}
        name="email"
        type="email"
        value={typed.email}
        fault={faults.email}
        required
      />
      <Button variant="primary" icon="send">
        {t('people:invitations.send')}
      </Button>
    </form>
  )
}
