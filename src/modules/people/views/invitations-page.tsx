import { showMoment } from '#platform/dates.ts'
import { Button, EmptyState, Panel, Table, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Role } from '../holds.ts'

interface InvitationLine {
  id: string
  name: string
  email: string
  role: Role
  unit: string
  by: string
  expiresAt: Date
}

/** The invitations that wait for an answer. */
export function InvitationsPage({ invitations }: { invitations: readonly InvitationLine[] }) {
  const { t } = useView()
  const invite = (
    <Button href="/invitations/new" variant="primary" icon="user-plus">
      {t('people:invitations.new')}
    </Button>
  )
  return (
    <WorkPage title={t('people:invitations.title')} actions={invite}>
      <Panel title={t('people:invitations.open')} flush>
        <Table
          caption={t('people:invitations.open')}
          head={[
            { label: t('people:people.name') },
            { label: t('people:field.role') },
            { label: t('people:invitations.by') },
            { label: t('people:invitations.expires') },
            { label: '' },
          ]}
          rows={invitations.map(({ id, name, email, role, unit, by, expiresAt }) => [
            <>
              <span class="font-medium">{name}</span>
              <br />
              <span class="wrap-anywhere text-ink-2">{email}</span>
            </>,
            `${t(`people:role.${role}`)}, ${unit}`,
            by,
            showMoment(expiresAt),
            <form method="post" action={`/invitations/${id}/revocation`}>
              <Button size="sm">{t('people:invitations.revoke')}</Button>
            </form>,
          ])}
          empty={<EmptyState icon="mail" title={t('people:invitations.none')} />}
        />
      </Panel>
    </WorkPage>
  )
}
