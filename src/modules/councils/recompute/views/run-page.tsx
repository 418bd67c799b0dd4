import { Button, Facts, Note, Panel, Table, useView, WorkPage } from '#platform/ui/index.ts'
import { findingInWords } from '../finding-words.ts'
import type { RunReading } from '../read-recompute.ts'
import { runFacts } from '../run-facts.ts'
import { RunBadge } from './runs-page.tsx'

/** What one run computed, and each difference that it found. */
export function RunPage({ run, findings, names }: RunReading) {
  const view = useView()
  const { t } = view
  const at = `/recompute/${run.id}`
  const hidden = run.findings - findings.length
  return (
    <WorkPage
      title={t('recompute:report')}
      crumbs={[{ href: '/recompute', label: t('recompute:title') }, { label: t('recompute:report') }]}
      aside={<RunBadge run={run} />}
      actions={
        run.finishedAt ? (
          <>
            <Button href={`${at}/report.xlsx`} icon="download" download>
              {t('recompute:excel')}
            </Button>
            <Button href={`${at}/papers/tinh-lai.pdf`} icon="file-text">
              {t('recompute:pdf')}
            </Button>
            <Button href={`${at}/papers/tinh-lai.docx`} icon="file-text" download>
              {t('recompute:word')}
            </Button>
          </>
        ) : (
          <Button href={at} icon="refresh-cw">
            {t('recompute:reload')}
          </Button>
        )
      }
    >
      <div class="grid gap-5">
        {run.brokenBecause && (
          <Note tone="error">{t('recompute:broken', { reason: run.brokenBecause })}</Note>
        )}
        {run.state === 'done' && run.findings === 0 && <Note tone="success">{t('recompute:clean')}</Note>}
        <Panel>
          <Facts items={runFacts({ run, names }, view)} />
        </Panel>
        {findings.length > 0 && (
          <Panel flush title={t('recompute:found', { count: run.findings })}>
            <Table
              caption={t('recompute:found', { count: run.findings })}
              head={(['no', 'dossier', 'what'] as const).map((name) => ({
                label: t(`recompute:column.${name}`),
              }))}
              rows={findings.map((finding) => [
                finding.no,
                finding.code,
                findingInWords(finding, { ...view, names }),
              ])}
            />
          </Panel>
        )}
        {hidden > 0 && <p class="text-ink-2">{t('recompute:elsewhere', { count: hidden })}</p>}
      </div>
    </WorkPage>
  )
}
