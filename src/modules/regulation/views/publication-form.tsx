import { Button, Checkbox, Note, Panel, useView } from '#platform/ui/index.ts'
import type { CriteriaSet } from '../criteria-set.ts'
import { textIn } from './wording.ts'

interface PublicationFormProps {
  set: CriteriaSet
  digest: string
  accepted: readonly string[]
  fault: string | undefined
}

/** Each anomaly with its name to tick, and the button that freezes the set. */
export function PublicationForm({ set, digest, accepted, fault }: PublicationFormProps) {
  const { t, locale } = useView()
  return (
    <Panel title={t('regulation:admin.accept')} lead={t('regulation:admin.accept_hint')}>
      {fault && (
        <Note tone="error" role="alert" class="mb-3">
          {fault}
        </Note>
      )}
      <form method="post" action={`/admin/criteria-sets/${set.id}/publication`} class="grid gap-2">
        <input type="hidden" name="digest" value={digest} />
        {set.anomalies.length === 0 && <p>{t('regulation:admin.none')}</p>}
        {set.anomalies.map((anomaly) => (
          <Checkbox
            key={anomaly.key}
            name="anomaly"
            value={anomaly.key}
            label={anomaly.key}
            hint={`${anomaly.at}: ${textIn(locale, anomaly)}`}
            checked={accepted.includes(anomaly.key)}
          />
        ))}
        <Note tone="warning">{t('regulation:admin.publish_note')}</Note>
        <p>
          <Button variant="primary">{t('regulation:admin.publish')}</Button>
        </p>
      </form>
    </Panel>
  )
}
