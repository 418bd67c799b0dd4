import type { CouncilDepartment, CouncilRules } from '#modules/regulation/index.ts'
import { showDay } from '#platform/dates.ts'
import {
  Button,
  Checkbox,
  DateInput,
  DemoLabel,
  Facts,
  Note,
  Panel,
  Select,
  Table,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { AgendaPicks, type PickedDossier, type TypedPicks } from '../agenda/views/agenda-picks.tsx'
import { type Position, positions, type Seat } from '../positions.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { RegulationPanel } from '../regulation/views/regulation-panel.tsx'
import type { CouncilChange } from '../seats/change-store.ts'
import { ChangeList } from '../seats/views/change-list.tsx'
import { DecisionFields } from '../seats/views/decision-fields.tsx'
import type { TypedRules } from '../typed-council.ts'
import { type ListedSession, SessionList } from './councils-page.tsx'
import { DepartmentSelect, Lacking } from './departments.tsx'
import { RulesFacts, RulesFields } from './rules-fields.tsx'

/** A form of the page that came back. */
export interface ReturnedPlan {
  typed: TypedPicks & { name: string; heldOn: string; until?: string; place: string }
  message: string
}

export interface CouncilPageProps {
  council: {
    id: string
    name: string
    level: 'province' | 'centre'
    decisionNumber: string
    decidedOn: string
    signer: string
    rules: CouncilRules
    isDemo: boolean
    regulationNumber: string | null
    regulationOn: string | null
    regulationSigner: string | null
    regulationFileId: string | null
  }
  /** The bodies that the law seats in such a council, and those from which nobody sits. */
  departments: readonly CouncilDepartment[]
  lacking: readonly CouncilDepartment[]
  regulation?: Regulation | undefined
  /** The rules as they were typed, when they came back. */
  rules?: TypedRules | undefined
  unitName: string
  seats: readonly (Seat & { name: string })[]
  sessions: readonly ListedSession[]
  prepares: boolean
  plans: boolean
  rulesOpen: boolean
  changes: readonly CouncilChange[]
  candidates: readonly { id: string; name: string }[]
  checked: readonly PickedDossier[]
  /** The day that a new session is suggested for. */
  today: string
  plan?: ReturnedPlan | undefined
  message?: string | undefined
}

/** A council: its decision, who sits in it, its rules, its sessions. */
export function CouncilPage(props: CouncilPageProps) {
  const { t } = useView()
  const { council, unitName, sessions, plans, message } = props
  return (
    <WorkPage
      title={council.name}
      aside={council.isDemo ? <DemoLabel /> : undefined}
      crumbs={[{ href: '/councils', label: t('councils:list.title') }, { label: council.name }]}
    >
      <div class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <Panel title={t('councils:council.sessions')}>
          <SessionList sessions={sessions} />
        </Panel>
        {plans && <PlanForm {...props} />}
        {props.prepares && <Lacking departments={props.lacking} begun />}
        <Members {...props} />
        <div class="grid gap-5 lg:grid-cols-2">
          <Panel title={t('councils:new.decision')}>
            <Facts
              items={[
                [t('councils:new.unitPath'), unitName],
                [t('councils:new.decisionNumber'), council.decisionNumber],
                [t('councils:new.decidedOn'), showDay(council.decidedOn)],
                [t('councils:new.signer'), council.signer],
              ]}
            />
          </Panel>
          <RegulationPanel
            council={council}
            writes={
              props.prepares &&
              (props.rulesOpen || council.regulationNumber === null || council.regulationFileId === null)
            }
            typed={props.regulation}
          />
        </div>
        <Panel title={t('councils:rules.title')}>
          <RulesFacts rules={council.rules} />
          {!props.rulesOpen && <p class="mt-3 text-sm text-ink-2">{t('councils:rules.stay')}</p>}
        </Panel>
        {props.prepares && props.rulesOpen && (
          <Panel title={t('councils:rules.change')}>
            <form method="post" action={`/councils/${council.id}/rules`}>
              <RulesFields rules={props.rules ?? council.rules} />
              <div class="mt-4">
                <Button>{t('councils:rules.save')}</Button>
              </div>
            </form>
          </Panel>
        )}
      </div>
    </WorkPage>
  )
}

function Members({ council, seats, prepares, candidates, changes, departments, today }: CouncilPageProps) {
  const nameOf = (personId: string) => seats.find((seat) => seat.personId === personId)?.name ?? personId
  const { t } = useView()
  const sitting = seats.filter(({ leftOn }) => leftOn === null)
  const left = seats.filter(({ leftOn }) => leftOn !== null)
  const head = ['member', 'position', 'organisation', 'scores'].map((name) => ({
    label: t(`councils:council.${name}`),
  }))
  return (
    <Panel flush title={t('councils:council.members', { count: sitting.length })}>
      <Table
        caption={t('councils:council.members', { count: sitting.length })}
        head={[...head, ...(prepares ? [{ label: '' }] : [])]}
        rows={sitting.map((seat) => [
          <b key="name">{seat.name}</b>,
          t(`councils:position.${seat.position}`),
          seat.organisation,
          t(seat.scores ? 'councils:yes' : 'councils:no'),
          ...(prepares
            ? [
                <a
                  key="change"
                  class="lnk"
                  href={`/councils/${council.id}/members/${encodeURIComponent(seat.personId)}`}
                >
                  {t('seats:edit')}
                </a>,
              ]
            : []),
        ])}
      />
      {left.length > 0 && (
        <p class="border-t border-line p-4 text-ink-2">
          {t('councils:council.left', {
            names: left.map(({ name, leftOn }) => `${name} (${showDay(leftOn ?? '')})`).join(', '),
          })}
        </p>
      )}
      <ChangeList changes={changes} nameOf={nameOf} />
      {prepares && candidates.length > 0 && (
        <AddForm councilId={council.id} candidates={candidates} departments={departments} today={today} />
      )}
    </Panel>
  )
}

function AddForm({
  councilId,
  candidates,
  departments,
  today,
}: {
  councilId: string
  candidates: CouncilPageProps['candidates']
  departments: CouncilPageProps['departments']
  today: string
}) {
  const { t } = useView()
  return (
    <details class="border-t border-line p-4">
      <summary class="lnk">{t('councils:council.add')}</summary>
      <form
        method="post"
        action={`/councils/${councilId}/members`}
        class="mt-3 grid items-end gap-4 sm:grid-cols-2"
      >
        <Select
          label={t('councils:council.member')}
          name="personId"
          options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          label={t('councils:new.position')}
          name="position"
          value={'member' satisfies Position}
          options={positions.map((value) => ({ value, label: t(`councils:position.${value}`) }))}
        />
        <DepartmentSelect name="department" value="" departments={departments} />
        <TextInput label={t('councils:new.organisation')} name="organisation" required />
        <DecisionFields today={today} />
        <Checkbox label={t('councils:new.scores')} name="scores" checked />
        <div>
          <Button>{t('councils:council.add_submit')}</Button>
        </div>
      </form>
    </details>
  )
}

function PlanForm({ council, checked, today, plan }: CouncilPageProps) {
  const { t } = useView()
  const typed = plan?.typed
  if (checked.length === 0 && !plan) return <Note tone="info">{t('councils:plan.nothing')}</Note>
  return (
    <Panel title={t('councils:plan.title')} lead={t('councils:plan.lead')}>
      <form method="post" action={`/councils/${council.id}/sessions`} class="grid gap-4">
        {plan && (
          <Note tone="error" role="alert">
            {plan.message}
          </Note>
        )}
        <div class="grid gap-4 sm:grid-cols-2">
          <TextInput label={t('councils:plan.name')} name="name" value={typed?.name} required />
          <DateInput
            label={t('councils:plan.heldOn')}
            name="heldOn"
            value={typed?.heldOn ?? today}
            required
          />
          <DateInput
            label={t('councils:plan.until')}
            hint={t('councils:plan.until_hint', { count: council.rules.dailyCapacity })}
            name="until"
            value={typed?.until ?? ''}
          />
          <TextInput label={t('councils:plan.place')} name="place" value={typed?.place} required />
        </div>
        <fieldset>
          <legend class="font-medium">{t('councils:plan.dossiers')}</legend>
          <p class="text-sm text-ink-2">{t('councils:plan.dossiers_hint')}</p>
          <AgendaPicks checked={checked} typed={typed} />
        </fieldset>
        <div>
          <Button variant="primary">{t('councils:plan.submit')}</Button>
        </div>
      </form>
    </Panel>
  )
}
