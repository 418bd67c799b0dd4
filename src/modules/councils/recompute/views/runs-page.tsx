import { showMoment } from '#platform/dates.ts'
import {
  Button,
  EmptyState,
  Note,
  Pager,
  Panel,
  StatusBadge,
  showNumber,
  Table,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { RecomputeRun } from '../recompute-store.ts'

interface RunsPageProps {
  runs: readonly RecomputeRun[]
  names: ReadonlyMap<string, string>
  next: string | null
  first: boolean
  message?: string
}

/** Every time that results were computed anew, and the button that does it once more. */
export function RunsPage({ runs, names, next, first, message }: RunsPageProps) {
  const { t, locale } = useView()
  const running = runs.some(({ finishedAt }) => finishedAt === null)
  const head = [
    { label: t('recompute:column.asked') },
    { label: t('recompute:column.by') },
    { label: t('recompute:column.state') },
    ...(['results', 'differing', 'findings'] as const).map((name) => ({
      label: t(`recompute:column.${name}`),
      align: 'right' as const,
    })),
  ]
  return (
    <WorkPage title={t('recompute:title')}>
      <div class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <Panel>
          <p class="max-w-prose">{t('recompute:lead')}</p>
          {running ? (
            <Note tone="info" class="mt-4">
              <p>{t('recompute:running_note')}</p>
              <a class="lnk" href="/recompute">
                {t('recompute:reload')}
              </a>
            </Note>
          ) : (
            <form method="post" action="/recompute" class="mt-4">
              <Button variant="primary" icon="refresh-cw">
                {t('recompute:start')}
              </Button>
            </form>
          )}
        </Panel>
        <Panel flush title={t('recompute:runs')}>
          <Table
            caption={t('recompute:runs')}
            empty={<EmptyState icon="calculator" title={t('recompute:none')} />}
            head={head}
            rows={runs.map((run) => [
              <a key="asked" class="lnk" href={`/recompute/${run.id}`}>
                {showMoment(run.askedAt)}
              </a>,
              names.get(run.askedBy ?? '') ?? t('recompute:system'),
              <RunBadge key="state" run={run} />,
              showNumber(run.results, locale),
              showNumber(run.differing, locale),
              showNumber(run.findings, locale),
            ])}
            tones={runs.map(({ findings }) => (findings > 0 ? 'late' : undefined))}
          />
        </Panel>
        <Pager
          nextHref={next ? `/recompute?before=${next}` : undefined}
          firstHref={first ? undefined : '/recompute'}
        />
      </div>
    </WorkPage>
  )
}

/** Where a run stands; one that found something is no success. */
export function RunBadge({ run }: { run: Pick<RecomputeRun, 'state' | 'findings'> }) {
  const { t } = useView()
  const { state, findings } = run
  const failed = state === 'broken' || findings > 0
  const tone = failed ? 'error' : state === 'done' ? 'success' : 'info'
  return <StatusBadge tone={tone}>{t(`recompute:state.${state}`)}</StatusBadge>
}
