import { dayOf, showDay } from '#platform/dates.ts'
import {
  Button,
  FileInput,
  Note,
  Panel,
  Select,
  StatusBadge,
  showNumber,
  Table,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { ImportBatch } from '../import-tables.ts'

interface ImportsPageProps {
  batches: readonly ImportBatch[]
  /** The provinces for which this person brings lists in; none for one who only looks. */
  provinces: readonly { id: string; name: string }[]
  /** The province that was chosen, when the form comes back. */
  unitId?: string | undefined
  /** What is wrong with the file that was handed in, as a sentence. */
  fileFault?: string | undefined
}

/** The lists that were brought in, and the form that takes another. */
export function ImportsPage({ batches, provinces, unitId, fileFault }: ImportsPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('imports:title')}
      actions={
        <Button href="/imports/template.xlsx" icon="file-spreadsheet" download>
          {t('imports:template')}
        </Button>
      }
    >
      <p class="mb-5 max-w-3xl text-ink-2">{t('imports:lead')}</p>
      {provinces.length > 0 && <UploadPanel {...{ provinces, unitId, fileFault }} />}
      <Panel flush class="mt-5" title={t('imports:list.title')}>
        <BatchTable batches={batches} />
      </Panel>
    </WorkPage>
  )
}

function UploadPanel({ provinces, unitId, fileFault }: Omit<ImportsPageProps, 'batches'>) {
  const { t } = useView()
  const [only] = provinces.length === 1 ? provinces : []
  return (
    <Panel title={t('imports:upload.title')}>
      <form method="post" action="/imports" encType="multipart/form-data" class="max-w-3xl space-y-4">
        {only ? (
          <input type="hidden" name="unitId" value={only.id} />
        ) : (
          <Select
            name="unitId"
            label={t('imports:upload.province')}
            value={unitId}
            options={provinces.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FileInput
          name="file"
          label={t('imports:upload.file')}
          hint={t('imports:upload.hint')}
          accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          fault={fileFault}
          required
        />
        <Note tone="info">{t('imports:past')}</Note>
        <Button variant="primary" icon="eye">
          {t('imports:upload.send')}
        </Button>
      </form>
    </Panel>
  )
}

function BatchTable({ batches }: Pick<ImportsPageProps, 'batches'>) {
  const { t, locale } = useView()
  return (
    <Table
      caption={t('imports:list.title')}
      head={[
        { label: t('imports:list.file') },
        { label: t('imports:list.rows'), align: 'right' },
        { label: t('imports:list.state') },
        { label: t('imports:list.at') },
      ]}
      rows={batches.map(({ id, fileName, rowCount, state, createdAt }) => [
        <a key="file" class="lnk font-semibold" href={`/imports/${id}`}>
          {fileName}
        </a>,
        showNumber(rowCount, locale),
        <BatchBadge key="state" state={state} />,
        showDay(dayOf(createdAt)),
      ])}
      empty={<p class="p-4 text-ink-2">{t('imports:list.empty')}</p>}
    />
  )
}

/** How far a list is. */
export function BatchBadge({ state }: Pick<ImportBatch, 'state'>) {
  const { t } = useView()
  const tones = { preview: 'warning', running: 'info', done: 'success', discarded: 'neutral' } as const
  return <StatusBadge tone={tones[state]}>{t(`imports:batch.${state}`)}</StatusBadge>
}
