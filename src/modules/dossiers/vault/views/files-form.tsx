import { paperKinds } from '#modules/producers/index.ts'
import { Button, FileInput, Panel, RadioGroup, Select, useView } from '#platform/ui/index.ts'
import { acceptedFiles } from '../../views/accepted-files.ts'
import type { ReturnedFiles } from './vault-page.tsx'

/** Brings several files in at once: each a paper of its own, or the pages of one. */
export function FilesForm({ action, returned }: { action: string; returned: ReturnedFiles | undefined }) {
  const { t } = useView()
  return (
    <Panel
      id="files"
      class="noprint mt-5"
      title={t('dossiers:page.vault.files_title')}
      lead={t('dossiers:page.vault.files_lead')}
    >
      <form method="post" action={action} enctype="multipart/form-data" class="max-w-3xl space-y-4">
        <FileInput
          label={t('dossiers:page.vault.files')}
          name="files"
          accept={acceptedFiles}
          hint={t('dossiers:page.filing.file_hint')}
          fault={returned?.fault}
          sent={returned?.sent}
          multiple
          resumable
          required
        />
        <RadioGroup
          label={t('dossiers:page.vault.files_are')}
          name="as"
          value={returned?.as ?? 'papers'}
          options={(['papers', 'pages'] as const).map((value) => ({
            value,
            label: t(`dossiers:page.vault.as.${value}`),
          }))}
        />
        <Select
          label={t('producers:papers.field.kind')}
          name="kind"
          value={returned?.kind ?? 'other'}
          options={paperKinds.map((value) => ({ value, label: t(`producers:paper.${value}`) }))}
        />
        <Button variant="secondary" icon="upload">
          {t('dossiers:page.vault.files_keep')}
        </Button>
      </form>
    </Panel>
  )
}
