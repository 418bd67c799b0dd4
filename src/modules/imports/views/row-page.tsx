import { Button, Note, Panel, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import { type Field, fields, neededFields, type Typed } from '../columns.ts'
import type { ImportBatch, ImportRow } from '../import-tables.ts'

interface RowPageProps {
  batch: ImportBatch
  row: ImportRow
  /** What the file itself says. */
  inFile: Typed
}

const hinted: readonly Field[] = ['producerType', 'stars', 'level', 'commune', 'decidedOn']

/** One row, to be mended by hand: what is wrong stands beside its field, what the file says beneath. */
export function RowPage({ batch, row, inFile }: RowPageProps) {
  const { t } = useView()
  const back = `/imports/${batch.id}`
  const title = t('imports:row.line_no', { line: row.line })
  const isFaulty = row.state === 'faulty' || row.state === 'contradicts'
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/imports', label: t('imports:title') },
        { href: back, label: batch.fileName },
        { label: title },
      ]}
    >
      <form method="post" action={`${back}/rows/${row.line}`} class="max-w-4xl space-y-5">
        {isFaulty && (
          <Note tone="error" role="alert">
            {row.state === 'contradicts'
              ? t('imports:contradicts', { line: row.sameAs })
              : t('imports:faulty')}
          </Note>
        )}
        <Panel>
          <div class="grid gap-4 md:grid-cols-2">
            {fields.map((field) => (
              <RowField key={field} {...{ row, inFile, field }} />
            ))}
          </div>
        </Panel>
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save" name="next" value="1">
            {t('imports:row.save_next')}
          </Button>
          <Button icon="save">{t('imports:row.save')}</Button>
          <Button href={back} variant="ghost">
            {t('imports:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}

function RowField({ row, inFile, field }: Omit<RowPageProps, 'batch'> & { field: Field }) {
  const { t } = useView()
  const fault = row.faults[field]
  const isMended = row.typed[field] !== inFile[field]
  return (
    <div>
      <TextInput
        name={field}
        label={t(`imports:field.${field}`)}
        hint={hinted.includes(field) ? t(`imports:hint.${field}`) : undefined}
        value={row.typed[field]}
        optional={!neededFields.includes(field)}
        fault={fault && t(`imports:fault.${fault}`)}
      />
      {isMended && (
        <p class="mt-1 text-sm text-ink-2">
          {t('imports:row.file_says', { words: inFile[field] || t('imports:row.nothing') })}
        </p>
      )}
    </div>
  )
}
