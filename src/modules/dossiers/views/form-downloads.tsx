import { Button, useView } from '#platform/ui/index.ts'

interface FormDownloadsProps {
  dossierId: string
  /** The form's name in the address, and what it is called where there is more than one. */
  form: 'mau-01' | 'mau-02' | 'mau-03' | 'cong-van'
  named?: string
}

/** A form of the law as PDF to print, and as Word to write on. */
export function FormDownloads({ dossierId, form, named }: FormDownloadsProps) {
  const { t } = useView()
  const address = `/dossiers/${dossierId}/forms/${form}`
  return (
    <div class="noprint flex flex-wrap items-center gap-2">
      {named && <span class="text-ink-2">{named}</span>}
      <Button href={`${address}.pdf`} size="sm" icon="file-text">
        {t('dossiers:page.filing.form_pdf')}
      </Button>
      <Button href={`${address}.docx`} size="sm" icon="file-down">
        {t('dossiers:page.filing.form_word')}
      </Button>
    </div>
  )
}
