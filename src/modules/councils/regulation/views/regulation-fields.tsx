import { DateInput, Note, Panel, TextInput, useView } from '#platform/ui/index.ts'
import type { Regulation } from '../regulation.ts'

interface RegulationFieldsProps {
  typed: Regulation | undefined
  fault: string | undefined
}

/** By which decision the regulation of a council about to be set up was issued, where it is already. */
export function RegulationFields({ typed, fault }: RegulationFieldsProps) {
  const { t } = useView()
  return (
    <Panel title={t('councils:regulation.title')} lead={t('councils:regulation.lead')}>
      {fault && (
        <Note tone="error" role="alert" class="mb-4">
          {fault}
        </Note>
      )}
      <div class="grid gap-4 sm:grid-cols-3">
        <TextInput label={t('councils:regulation.number')} name="regulationNumber" value={typed?.number} />
        <DateInput label={t('councils:regulation.decidedOn')} name="regulationOn" value={typed?.decidedOn} />
        <TextInput label={t('councils:regulation.signer')} name="regulationSigner" value={typed?.signer} />
      </div>
    </Panel>
  )
}
