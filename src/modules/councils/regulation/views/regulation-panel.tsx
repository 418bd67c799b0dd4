import { showDay } from '#platform/dates.ts'
import { Button, DateInput, Facts, FileInput, Panel, TextInput, useView } from '#platform/ui/index.ts'
import type { Regulation } from '../regulation.ts'

interface RegulationPanelProps {
  council: {
    id: string
    regulationNumber: string | null
    regulationOn: string | null
    regulationSigner: string | null
    regulationFileId: string | null
  }
  /** Whether the reader prepares the council and what stands there may still change. */
  writes: boolean
  typed?: Regulation | undefined
}

/** By which decision the council's regulation was issued. */
export function RegulationPanel(props: RegulationPanelProps) {
  const { t } = useView()
  const { council, writes, typed } = props
  const { id, regulationNumber, regulationOn, regulationSigner, regulationFileId } = council
  const file = regulationFileId ? (
    <a class="lnk" href={`/councils/${id}/regulation`}>
      {t('councils:regulation.open')}
    </a>
  ) : (
    t('councils:regulation.no_file')
  )
  return (
    <Panel title={t('councils:regulation.title')}>
      {regulationNumber === null ? (
        <p>{t('councils:regulation.none')}</p>
      ) : (
        <Facts
          items={[
            [t('councils:regulation.number'), regulationNumber],
            [t('councils:regulation.decidedOn'), showDay(regulationOn ?? '')],
            [t('councils:regulation.signer'), regulationSigner ?? ''],
            [t('councils:regulation.file'), file],
          ]}
        />
      )}
      {writes && (
        <details class="mt-3" open={typed !== undefined}>
          <summary class="lnk">{t('councils:regulation.change')}</summary>
          <RegulationForm {...props} />
        </details>
      )}
    </Panel>
  )
}

function RegulationForm({ council, typed }: RegulationPanelProps) {
  const { t } = useView()
  const { id, regulationNumber, regulationOn, regulationSigner } = council
  return (
    <form
      method="post"
      action={`/councils/${id}/regulation`}
      enctype="multipart/form-data"
      class="mt-3 grid gap-4"
    >
      <TextInput
        id="regulation-number"
        label={t('councils:regulation.number')}
        name="number"
        value={typed?.number ?? regulationNumber ?? ''}
        required
      />
      <DateInput
        id="regulation-on"
        label={t('councils:regulation.decidedOn')}
        name="decidedOn"
        value={typed?.decidedOn ?? regulationOn ?? ''}
        required
      />
      <TextInput
        id="regulation-signer"
        label={t('councils:regulation.signer')}
        name="signer"
        value={typed?.signer ?? regulationSigner ?? ''}
        required
      />
      <FileInput label={t('councils:regulation.file')} name="file" accept="application/pdf,image/*" />
      <div>
        <Button>{t('councils:regulation.save')}</Button>
      </div>
    </form>
  )
}
