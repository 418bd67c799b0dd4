import { Button, FileInput, Note, Panel, useView } from '#platform/ui/index.ts'
import type { ExcelFault } from '../excel-sheet.ts'

interface ExcelPanelProps {
  title: string
  lead: string
  /** Where the file is downloaded: a link, or where a form asks for its code first, a form. */
  download: { href: string } | { action: string }
  action: string
  fault?: string | undefined
}

/** The Excel file of a sheet: to download, and to send back. */
export function ExcelPanel({ title, lead, download, action, fault }: ExcelPanelProps) {
  const { t } = useView()
  return (
    <Panel title={title} lead={lead}>
      {'href' in download ? (
        <Button href={download.href} icon="download">
          {t('paper_sheets:excel.download')}
        </Button>
      ) : (
        <form method="post" action={download.action}>
          <Button icon="download">{t('paper_sheets:excel.download')}</Button>
        </form>
      )}
      <form method="post" action={action} enctype="multipart/form-data" class="mt-4 grid gap-4">
        <FileInput
          label={t('paper_sheets:excel.file')}
          name="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          fault={fault}
          required
        />
        <div>
          <Button>{t('paper_sheets:excel.upload')}</Button>
        </div>
      </form>
    </Panel>
  )
}

/** What a file said, before anything is saved. */
export function ExcelRead({
  answered,
  criteria,
  faults,
}: {
  answered: number
  criteria: number
  faults: readonly ExcelFault[]
}) {
  const { t } = useView()
  return (
    <Note tone={faults.length > 0 ? 'warning' : 'info'} role="status">
      <p>{t('paper_sheets:excel.read', { answered, criteria })}</p>
      {faults.length > 0 && (
        <>
          <p class="mt-2 font-semibold">{t('paper_sheets:excel.faults', { count: faults.length })}</p>
          <ul class="list-disc pl-5">
            {faults.map(({ fault, ...facts }) => (
              <li key={`${facts.line} ${facts.criterion}`}>{t(`paper_sheets:excel.${fault}`, facts)}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  )
}
