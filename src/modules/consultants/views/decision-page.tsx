import { Button, DateInput, Note, Panel, TextArea, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import type { DecisionOutcome } from '../consultant-fields.ts'
import type { ConsultantRow } from '../consultant-tables.ts'
import { fieldsOf } from './typed-fields.ts'

export interface TypedDecision {
  number: string
  decidedOn: string
  reason: string
}

interface DecisionPageProps {
  consultant: ConsultantRow
  outcome: DecisionOutcome
  typed: TypedDecision
  faults?: Record<string, string> | undefined
}

/** A decision about a consultant: what it will do, its number and day, its reason. */
export function DecisionPage({ consultant, outcome, typed, faults }: DecisionPageProps) {
  const { t } = useView()
  const title = t(`consultants:outcome.${outcome}`)
  const back = `/consultants/${consultant.id}`
  const field = fieldsOf(t, { group: 'decision', typed, faults })
  const grave = outcome === 'suspend' || outcome === 'remove'
  const reasoned = outcome !== 'register' && outcome !== 'resume'
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/consultants', label: t('consultants:title') },
        { href: back, label: consultant.name },
        { label: title },
      ]}
    >
      <form method="post" class="max-w-3xl space-y-5">
        <input type="hidden" name="outcome" value={outcome} />
        <Note tone={grave ? 'warning' : 'info'}>{t(`consultants:outcome_effect.${outcome}`)}</Note>
        <Panel class="space-y-4">
          <div class="grid gap-4 md:grid-cols-2">
            <TextInput {...field('number')} required maxlength={100} />
            <DateInput {...field('decidedOn')} required />
          </div>
          <TextArea {...field('reason')} rows={3} optional={!reasoned} required={reasoned} maxlength={2000} />
        </Panel>
        <p class="flex flex-wrap gap-3">
          <Button variant={grave ? 'danger' : 'primary'} icon="stamp">
            {t(`consultants:outcome.${outcome}`)}
          </Button>
          <Button href={back} variant="ghost">
            {t('consultants:form.cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}
