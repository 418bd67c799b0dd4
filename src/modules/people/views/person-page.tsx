import { type Day, showDay, showMoment } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  Facts,
  Panel,
  StatusBadge,
  Table,
  TextInput,
  WorkPage,
} from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Role } from '../holds.ts'
import { Email } from './email.tsx'
import { StateBadge } from './people-page.tsx'

interface RoleLine {
  id: string
  role: Role
  unit: string
  from: Day
  /** The last day. */
  to: Day | null
  over: boolean
  mayEnd: boolean
}

interface PersonPageProps {
  person: {
    id: string
    name: string
    email: string
    twoFactorOn: boolean
    disabledAt: Date | null
    createdAt: Date
    isDemo: boolean
  }
  roles: readonly RoleLine[]
  may: { grant: boolean; manage: boolean; clearSecondFactor: boolean }
  reasonFault?: string | undefined
}

/** One person: the account, what they hold and held, and what an administrator may do about it. */
export function PersonPage(props: PersonPageProps) {
  const { t } = useView()
  const { person, may } = props
  const crumbs = [{ href: '/admin/people', label: t('people:people.title') }]
  const grant = may.grant && (
    <Button href={`/admin/people/${person.id}/roles/new`} variant="primary">
      {t('people:person.grant')}
    </Button>
  )
  return (
    <WorkPage
      title={person.name}
      crumbs={crumbs}
      actions={grant || undefined}
      aside={person.isDemo ? <DemoLabel /> : undefined}
    >
      <div class="space-y-5">
        <Account {...props} />
        <Roles {...props} />
        {may.manage && <Management {...props} />}
      </div>
    </WorkPage>
  )
}

function Account({ person }: PersonPageProps) {
  const { t } = useView()
  return (
    <Panel title={t('people:person.account')}>
      <Facts
        items={[
          [t('people:field.email'), <Email address={person.email} />],
          [t('people:people.state'), <StateBadge disabled={person.disabledAt !== null} />],
          [t('people:people.two_factor'), t(person.twoFactorOn ? 'people:people.yes' : 'people:people.no')],
          [t('people:person.created'), showMoment(person.createdAt)],
        ]}
      />
    </Panel>
  )
}

function Roles({ person, roles }: PersonPageProps) {
  const { t } = useView()
  return (
    <Panel title={t('people:person.roles')} flush>
      <Table
        caption={t('people:person.roles')}
        head={[
          { label: t('people:person.role') },
          { label: t('people:person.unit') },
          { label: t('people:person.from') },
          { label: t('people:person.to') },
          { label: '' },
        ]}
        rows={roles.map((line) => [
          <span class="font-medium">{t(`people:role.${line.role}`)}</span>,
          line.unit,
          showDay(line.from),
          line.to ? showDay(line.to) : t('people:person.open'),
          <RoleEnd {...line} personId={person.id} />,
        ])}
        empty={<p class="p-4 text-ink-2">{t('people:person.no_roles')}</p>}
      />
    </Panel>
  )
}

function RoleEnd({ id, personId, over, mayEnd }: RoleLine & { personId: string }) {
  const { t } = useView()
  if (over) return <StatusBadge tone="neutral">{t('people:person.ended')}</StatusBadge>
  if (!mayEnd) return null
  return (
    <form method="post" action={`/admin/people/${personId}/roles/${id}/end`}>
      <Button size="sm">{t('people:person.end')}</Button>
    </form>
  )
}

function Management({ person, may, reasonFault }: PersonPageProps) {
  const { t } = useView()
  const path = `/admin/people/${person.id}`
  return (
    <div class="grid items-start gap-5 lg:grid-cols-2">
      {person.disabledAt ? (
        <Panel title={t('people:person.enable')}>
          <form method="post" action={`${path}/reopening`}>
            <Button variant="primary" icon="lock-open">
              {t('people:person.enable')}
            </Button>
          </form>
        </Panel>
      ) : (
        <Panel title={t('people:person.disable')} lead={t('people:person.disable_lead')}>
          <form method="post" action={`${path}/closure`} class="space-y-4">
            <TextInput
              label={t('people:field.reason')}
              name="reason"
              hint={t('people:hint.reason')}
              fault={reasonFault}
              maxlength={500}
              required
            />
            <Button variant="danger" icon="lock">
              {t('people:person.disable')}
            </Button>
          </form>
        </Panel>
      )}
      {may.clearSecondFactor && (
        <Panel title={t('people:person.clear_two_factor')} lead={t('people:person.clear_two_factor_lead')}>
          <form method="post" action={`${path}/second-factor/end`}>
            <Button variant="danger" icon="shield">
              {t('people:person.clear_two_factor')}
            </Button>
          </form>
        </Panel>
      )}
    </div>
  )
}
