import { Button, DateInput, Note, Panel, Select, TextArea, TextInput, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DecisionFaults, NewDecision } from '../decision-faults.ts'
import { DecisionFields } from './decision-fields.tsx'

export interface CentralForm {
  typed: NewDecision & {
    average: string
    stars: string
    minutesNumber: string
    concludedOn: string
    note: string
  }
  faults: DecisionFaults & Partial<Record<'average' | 'stars' | 'minutesNumber' | 'concludedOn', string>>
  message?: string | undefined
}

interface CentralResultPageProps {
  dossier: { id: string; code: string; productName: string }
  form: CentralForm
}

/** Where the centre's officer writes down what its council concluded about one product. */
export function CentralResultPage({ dossier, form: { typed, faults, message } }: CentralResultPageProps) {
  const { t } = useView()
  const fault = (name: keyof CentralForm['faults']) => faults[name] && t(`recognition:fault.${faults[name]}`)
  const title = t('recognition:central.title', { product: dossier.productName })
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: '/decisions', label: t('recognition:decisions.title') }, { label: dossier.code }]}
      actions={
        <Button href={`/dossiers/${dossier.id}/central-pack.zip`} icon="download" download>
          {t('recognition:pack.download')}
        </Button>
      }
    >
      <form method="post" action={`/dossiers/${dossier.id}/central-result`} class="grid gap-6">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <Panel title={t('recognition:central.result')} lead={t('recognition:central.lead')}>
          <div class="grid gap-4 sm:grid-cols-2">
            <TextInput
              label={t('recognition:central.average')}
              hint={t('recognition:central.average_hint')}
              name="average"
              value={typed.average}
              fault={fault('average')}
              inputmode="decimal"
              required
            />
            <Select
              label={t('recognition:central.stars')}
              name="stars"
              value={typed.stars}
              fault={fault('stars')}
              empty={t('platform:form.choose')}
              options={[5, 4, 3, 2, 1].map((count) => ({
                value: String(count),
                label: t('platform:stars', { count }),
              }))}
              required
            />
            <TextInput
              label={t('recognition:central.minutes')}
              name="minutesNumber"
              value={typed.minutesNumber}
              fault={fault('minutesNumber')}
              required
              maxlength={60}
            />
            <DateInput
              label={t('recognition:central.concluded_on')}
              name="concludedOn"
              value={typed.concludedOn}
              fault={fault('concludedOn')}
              required
            />
          </div>
          <div class="mt-4">
            <TextArea
              label={t('recognition:central.note')}
              name="note"
              value={typed.note}
              optional
              maxlength={2000}
            />
          </div>
        </Panel>
        <Panel title={t('recognition:central.decision')} lead={t('recognition:central.decision_lead')}>
          <DecisionFields id="central" typed={typed} faults={faults} optional />
        </Panel>
        <div>
          <Button type="submit" variant="primary" icon="stamp">
            {t('recognition:central.action')}
          </Button>
        </div>
      </form>
    </WorkPage>
  )
}
