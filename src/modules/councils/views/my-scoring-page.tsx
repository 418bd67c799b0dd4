import { showDay } from '#platform/dates.ts'
import { Button, DemoLabel, EmptyState, IslandScript, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import type { MyDossier, MySession } from '../read-my-scoring.ts'
import { text as takeAlong } from '../take-along/text.ts'
import { OwnBadge, SessionBadge } from './session-badge.tsx'

/** A member's dossiers in tasting order, session by session, with how far each sheet has come. */
export function MyScoringPage({ sessions }: { sessions: readonly MySession[] }) {
  const { t } = useView()
  const open = sessions.filter(({ session }) => session.status !== 'closed')
  const closed = sessions.filter(({ session }) => session.status === 'closed')
  return (
    <WorkPage title={t('councils:mine.title')}>
      {sessions.length === 0 && (
        <Panel>
          <EmptyState icon="clipboard-check" title={t('councils:mine.nothing')}>
            {t('councils:mine.nothing_more')}
          </EmptyState>
        </Panel>
      )}
      <Unsent />
      <div class="grid gap-6">
        {open.map((one) => (
          <SessionPanel key={one.session.id} {...one} />
        ))}
        {closed.length > 0 && (
          <Panel title={t('councils:mine.closed')}>
            <ul class="grid gap-2">
              {closed.map(({ session }) => (
                <li key={session.id}>
                  <a class="lnk" href={`/sessions/${session.id}`}>
                    {session.name}
                  </a>
                  <span class="text-ink-2">, {showDay(session.heldOn)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </WorkPage>
  )
}

/** What waits in this browser goes out from here too, and is told. */
function Unsent() {
  const { actor, locale } = useView()
  const { words } = locale === 'en' ? takeAlong.en : takeAlong.vi
  return (
    <>
      <ul
        class="mb-4 grid gap-1"
        data-sent
        data-person={actor.id ?? undefined}
        data-words={JSON.stringify(words)}
        aria-live="polite"
      />
      <IslandScript name="unsent" />
    </>
  )
}

function SessionPanel({ session, dossiers, called }: MySession) {
  const { t } = useView()
  const mine = dossiers.filter(({ own }) => own !== 'recused')
  const done = mine.filter(({ own }) => own === 'handed_in').length
  return (
    <Panel
      flush
      title={session.name}
      lead={t('councils:mine.progress', {
        day: session.heldOn,
        place: session.place,
        done,
        count: mine.length,
      })}
      actions={
        <>
          {dossiers.some(({ label }) => label?.isDemo) && <DemoLabel />}
          <SessionBadge status={session.status} />
          <Button href={`/sessions/${session.id}/desk`} size="sm" icon="tablet-smartphone">
            {t('take_along:title')}
          </Button>
          <Button href={`/sessions/${session.id}`} size="sm">
            {t('councils:mine.session')}
          </Button>
        </>
      }
    >
      {called && (
        <div class="border-b border-line bg-base-200">
          <p class="px-4 pt-3 font-semibold text-primary lg:px-5">{t('screen:called')}</p>
          <ul>
            <DossierLine sessionId={session.id} {...called} />
          </ul>
        </div>
      )}
      <ol class="divide-y divide-line">
        {dossiers.map((dossier) => (
          <DossierLine key={dossier.item.dossierId} sessionId={session.id} {...dossier} />
        ))}
      </ol>
    </Panel>
  )
}

function DossierLine({
  sessionId,
  item,
  label,
  own,
  answered,
  criteria,
  total,
  paperCode,
}: MyDossier & { sessionId: string }) {
  const { t } = useView()
  const address = `/sessions/${sessionId}/dossiers/${item.dossierId}`
  const shut = own === 'recused'
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 p-4 lg:px-5">
      <span class="w-8 text-center text-xl font-bold text-ink-2">{item.position}</span>
      <span class="min-w-0 flex-1 basis-56">
        <b>{label?.product}</b>
        <span class="block text-sm text-ink-2">{label?.producer}</span>
      </span>
      <span class="flex flex-wrap items-center gap-2">
        {own && <OwnBadge own={own} />}
        {!shut && (
          <span class="text-sm text-ink-2">
            {total === null
              ? t('councils:mine.answered', { answered, criteria })
              : t('councils:points', { count: total })}
          </span>
        )}
      </span>
      {!shut && paperCode && item.status === 'scoring' && (
        <Button href={`/paper-sheets/${paperCode}`} size="sm">
          {t('paper_sheets:mine.confirm')}
        </Button>
      )}
      {!shut && item.status === 'closed' && (
        <Button href={`${address}/result`} size="sm">
          {t('councils:mine.result')}
        </Button>
      )}
      {!shut && item.status !== 'closed' && (
        <Button href={`${address}/sheet`} size="sm" variant={own === 'handed_in' ? 'plain' : 'primary'}>
          {t(
            own === 'handed_in'
              ? 'councils:mine.look'
              : item.status === 'waiting'
                ? 'councils:mine.read'
                : 'councils:mine.score',
          )}
        </Button>
      )}
    </li>
  )
}
