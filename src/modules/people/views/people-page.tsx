import {
  Button,
  EmptyState,
  Pager,
  Panel,
  StatusBadge,
  Table,
  TextInput,
  WorkPage,
} from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Role } from '../holds.ts'

interface PersonLine {
  id: string
  name: string
  email: string
  twoFactorOn: boolean
  disabled: boolean
  roles: readonly { role: Role; unit: string }[]
}

interface PeoplePageProps {
  q: string
  people: readonly PersonLine[]
  mayInvite: boolean
  nextHref: string | undefined
  firstHref: string | undefined
}

/** The people of one's units, in Vietnamese order of their given names. */
export function PeoplePage({ q, people, mayInvite, nextHref, firstHref }: PeoplePageProps) {
  const { t } = useView()
  const invite = mayInvite && (
    <Button href="/invitations/new" variant="primary" icon="user-plus">
      {t('people:people.invite')}
    </Button>
  )
  const empty = (
    <EmptyState icon="users" title={t('people:people.none')}>
      {t('people:people.none_text')}
    </EmptyState>
  )
  return (
    <WorkPage title={t('people:people.title')} actions={invite || undefined}>
      <form method="get" action="/admin/people" class="mb-5 flex flex-wrap items-end gap-3">
        <div class="min-w-60 flex-1">
          <TextInput label={t('people:people.search')} name="q" type="search" value={q} class="w-full" />
        </div>
        <Button icon="search">{t('people:people.find')}</Button>
      </form>
      <Panel flush>
        <Table
          caption={t('people:people.title')}
          head={[
            { label: t('people:people.name') },
            { label: t('people:people.roles') },
            { label: t('people:people.two_factor') },
            { label: t('people:people.state') },
          ]}
          rows={people.map((person) => [
            <NameCell {...person} />,
            <RolesCell {...person} />,
            t(person.twoFactorOn ? 'people:people.yes' : 'people:people.no'),
            <StateBadge disabled={person.disabled} />,
          ])}
          empty={empty}
        />
      </Panel>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </WorkPage>
  )
}

/** Whether an account is in use or closed. */
export function StateBadge({ disabled }: { disabled: boolean }) {
  const { t } = useView()
  if (disabled) return <StatusBadge tone="error">{t('people:people.disabled')}</StatusBadge>
  return <StatusBadge tone="success">{t('people:people.active')}</StatusBadge>
}

function NameCell({ id, name, email }: PersonLine) {
  return (
    <>
      <a class="lnk" href={`/admin/people/${id}`}>
        {name}
      </a>
      <br />
      <span class="wrap-anywhere text-ink-2">{email}</span>
    </>
  )
}

function RolesCell({ roles }: PersonLine) {
  const { t } = useView()
  if (roles.length === 0) return <span class="text-ink-2">{t('people:people.no_roles')}</span>
  return (
    <ul>
      {roles.map(({ role, unit }) => (
        <li key={`${role} ${unit}`}>
          {t(`people:role.${role}`)}, {unit}
        </li>
      ))}
    </ul>
  )
}
