import { showMoment } from '#platform/dates.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { Button, Note, Panel, StatusBadge, Table, useView, WorkPage } from '#platform/ui/index.ts'
import type { DeskBatch, DeskBatchLine } from '../batch-store.ts'
import type { BatchSubject } from '../plan-batch.ts'
import { Subject } from './batch-page.tsx'

interface BatchResultPageProps {
  batch: DeskBatch
  subjects: readonly BatchSubject[]
  lines: ReadonlyMap<string, DeskBatchLine>
}

/** What came of a batch, dossier by dossier, in words. */
export function BatchResultPage({ batch, subjects, lines }: BatchResultPageProps) {
  const { t } = useView()
  const title = t(`batch:title.${batch.step}`)
  const count = (outcome: string | undefined) =>
    subjects.filter(({ dossierId }) => lines.get(dossierId)?.outcome === outcome).length
  const [done, refused, open] = [count('done'), count('refused'), count(undefined)]
  return (
    <WorkPage
      title={`${t('batch:result.title')}: ${title.toLowerCase()}`}
      crumbs={[{ href: '/desk', label: t('dossiers:page.desk.desk') }, { label: t('batch:result.title') }]}
    >
      <div class="space-y-4">
        <Note
          tone={done > 0 ? 'success' : 'warning'}
          role="status"
          title={t('batch:result.done', { count: done })}
        >
          {refused > 0 && <p>{t('batch:result.refused', { count: refused })}</p>}
          {open > 0 && <p>{t('batch:result.open', { count: open })}</p>}
          <p class="text-sm">{t('batch:result.at', { at: showMoment(batch.startedAt) })}</p>
        </Note>
        <Panel flush>
          <Table
            caption={title}
            head={[{ label: t('batch:column.dossier') }, { label: t('batch:result.outcome') }]}
            rows={subjects.map((subject) => [
              <Subject of={subject} />,
              <Outcome line={lines.get(subject.dossierId)} batch={batch} />,
            ])}
          />
        </Panel>
        <Button href="/desk" variant="primary">
          {t('batch:back')}
        </Button>
      </div>
    </WorkPage>
  )
}

function Outcome({ line, batch: { step } }: { line: DeskBatchLine | undefined; batch: DeskBatch }) {
  const { t } = useView()
  if (!line) return <StatusBadge tone="neutral">{t('batch:result.open', { count: 1 })}</StatusBadge>
  const { code, facts } = line
  if (code) return <StatusBadge tone="warning">{refusalWords({ code, facts }, t)}</StatusBadge>
  return (
    <span class="flex flex-wrap items-center gap-3">
      <StatusBadge tone="success">{t(`batch:result.${step}`, line.facts)}</StatusBadge>
      {typeof line.facts.carryId === 'string' && (
        <a class="lnk" href={`/dossiers/${line.dossierId}/carries/${line.facts.carryId}.pdf`}>
          {t('batch:result.letter')}
        </a>
      )}
    </span>
  )
}
