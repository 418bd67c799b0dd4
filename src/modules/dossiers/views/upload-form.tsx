import { Button, FileInput, TextInput, useView } from '#platform/ui/index.ts'
import type { SentFile } from '#platform/uploads/sent-file.ts'
import type { PaperKind } from '../paper-kinds.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { acceptedFiles } from './accepted-files.ts'

/** An upload that was not taken: where it belongs, and why. */
export interface ReturnedUpload {
  paperKind: string
  title: string
  fault: string
  /** Pages that had arrived before. */
  sent: readonly SentFile[]
}

/** Adds a paper, one file or its pages, under a kind of paper. */
export function UploadForm({
  file,
  kind,
  back,
}: {
  file: DossierFile
  kind: PaperKind
  back: ReturnedUpload | undefined
}) {
  const { t } = useView()
  return (
    <form
      method="post"
      action={`/dossiers/${file.dossier.id}/evidence`}
      enctype="multipart/form-data"
      class="mt-2 max-w-xl space-y-4"
    >
      <input type="hidden" name="paperKind" value={kind} />
      {file.counter?.acting && (
        <FileInput
          label={t('dossiers:page.counter.camera')}
          name="file"
          id={`f-camera-${kind}`}
          accept="image/*"
          capture
        />
      )}
      <FileInput
        label={t('dossiers:page.filing.file')}
        name="file"
        id={`f-file-${kind}`}
        accept={acceptedFiles}
        hint={t('dossiers:page.filing.pages_hint')}
        fault={back?.fault}
        required={!file.counter?.acting}
        sent={back?.sent}
        multiple
        resumable
      />
      <TextInput
        label={t('dossiers:page.filing.file_title')}
        name="title"
        id={`f-title-${kind}`}
        value={back?.title ?? ''}
        maxlength={200}
        optional
      />
      <Button variant="secondary" icon="upload">
        {t('dossiers:page.filing.attach')}
      </Button>
    </form>
  )
}
