import { showMoment } from '#platform/dates.ts'
import { Button, FileInput, Note, Panel, useView } from '#platform/ui/index.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { acceptedFiles } from './accepted-files.ts'

interface SignaturePanelProps {
  file: DossierFile
  /** The page that it stands on, to which one comes back. */
  back: 'submission' | 'mending' | 'withdrawal'
}

/** At the counter: the page that the household signs on paper, photographed with the phone or scanned. */
export function SignaturePanel({ file, back }: SignaturePanelProps) {
  const { t } = useView()
  const { counter, dossier } = file
  if (!counter?.acting) return null
  const { signature } = counter
  return (
    <Panel
      title={t('dossiers:page.counter.signature')}
      lead={t(`dossiers:page.counter.signature_lead.${back}`)}
    >
      {back !== 'withdrawal' && (
        <p class="mb-4">
          <Button href={`/dossiers/${dossier.id}/forms/mau-01.pdf`} icon="printer" class="max-sm:w-full">
            {t('dossiers:page.counter.print')}
          </Button>
        </p>
      )}
      {signature && (
        <Note tone="success" class="mb-4">
          {t('dossiers:page.counter.signed', { at: showMoment(signature.keptAt) })}{' '}
          <a class="lnk" href={`/dossiers/${dossier.id}/signatures/${signature.id}`}>
            {t('dossiers:page.counter.see')}
          </a>
        </Note>
      )}
      <form
        method="post"
        action={`/dossiers/${dossier.id}/signature`}
        enctype="multipart/form-data"
        class="max-w-xl space-y-4"
      >
        <input type="hidden" name="back" value={back} />
        <FileInput
          id="f-signature-camera"
          label={t('dossiers:page.counter.camera')}
          name="file"
          accept="image/*"
          capture
        />
        <FileInput
          id="f-signature-file"
          label={t('dossiers:page.counter.scan')}
          name="file"
          accept={acceptedFiles}
        />
        <Button type="submit" variant="secondary" icon="upload" class="max-sm:w-full">
          {t(signature ? 'dossiers:page.counter.replace' : 'dossiers:page.counter.keep')}
        </Button>
      </form>
    </Panel>
  )
}

/** Whether an officer acts for a household that has not signed yet. */
export function lacksSignature({ counter }: DossierFile): boolean {
  return counter?.acting === true && counter.signature === null
}
