import type { CouncilDepartment } from '#modules/regulation/index.ts'
import { Button, DateInput, Note, Panel, Select, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import { positions } from '../positions.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { RegulationFields } from '../regulation/views/regulation-fields.tsx'
import type { NewSeat } from '../set-up-council.ts'
import type { TypedRules } from '../typed-council.ts'
import { DepartmentSelect, Lacking } from './departments.tsx'
import { RulesFields } from './rules-fields.tsx'

/** The form of a council as it was typed. */
export interface TypedCouncil {
  unitPath: string
  name: string
  decisionNumber: string
  decidedOn: string
  signer: string
  seats: Readonly<Record<string, Omit<NewSeat, 'personId'>>>
  rules: TypedRules
  regulation?: Regulation | undefined
}

interface NewCouncilPageProps {
  units: readonly { path: string; name: string }[]
  candidates: readonly { id: string; name: string }[]
  typed: TypedCouncil
  /** The bodies that the law seats in such a council, and those from which nobody sits yet. */
  departments: readonly CouncilDepartment[]
  lacking: readonly CouncilDepartment[]
  /** What is wrong, by field. */
  faults: Readonly<Record<string, string>>
  message?: string | undefined
}

/** Setting up a council by its decision: who sits in it and by which rules it scores. */
export function NewCouncilPage(props: NewCouncilPageProps) {
  const { units, candidates, typed, departments, lacking, faults, message } = props
  const { t } = useView()
  const text = (name: 'name' | 'decisionNumber' | 'signer') => (
    <TextInput
      label={t(`councils:new.${name}`)}
      name={name}
      value={typed[name]}
      fault={faults[name]}
      required
    />
  )
  return (
    <WorkPage
      title={t('councils:new.title')}
      crumbs={[{ href: '/councils', label: t('councils:list.title') }, { label: t('councils:new.title') }]}
    >
      <form method="post" action="/councils" class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <Panel title={t('councils:new.decision')} class="grid gap-4">
          <div class="grid gap-4 sm:grid-cols-2">
            <Select
              label={t('councils:new.unitPath')}
              name="unitPath"
              value={typed.unitPath}
              options={units.map(({ path, name }) => ({ value: path, label: name }))}
              fault={faults.unitPath}
            />
            {text('name')}
            {text('decisionNumber')}
            <DateInput
              label={t('councils:new.decidedOn')}
              name="decidedOn"
              value={typed.decidedOn}
              fault={faults.decidedOn}
              required
            />
            {text('signer')}
          </div>
        </Panel>
        <Panel title={t('councils:new.members')} lead={t('councils:new.members_lead')}>
          {faults.members && (
            <Note tone="error" role="alert" class="mb-4">
              {faults.members}
            </Note>
          )}
          <Lacking departments={lacking} begun={Object.keys(typed.seats).length > 0} />
          {candidates.length === 0 && <p>{t('councils:new.no_candidates')}</p>}
          <ul class="grid gap-5">
            {candidates.map((person) => (
              <SeatFields
                key={person.id}
                person={person}
                seat={typed.seats[person.id]}
                departments={departments}
              />
            ))}
          </ul>
        </Panel>
        <RegulationFields typed={typed.regulation} fault={faults.regulation} />
        <Panel title={t('councils:rules.title')} lead={t('councils:rules.lead')}>
          <RulesFields rules={typed.rules} />
        </Panel>
        <div>
          <Button variant="primary">{t('councils:new.submit')}</Button>
        </div>
      </form>
    </WorkPage>
  )
}

interface SeatFieldsProps {
  person: { id: string; name: string }
  seat: TypedCouncil['seats'][string] | undefined
  departments: readonly CouncilDepartment[]
}

function SeatFields({ person, seat, departments }: SeatFieldsProps) {
  const { t } = useView()
  return (
    <li>
      <fieldset class="grid items-end gap-3 border-t border-line pt-3 sm:grid-cols-2 lg:grid-cols-[1fr_1.4fr_1.4fr_auto]">
        <legend class="float-left w-full font-semibold sm:col-span-2 lg:col-span-4">{person.name}</legend>
        <Select
          label={t('councils:new.position')}
          name={`position:${person.id}`}
          empty={t('councils:new.not_seated')}
          value={seat?.position}
          options={positions.map((value) => ({ value, label: t(`councils:position.${value}`) }))}
        />
        <DepartmentSelect
          name={`department:${person.id}`}
          value={seat?.department}
          departments={departments}
        />
        <TextInput
          label={t('councils:new.organisation')}
          name={`organisation:${person.id}`}
          value={seat?.organisation}
        />
        <label class="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            class="checkbox checkbox-primary"
            name={`scores:${person.id}`}
            checked={seat?.scores ?? true}
          />
          {t('councils:new.scores')}
        </label>
      </fieldset>
    </li>
  )
}
