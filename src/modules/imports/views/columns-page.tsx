import { Button, Note, Panel, Select, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import { type Field, fields, fixableFields, type Mapping, neededFields } from '../columns.ts'
import type { ImportBatch } from '../import-tables.ts'
import type { MappingFaults } from '../map-columns.ts'
import { levelIn } from '../read-words.ts'

interface ColumnsPageProps {
  batch: ImportBatch
  mapping: Mapping
  /** An earlier list with the same heads: its columns were taken over. */
  remembered: { fileName: string } | undefined
  faults: MappingFaults
  /** The first rows, as examples of what each column holds. */
  samples: readonly (readonly string[])[]
}

/** Which column of the list holds what: guessed from the heads, changed here. */
export function ColumnsPage(props: ColumnsPageProps) {
  const { t } = useView()
  const { batch, faults, remembered } = props
  const back = `/imports/${batch.id}`
  const title = t('imports:columns.title')
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/imports', label: t('imports:title') },
        { href: back, label: batch.fileName },
        { label: title },
      ]}
    >
      <form method="post" action={`${back}/columns`} class="max-w-4xl space-y-5">
        {Object.keys(faults).length > 0 && (
          <Note tone="error" role="alert">
            {t('imports:faulty')}
          </Note>
        )}
        <p class="text-ink-2">{t('imports:columns.lead')}</p>
        {remembered && (
          <p class="text-ink-2">{t('imports:columns.remembered', { file: remembered.fileName })}</p>
        )}
        <Panel>
          <div class="grid gap-x-6 gap-y-5 md:grid-cols-2">
            {fields.map((field) => (
              <ColumnChoice key={field} {...props} field={field} />
            ))}
          </div>
        </Panel>
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save">
            {t('imports:columns.save')}
          </Button>
          <Button href={back} variant="ghost">
            {t('imports:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}

function ColumnChoice({ batch, mapping, faults, samples, field }: ColumnsPageProps & { field: Field }) {
  const { t } = useView()
  const place = mapping.columns[field]
  const words = place === undefined ? [] : samples.flatMap((cells) => cells[place] || [])
  const fault = faults[field]
  const fixable = fixableFields.find((one) => one === field)
  return (
    <div class="space-y-2">
      <Select
        name={`column.${field}`}
        label={t(`imports:field.${field}`)}
        hint={words.length > 0 ? t('imports:columns.sample', { words: words.join('; ') }) : undefined}
        optional={!neededFields.includes(field)}
        value={place === undefined ? '' : String(place)}
        empty={t('imports:columns.none')}
        options={batch.headers.map((head, place) => ({
          value: String(place),
          label: t('imports:columns.column', {
            place: place + 1,
            head: head || t('imports:columns.unnamed'),
          }),
        }))}
        fault={fault && t(`imports:fault.${fault}`)}
      />
      {fixable === 'year' && (
        <TextInput
          name="fixed.year"
          label={t('imports:columns.fixed')}
          id="f-fixed-year"
          value={mapping.fixed.year}
          inputmode="numeric"
          optional
        />
      )}
      {fixable === 'level' && (
        <Select
          name="fixed.level"
          label={t('imports:columns.fixed')}
          id="f-fixed-level"
          value={levelIn(mapping.fixed.level ?? '') ?? ''}
          empty="–"
          options={(['province', 'district', 'centre'] as const).map((level) => ({
            value: level,
            label: t(`imports:level.${level}`),
          }))}
          optional
        />
      )}
    </div>
  )
}
