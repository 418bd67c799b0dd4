import { Button, Note, Panel, RadioGroup, TextArea, TextInput, useView } from '#platform/ui/index.ts'
import type { AnswerFaults, TypedAnswer } from '../answer-idea.ts'
import { ideaAnswers } from '../idea-states.ts'
import { fieldsOf } from './typed-fields.ts'

/** An answer that came back with its faults. */
export interface ReturnedAnswer {
  typed: TypedAnswer
  faults: AnswerFaults
}

interface AnswerFormProps {
  idea: { id: string; expectedYear: number }
  returned: ReturnedAnswer | undefined
}

/** The commune's answer: into the plan of a year, back with words, or no with a reason. */
export function AnswerForm({ idea, returned }: AnswerFormProps) {
  const { t } = useView()
  const typed = returned?.typed ?? { answer: '', words: '', plannedYear: String(idea.expectedYear) }
  const field = fieldsOf(t, { group: 'answer', typed, faults: returned?.faults ?? {} })
  return (
    <Panel title={t('plans:answer.title')} lead={t('plans:answer.lead')}>
      <form method="post" action={`/plans/ideas/${idea.id}/answer`} class="space-y-4">
        {returned && (
          <Note tone="error" role="alert">
            {t('plans:faulty')}
          </Note>
        )}
        <RadioGroup
          {...field('answer', 'label')}
          options={ideaAnswers.map((value) => ({ value, label: t(`plans:answer.choice.${value}`) }))}
          required
        />
        <TextInput {...field('plannedYear')} inputmode="numeric" maxlength={4} />
        <TextArea {...field('words')} hint={t('plans:answer.words_hint')} rows={4} maxlength={2000} />
        <Button variant="primary" icon="send">
          {t('plans:answer.send')}
        </Button>
      </form>
    </Panel>
  )
}
