import { dayOf } from '#platform/dates.ts'
import { Button, Checkbox, Panel, TextArea, useView } from '#platform/ui/index.ts'
import type { PlanPageProps } from './plan-page.tsx'

/** A remark that came back with its fault. */
export interface ReturnedRemark {
  words: string
  looked: boolean
  fault: string
}

/** What the commune said about the plan, and room for more. */
export function RemarksPanel({ plan, remarks, names, mayRemark, returned }: PlanPageProps) {
  const { t } = useView()
  if (!plan.sentAt) return null
  return (
    <Panel title={t('plans:remark.title')}>
      {remarks.length === 0 && <p class="text-ink-2">{t('plans:remark.none')}</p>}
      <ul class="grid gap-3">
        {remarks.map(({ id, words, looked, versionNo, writtenBy, writtenAt }) => (
          <li key={id}>
            <p class="whitespace-pre-line">{words ?? (looked && t('plans:remark.looked_said'))}</p>
            <p class="text-sm text-ink-2">
              {t('plans:remark.said', {
                name: names.get(writtenBy ?? '') ?? '',
                day: dayOf(writtenAt),
                no: versionNo,
              })}
            </p>
          </li>
        ))}
      </ul>
      {mayRemark && (
        <form method="post" action={`/plans/business/${plan.id}/remarks`} class="mt-4 space-y-3">
          <TextArea
            name="words"
            label={t('plans:remark.words')}
            value={returned?.words ?? ''}
            fault={returned && t(`plans:fault.${returned.fault}`)}
            rows={3}
            maxlength={2000}
            optional
          />
          <Checkbox
            name="looked"
            label={t('plans:remark.looked', { no: plan.version })}
            checked={returned?.looked ?? plan.lookedAt < plan.version}
          />
          <Button variant="primary" icon="send">
            {t('plans:remark.send')}
          </Button>
        </form>
      )}
    </Panel>
  )
}
