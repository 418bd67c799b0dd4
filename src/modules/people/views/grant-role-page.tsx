import { Button, DateInput, Facts, Panel, Select, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Role } from '../holds.ts'
import type { UnitChoice } from '../unit-choice.ts'
import { UnitPicker } from './unit-picker.tsx'

interface GrantRolePageProps {
  person: { id: string; name: string }
  choice: UnitChoice
  roles: readonly Role[]
  role: string
  fault: string | undefined
}

/** Giving somebody another role: first the unit, then the role. */
export function GrantRolePage({ person, choice, roles, role, fault }: GrantRolePageProps) {
  const { t } = useView()
  const path = `/admin/people/${person.id}`
  const options = roles.map((value) => ({ value, label: t(`people:role.${value}`) }))
  const crumbs = [
    { href: '/admin/people', label: t('people:people.title') },
    { href: path, label: person.name },
  ]
  const { chosen } = choice
  return (
    <WorkPage title={t('people:person.grant')} crumbs={crumbs}>
      <Panel class="max-w-2xl">
        {!chosen && (
          <UnitPicker page={`${path}/roles/new`} keep={{}} find={choice.find} units={choice.offered} />
        )}
        {chosen && (
          <form method="post" action={`${path}/roles`} class="space-y-4">
            <input type="hidden" name="unit" value={chosen.id} />
            <Facts items={[[t('people:field.unit'), chosen.name]]} />
            <p>
              <a class="lnk" href={`${path}/roles/new`}>
                {t('people:invitations.change_unit')}
              </a>
            </p>
            <Select
              label={t('people:field.role')}
              name="role"
              value={role}
              options={options}
              empty={t('people:invitations.choose_role')}
              fault={fault}
              required
            />
            <DateInput
              label={t('people:field.valid_to')}
              name="to"
              hint={t('people:hint.valid_to')}
              optional
            />
            <Button variant="primary">{t('people:person.grant_submit')}</Button>
          </form>
        )}
      </Panel>
    </WorkPage>
  )
}
