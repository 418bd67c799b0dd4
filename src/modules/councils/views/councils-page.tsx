import { showDay } from '#platform/dates.ts'
import { Button, DemoLabel, EmptyState, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import { SessionBadge } from './session-badge.tsx'

export interface ListedCouncil {
  id: string
  name: string
  unitName: string
  decisionNumber: string
  decidedOn: string
  isDemo: boolean
  sessions: readonly ListedSession[]
}

export interface ListedSession {
  id: string
  name: string
  heldOn: string
  status: 'planned' | 'open' | 'closed'
}

/** The councils within reach, each with its sessions. */
export function CouncilsPage({
  councils,
  mayCreate,
}: {
  councils: readonly ListedCouncil[]
  mayCreate: boolean
}) {
  const { t } = useView()
  const create = mayCreate && (
    <Button href="/councils/new" variant="primary" icon="plus">
      {t('councils:list.new')}
    </Button>
  )
  return (
    <WorkPage title={t('councils:list.title')} actions={create || undefined}>
      {councils.length === 0 && (
        <Panel>
          <EmptyState icon="users-round" title={t('councils:list.nothing')} action={create || undefined}>
            {t('councils:list.nothing_more')}
          </EmptyState>
        </Panel>
      )}
      <div class="grid gap-5">
        {councils.map((council) => (
          <Panel
            key={council.id}
            title={
              <a class="hover:underline" href={`/councils/${council.id}`}>
                {council.name}
              </a>
            }
            lead={t('councils:list.decision', {
              unit: council.unitName,
              number: council.decisionNumber,
              day: council.decidedOn,
            })}
            actions={council.isDemo ? <DemoLabel /> : undefined}
          >
            <SessionList sessions={council.sessions} />
          </Panel>
        ))}
      </div>
    </WorkPage>
  )
}

/** Sessions, the latest first, each with where it stands. */
export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  const { t } = useView()
  if (sessions.length === 0) return <p class="text-ink-2">{t('councils:list.no_session')}</p>
  return (
    <ul class="grid gap-2">
      {sessions.map(({ id, name, heldOn, status }) => (
        <li key={id} class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a class="lnk" href={`/sessions/${id}`}>
            {name}
          </a>
          <span class="text-ink-2">{showDay(heldOn)}</span>
          <SessionBadge status={status} />
        </li>
      ))}
    </ul>
  )
}
