import { Button, Icon, Note, Pager, Panel, Tabs, useView, WorkPage } from '#platform/ui/index.ts'
import { type Tab, tabStates } from '../batch-tabs.ts'
import { missingFields } from '../columns.ts'
import type { RowCounts } from '../import-row-store.ts'
import type { ImportBatch, ImportRow, RowState } from '../import-tables.ts'
import { BatchBadge } from './imports-page.tsx'
import { RowTable } from './row-table.tsx'

export interface BatchPageProps {
  batch: ImportBatch
  counts: RowCounts
  tab: Tab
  rows: readonly ImportRow[]
  /** The last line shown, when more follow. */
  next: number | null
  isFirst: boolean
  changeable: boolean
  /** Whether its work was interrupted. */
  stalled: boolean
}

/** A list: how far it is, what can be done with it, every row and what is wrong with it. */
export function BatchPage(props: BatchPageProps) {
  const { t } = useView()
  const { batch, counts, tab, next, isFirst, changeable } = props
  const address = `/imports/${batch.id}`
  const faulty = counts.faulty + counts.contradicts
  return (
    <WorkPage
      title={batch.fileName}
      crumbs={[{ href: '/imports', label: t('imports:title') }, { label: batch.fileName }]}
      aside={<BatchBadge state={batch.state} />}
      actions={
        <>
          {changeable && batch.state === 'preview' && (
            <Button href={`${address}/columns`} icon="columns-3">
              {t('imports:columns.edit')}
            </Button>
          )}
          {faulty > 0 && (
            <Button href={`${address}/faults.xlsx`} icon="file-spreadsheet" download>
              {t('imports:faults_excel')}
            </Button>
          )}
        </>
      }
    >
      <Notes {...props} />
      {batch.state === 'running' ? <Running {...props} /> : changeable && <Confirm {...props} />}
      <div class="mt-6">
        <Tabs items={tabsOf(props, t)} />
      </div>
      <Panel flush class="mt-4">
        <RowTable {...props} />
      </Panel>
      <Pager
        nextHref={next === null ? undefined : `${address}?tab=${tab}&after=${next}`}
        firstHref={isFirst ? undefined : `${address}?tab=${tab}`}
      />
      {changeable && batch.state === 'preview' && <Discard address={address} />}
    </WorkPage>
  )
}

function tabsOf({ batch, counts, tab }: BatchPageProps, t: ReturnType<typeof useView>['t']) {
  const sum = (states: readonly RowState[]) => states.reduce((all, state) => all + counts[state], 0)
  return (Object.keys(tabStates) as Tab[]).map((name) => ({
    href: `/imports/${batch.id}?tab=${name}`,
    label: t(`imports:tabs.${name}`),
    count: sum(tabStates[name] ?? (Object.keys(counts) as RowState[])),
    current: name === tab,
    urgent: name === 'faulty',
  }))
}

function Notes({ batch, counts }: BatchPageProps) {
  const { t } = useView()
  const missing = missingFields(batch.mapping)
  return (
    <div class="space-y-3">
      {batch.encoding === 'windows-1258' && <Note tone="warning">{t('imports:encoding')}</Note>}
      {batch.state === 'preview' && missing.length > 0 && (
        <Note tone="warning">
          {t('imports:columns_missing', {
            fields: missing.map((field) => t(`imports:field.${field}`)).join(', '),
          })}
        </Note>
      )}
      {batch.state === 'done' && (
        <Note tone="success">
          {t('imports:finished', { imported: counts.imported, known: counts.known })}
        </Note>
      )}
    </div>
  )
}

function Confirm({ batch, counts }: BatchPageProps) {
  const { t } = useView()
  const { ready } = counts
  const faulty = counts.faulty + counts.contradicts
  if (ready === 0) return null
  return (
    <Panel title={t('imports:confirm.title')} class="mt-5">
      <p>{t('imports:confirm.text', { n: ready })}</p>
      {faulty > 0 && <p class="text-ink-2">{t('imports:confirm.rest', { n: faulty })}</p>}
      <form method="post" action={`/imports/${batch.id}/confirmation`} class="mt-3">
        <Button variant="primary" icon="check">
          {t(batch.state === 'done' ? 'imports:confirm.again' : 'imports:confirm.button', { n: ready })}
        </Button>
      </form>
    </Panel>
  )
}

function Running({ batch, counts, stalled, changeable }: BatchPageProps) {
  const { t } = useView()
  const done = counts.imported + counts.known
  const of = done + counts.ready
  const text = t('imports:running.text', { n: done, of })
  return (
    <Panel title={t('imports:running.title')} class="mt-5 space-y-3">
      <progress class="progress progress-primary" value={done} max={of} aria-label={text} />
      <p>{text}</p>
      {stalled && (
        <Note tone="warning" title={t('imports:running.stalled')}>
          {changeable && (
            <form method="post" action={`/imports/${batch.id}/resumption`} class="mt-2">
              <Button size="sm" icon="play">
                {t('imports:running.resume')}
              </Button>
            </form>
          )}
        </Note>
      )}
    </Panel>
  )
}

function Discard({ address }: { address: string }) {
  const { t } = useView()
  return (
    <details class="noprint mt-6">
      <summary class="lnk inline-flex min-h-11 items-center gap-2">
        <Icon name="trash-2" />
        {t('imports:discard.button')}
      </summary>
      <form method="post" action={`${address}/removal`}>
        <p class="mb-2 max-w-2xl">{t('imports:discard.sure')}</p>
        <Button variant="danger" size="sm">
          {t('imports:discard.button')}
        </Button>
      </form>
    </details>
  )
}
