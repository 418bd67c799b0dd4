import { Button, DateInput, Note, Panel, Select, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import type { ExtraRoundFaults, NewExtraRound } from '../add-extra-round.ts'

interface ExtraRoundPageProps {
  typed: Partial<NewExtraRound>
  faults: ExtraRoundFaults
  provinces: readonly { path: string; name: string }[]
  message?: string | undefined
  today: string
}

/** Adding a round beside the law's two, with the plan that provides it. */
export function ExtraRoundPage({ typed, faults, provinces, message, today }: ExtraRoundPageProps) {
  const { t } = useView()
  const fault = (name: keyof ExtraRoundFaults) => faults[name] && t(`rounds:fault.${faults[name]}`)
  const title = t('rounds:extra.title')
  return (
    <WorkPage title={title} crumbs={[{ href: '/rounds', label: t('rounds:title') }, { label: title }]}>
      <div class="max-w-2xl space-y-4">
        <p class="text-ink-2">{t('rounds:extra.text')}</p>
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <Panel>
          <form method="post" action="/rounds" class="space-y-4" novalidate>
            {provinces.length > 1 ? (
              <Select
                label={t('rounds:extra.province')}
                name="provincePath"
                value={typed.provincePath}
                options={provinces.map(({ path, name }) => ({ value: path, label: name }))}
              />
            ) : (
              <input type="hidden" name="provincePath" value={provinces[0]?.path ?? ''} />
            )}
            <TextInput
              label={t('rounds:extra.planNumber')}
              hint={t('rounds:extra.plan_hint')}
              name="planNumber"
              value={typed.planNumber}
              maxlength={60}
              fault={fault('planNumber')}
            />
            <DateInput
              label={t('rounds:extra.plannedOn')}
              name="plannedOn"
              value={typed.plannedOn}
              max={today}
              fault={fault('plannedOn')}
            />
            <DateInput
              label={t('rounds:extra.proposalsBefore')}
              name="proposalsBefore"
              value={typed.proposalsBefore}
              min={today}
              fault={fault('proposalsBefore')}
            />
            <DateInput
              label={t('rounds:extra.doneBefore')}
              name="doneBefore"
              value={typed.doneBefore}
              min={today}
              fault={fault('doneBefore')}
            />
            <div class="flex flex-wrap gap-3">
              <Button type="submit" variant="primary" icon="check">
                {t('rounds:extra.save')}
              </Button>
              <Button href="/rounds">{t('rounds:back')}</Button>
            </div>
          </form>
        </Panel>
      </div>
    </WorkPage>
  )
}
