import { Button, Note, Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import type { DeskData } from '../../desk/desk-data.ts'
import type { ReadBack } from '../excel-sheet.ts'
import { ExcelPanel, ExcelRead } from './excel-panel.tsx'
import { chosenWords } from './typing-form.tsx'

export interface OwnExcelPageProps {
  data: DeskData
  version: number
  read?: ReadBack | undefined
  fault?: string | undefined
}

/** A member scores in Excel: the file to download, to send back, and what it says, to be saved to their own sheet. */
export function OwnExcelPage({ data, version, read, fault }: OwnExcelPageProps) {
  const { t } = useView()
  const { sheet, handIn: _ } = data.urls
  return (
    <WorkPage
      title={t('paper_sheets:excel.own_title')}
      crumbs={[
        { href: '/my-scoring', label: t('councils:mine.title') },
        { href: sheet, label: data.title },
        { label: t('paper_sheets:excel.own_title') },
      ]}
      actions={<Button href={sheet}>{t('paper_sheets:excel.back')}</Button>}
    >
      <div class="grid gap-5">
        {data.closedNote && <Note tone="info">{data.closedNote}</Note>}
        {read && <Preview {...{ data, version, read }} />}
        {data.writable && (
          <ExcelPanel
            title={t('paper_sheets:excel.own_title')}
            lead={t('paper_sheets:excel.own_lead')}
            download={{ action: `${sheet}/excel-file` }}
            action={`${sheet}/excel`}
            fault={fault}
          />
        )}
      </div>
    </WorkPage>
  )
}

function Preview({ data, version, read }: { data: DeskData; version: number; read: ReadBack }) {
  const { t } = useView()
  const { criteria } = data.form
  const answered = criteria.filter(({ code }) => read.answers[code])
  const noted = criteria.filter(({ code }) => read.notes[code])
  const shown = criteria.filter(({ code }) => read.answers[code] || read.notes[code])
  return (
    <>
      <ExcelRead answered={answered.length} criteria={criteria.length} faults={read.faults} />
      <Panel flush title={t('paper_sheets:sheet.content')}>
        <Table
          caption={t('paper_sheets:sheet.content')}
          head={['criterion', 'chosen', 'note'].map((name) => ({ label: t(`paper_sheets:sheet.${name}`) }))}
          rows={shown.map((criterion) => [
            `${criterion.code} ${criterion.name}`,
            read.answers[criterion.code] ? chosenWords(criterion, read.answers[criterion.code] ?? []) : '',
            read.notes[criterion.code] ?? '',
          ])}
        />
        <form method="post" action={data.urls.sheet} class="p-4 lg:px-5">
          <input type="hidden" name="version" value={version} />
          {answered.map(({ code }) =>
            (read.answers[code]?.length === 0 ? [0] : (read.answers[code] ?? [])).map((no) => (
              <input key={`${code} ${no}`} type="hidden" name={`option:${code}`} value={no} />
            )),
          )}
          {noted.map(({ code }) => (
            <input key={code} type="hidden" name={`note:${code}`} value={read.notes[code]} />
          ))}
          <Button variant="primary">{t('paper_sheets:excel.own_save')}</Button>
        </form>
      </Panel>
    </>
  )
}
