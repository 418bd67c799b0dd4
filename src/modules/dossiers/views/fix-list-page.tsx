import type { CriteriaSet } from '#modules/regulation/index.ts'
import { addDays, type Day } from '#platform/dates.ts'
import { Button, DateInput, Note, Panel, TextArea } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { FixList } from '../fix-list-store.ts'
import type { DossierHead } from '../read-dossier-head.ts'
import { EarlierReturns } from './earlier-returns.tsx'
import { OfficerFrame } from './officer-frame.tsx'

export type OverdueFaults = Readonly<Partial<Record<'dueOn' | 'reason', 'not_later' | 'no_reason'>>>

interface FixListPageProps {
  head: DossierHead
  byProvince: boolean
  fixList: FixList
  earlier: readonly FixList[]
  set: CriteriaSet
  today: Day
  typed?:
    | { form: 'extension' | 'conclusion'; dueOn: string; reason: string; faults: OverdueFaults }
    | undefined
}

/** A dossier that waits for its producer: more time, or, once the day has passed, going on with what there is. */
export function FixListPage(props: FixListPageProps) {
  const { t } = useView()
  const { head, byProvince, fixList, earlier, set, today } = props
  const passed = fixList.dueOn < today
  return (
    <OfficerFrame
      head={head}
      list={byProvince ? 'desk' : 'inbox'}
      step={byProvince ? undefined : 'check'}
      side={<EarlierReturns lists={earlier} set={set} />}
    >
      <Note tone={passed ? 'warning' : 'info'}>
        {t(`dossiers:page.overdue.${passed ? 'passed' : 'open_until'}`, { day: fixList.dueOn })}
      </Note>
      <ExtensionForm {...props} />
      <ConclusionForm {...props} passed={passed} />
      <p class="text-ink-2">{t('dossiers:page.overdue.stop')}</p>
    </OfficerFrame>
  )
}

function ExtensionForm({ head, fixList, today, typed }: FixListPageProps) {
  const { t } = useView()
  const mine = typed?.form === 'extension' ? typed : undefined
  const from = addDays(fixList.dueOn < today ? today : fixList.dueOn, 1)
  return (
    <Panel title={t('dossiers:page.overdue.extend')} lead={t('dossiers:page.overdue.extend_lead')}>
      <form
        method="post"
        action={`/dossiers/${head.id}/fix-list/extension`}
        class="max-w-xl space-y-4"
        novalidate
      >
        <DateInput
          label={t('dossiers:page.overdue.new_due')}
          hint={t('dossiers:page.cannot.due_hint')}
          name="dueOn"
          value={mine?.dueOn ?? addDays(from, 6)}
          min={from}
          fault={mine?.faults.dueOn && t(`dossiers:page.overdue.fault.${mine.faults.dueOn}`)}
        />
        <Reason typed={mine} />
        <Button type="submit" variant="primary" icon="calendar-plus" class="max-sm:w-full">
          {t('dossiers:page.overdue.extend_send')}
        </Button>
      </form>
    </Panel>
  )
}

function ConclusionForm({ head, typed, passed }: FixListPageProps & { passed: boolean }) {
  const { t } = useView()
  const mine = typed?.form === 'conclusion' ? typed : undefined
  return (
    <Panel title={t('dossiers:page.overdue.go_on')} lead={t('dossiers:page.overdue.go_on_lead')}>
      {passed ? (
        <form
          method="post"
          action={`/dossiers/${head.id}/fix-list/conclusion`}
          class="max-w-xl space-y-4"
          novalidate
        >
          <Reason typed={mine} />
          <Button type="submit" variant="secondary" icon="arrow-right" class="max-sm:w-full">
            {t('dossiers:page.overdue.go_on_send')}
          </Button>
        </form>
      ) : (
        <p>{t('dossiers:page.overdue.go_on_early')}</p>
      )}
    </Panel>
  )
}

function Reason({ typed }: { typed: FixListPageProps['typed'] }) {
  const { t } = useView()
  return (
    <TextArea
      label={t('dossiers:page.overdue.reason')}
      name="reason"
      value={typed?.reason ?? ''}
      rows={3}
      maxlength={2000}
      required
      fault={typed?.faults.reason && t(`dossiers:page.overdue.fault.${typed.faults.reason}`)}
    />
  )
}
