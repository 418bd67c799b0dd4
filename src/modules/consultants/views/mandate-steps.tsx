import { Button, Panel, RadioGroup, TextArea, TextInput, useView } from '#platform/ui/index.ts'
import { ratingQuestions } from '../rating.ts'
import type { MandatePageProps } from './mandate-page.tsx'

/** The second signature: one's own name, typed. */
export function SignForm({ mandate, returned }: MandatePageProps) {
  const { t, actor } = useView()
  const back = returned?.part === 'sign' ? returned : undefined
  return (
    <Panel title={t('consultants:sign.title')}>
      <form method="post" action={`/mandates/${mandate.id}/signature`} class="space-y-4">
        <p>{t('consultants:sign.second')}</p>
        <input type="hidden" name="digest" value={mandate.digest} />
        <TextInput
          name="signature"
          label={t('consultants:mandate.field.signature')}
          hint={t('consultants:sign.hint', { name: actor.name })}
          value={back?.typed ?? ''}
          fault={back?.faults.signature}
          autocomplete="off"
          required
        />
        <Button variant="primary" icon="signature">
          {t('consultants:sign.sign')}
        </Button>
      </form>
    </Panel>
  )
}

/** Taking back or refusing a proposal, ending a mandate: what will happen, and why. */
export function EndForm({ mandate, side, returned, part }: MandatePageProps & { part: 'refuse' | 'end' }) {
  const { t } = useView()
  const back = returned?.part === part ? returned : undefined
  const what = part === 'refuse' && side === mandate.proposedBy ? 'take_back' : part
  const path = part === 'refuse' ? 'refusal' : 'end'
  return (
    <details class="panel p-4 lg:p-5" open={back !== undefined}>
      <summary class="lnk flex min-h-11 cursor-pointer items-center">{t(`consultants:end.${what}`)}</summary>
      <form method="post" action={`/mandates/${mandate.id}/${path}`} class="mt-2 space-y-4">
        <p>{t(`consultants:end.${what}_effect`)}</p>
        <TextArea
          name="reason"
          label={t('consultants:decision.reason')}
          rows={3}
          value={back?.typed ?? ''}
          fault={back?.faults.reason}
          maxlength={2000}
          required
        />
        <Button variant="danger">{t(`consultants:end.${what}`)}</Button>
      </form>
    </details>
  )
}

/** Three questions from 1 to 5, in words: nothing that looks like a product's stars. */
export function RateForm({ mandate, returned }: MandatePageProps) {
  const { t } = useView()
  const back = returned?.part === 'rate' ? returned : undefined
  const points = ['1', '2', '3', '4', '5'].map((value) => ({
    value,
    label: t(`consultants:rating.point.${value}`),
  }))
  return (
    <Panel title={t('consultants:rating.title')} lead={t('consultants:rating.lead')}>
      <form method="post" action={`/mandates/${mandate.id}/rating`} class="space-y-4">
        {ratingQuestions.map((name) => (
          <RadioGroup
            key={name}
            name={name}
            label={t(`consultants:rating.question.${name}`)}
            options={points}
            value={back?.rating?.[name]}
            fault={back?.faults[name]}
            required
          />
        ))}
        <TextArea
          name="words"
          label={t('consultants:rating.words')}
          rows={3}
          value={back?.typed ?? ''}
          fault={back?.faults.words}
          maxlength={2000}
          optional
        />
        <Button variant="primary" icon="send">
          {t('consultants:rating.send')}
        </Button>
      </form>
    </Panel>
  )
}
