import { Button, FileInput, Note, Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import { subjectName } from '../effort-list.ts'
import type { EffortChange, EffortList } from '../read-effort-list.ts'

interface EffortListPageProps {
  /** What the file says; without it one is asked for. */
  list?: EffortList | undefined
  fileName?: string | undefined
  /** Why the file could not be read, or the changes not kept. */
  fault?: string | undefined
}

/** Figures of raises from Excel: the file, what it would change, and keeping it in one step. */
export function EffortListPage({ list, fileName, fault }: EffortListPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('guidance:list.title')}
      crumbs={[
        { href: '/guidance', label: t('guidance:efforts.title') },
        { label: t('guidance:list.title') },
      ]}
    >
      <div class="grid gap-5">
        {list && fileName && <Preview list={list} fileName={fileName} />}
        <Panel title={t(list ? 'guidance:list.another' : 'guidance:list.choose')} class="max-w-3xl">
          <p class="mb-4 text-ink-2">{t('guidance:list.lead')}</p>
          <form method="post" action="/guidance/effort-list" encType="multipart/form-data" class="space-y-4">
            <FileInput
              name="file"
              label={t('guidance:list.file')}
              accept=".xlsx,.csv"
              fault={fault}
              required
            />
            <p class="flex flex-wrap gap-3">
              <Button variant={list ? 'plain' : 'primary'} icon="file-up">
                {t('guidance:list.look')}
              </Button>
              <Button href="/guidance/efforts.xlsx" icon="file-spreadsheet" download>
                {t('guidance:list.template')}
              </Button>
            </p>
          </form>
        </Panel>
      </div>
    </WorkPage>
  )
}

function Preview({ list, fileName }: { list: EffortList; fileName: string }) {
  const { t } = useView()
  const { changes, faulty, unchanged } = list
  return (
    <>
      <Note tone={changes.length > 0 ? 'info' : 'warning'} title={fileName}>
        {t('guidance:list.found', { changes: changes.length, unchanged, faulty: faulty.length })}
      </Note>
      {faulty.length > 0 && (
        <Panel flush title={t('guidance:list.faulty')} lead={t('guidance:list.faulty_text')}>
          <Table
            caption={t('guidance:list.faulty')}
            head={(['line', 'subject', 'level', 'months', 'cost', 'fault'] as const).map((key) => ({
              label: t(`guidance:list.column.${key}`),
            }))}
            rows={faulty.map(({ line, subject, level, months, cost, fault }) => [
              t('guidance:list.row', { line }),
              subject,
              level,
              months,
              cost,
              <span key="fault" class="text-error">
                {t(`guidance:fault.${fault}`)}
              </span>,
            ])}
          />
        </Panel>
      )}
      {changes.length > 0 && (
        <Panel flush title={t('guidance:list.changes')}>
          <Changes changes={changes} />
          <form method="post" action="/guidance/effort-list/confirmation" class="p-4 lg:px-5">
            {changes.map(({ code, version, typed }) => (
              <input
                key={code}
                type="hidden"
                name="change"
                value={JSON.stringify({ code, version, typed })}
              />
            ))}
            <Button variant="primary" icon="check">
              {t('guidance:list.keep', { count: changes.length })}
            </Button>
          </form>
        </Panel>
      )}
    </>
  )
}

function Changes({ changes }: { changes: readonly EffortChange[] }) {
  const { t } = useView()
  return (
    <Table
      caption={t('guidance:list.changes')}
      head={(['subject', 'before', 'after', 'words'] as const).map((key) => ({
        label: t(`guidance:list.column.${key}`),
      }))}
      rows={changes.map(({ code, subject, before, typed }) => [
        <b key="name">{subjectName(subject, t)}</b>,
        <Levels
          key="before"
          levels={before?.figures.levels.map(({ months, cost }) => [months, cost] as const) ?? []}
        />,
        <Levels
          key="after"
          levels={typed.months.map(
            (months, at) => [Number(months), Number((typed.cost[at] ?? '').replace(/[.\s₫]/g, ''))] as const,
          )}
        />,
        <span key={code} class="block max-w-xs text-sm">
          {[typed.papers, typed.helperNote].filter(Boolean).join(' · ') || t('guidance:list.common_words')}
        </span>,
      ])}
    />
  )
}

function Levels({ levels }: { levels: readonly (readonly [months: number, cost: number])[] }) {
  const { t } = useView()
  if (levels.length === 0) return <>{t('guidance:list.as_kind')}</>
  return (
    <ol>
      {levels.map(([months, cost], at) => (
        <li key={at}>{t('guidance:efforts.level', { no: at + 1, months, cost })}</li>
      ))}
    </ol>
  )
}
