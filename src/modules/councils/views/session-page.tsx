import { showDay, showTime } from '#platform/dates.ts'
import { Button, DemoLabel, Facts, Note, Panel, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import { DeclarationNote } from '../conflicts/views/declaration-note.tsx'
import type { Seat } from '../positions.ts'
import { AgendaPanel, type AgendaPanelProps } from './agenda-panel.tsx'
import { SessionBadge } from './session-badge.tsx'

interface SessionPageProps extends AgendaPanelProps {
  session: {
    id: string
    name: string
    heldOn: string
    until: string | null
    place: string
    status: 'planned' | 'open' | 'closed'
    minutesNumber: string | null
  }
  council: { id: string; name: string; isDemo: boolean }
  /** Those who sit, with whether they were noted as present. */
  members: readonly (Seat & { name: string; present: boolean; leftAt: Date | null })[]
  /** The product that the screen in the room shows. */
  stage: { dossierId: string; showsResults: boolean; product: string } | null
  leads: boolean
  /** The reader's own seat. */
  seat: Seat | undefined
  /** Whether the reader runs the session: chair, delegated chair, secretary. */
  runs: boolean
  /** Whether the reader may put the agenda in another order. */
  arranges: boolean
  /** Of the reader’s own declaration of interests; nothing for who does not sit. */
  declaration?: { undeclared: number } | undefined
  message?: string | undefined
  minutesNumber?: string | undefined
}

/** The session room: the agenda, who came, how far each dossier is, and the buttons of those who run it. */
export function SessionPage(props: SessionPageProps) {
  const { t } = useView()
  const { session, council, runs, message, members } = props
  const present = members.filter((member) => member.present).length
  return (
    <WorkPage
      title={session.name}
      aside={
        <>
          <SessionBadge status={session.status} />
          {council.isDemo && <DemoLabel />}
        </>
      }
      crumbs={[
        { href: '/councils', label: t('councils:list.title') },
        { href: `/councils/${council.id}`, label: council.name },
        { label: session.name },
      ]}
      actions={<SessionActions {...props} />}
    >
      <div class="grid gap-5">
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <DeclarationNote sessionId={session.id} {...props} />
        <Panel>
          <Facts
            items={[
              [
                t('councils:plan.heldOn'),
                [session.heldOn, session.until]
                  .filter((day) => day !== null)
                  .map(showDay)
                  .join(' – '),
              ],
              [t('councils:plan.place'), session.place],
              [
                t('councils:session.present'),
                t('councils:session.present_of', { present, count: members.length }),
              ],
              ...(session.minutesNumber
                ? [[t('councils:session.minutes'), session.minutesNumber] as const]
                : []),
            ]}
          />
        </Panel>
        <CheckIn {...props} />
        {runs && session.status === 'open' && <ScreenPanel {...props} />}
        <AgendaPanel {...props} />
        <Attendance {...props} />
        {runs && session.status === 'open' && <ClosingForm {...props} />}
      </div>
    </WorkPage>
  )
}

function SessionActions({ session, runs, arranges }: SessionPageProps) {
  const { t } = useView()
  if (session.status === 'closed')
    return (
      <>
        <Button href={`/sessions/${session.id}/agreement`} icon="chart-scatter">
          {t('councils:session.agreement')}
        </Button>
        <Button href={`/sessions/${session.id}/documents`} icon="folder-open">
          {t('councils:session.file')}
        </Button>
        <Button href={`/sessions/${session.id}/minutes.pdf`} icon="file-text">
          {t('councils:session.minutes_pdf')}
        </Button>
      </>
    )
  const planned = session.status === 'planned'
  return (
    <>
      {runs && (
        <Button href={`/sessions/${session.id}/paper-sheets`} icon="printer">
          {t('paper_sheets:list.title')}
        </Button>
      )}
      {arranges && planned && (
        <Button href={`/sessions/${session.id}/agenda`} icon="list-ordered">
          {t('councils:arrange.title')}
        </Button>
      )}
      {runs && planned && (
        <form method="post" action={`/sessions/${session.id}/opening`}>
          <Button variant="primary" icon="play">
            {t('councils:session.open')}
          </Button>
        </form>
      )}
    </>
  )
}

/** The screen in the room: what it shows, and whether results come on it. */
function ScreenPanel({ session, stage, leads }: SessionPageProps) {
  const { t } = useView()
  return (
    <Panel
      title={t('screen:called')}
      actions={
        <Button href={`/sessions/${session.id}/screen`} icon="maximize">
          {t('screen:open')}
        </Button>
      }
    >
      <p>
        {stage ? (
          <a class="lnk" href={`/sessions/${session.id}/dossiers/${stage.dossierId}`}>
            {stage.product}
          </a>
        ) : (
          t('screen:nothing')
        )}
      </p>
      {stage && leads && (
        <form
          method="post"
          action={`/sessions/${session.id}/screen`}
          class="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2"
        >
          <Button name="showsResults" value={stage.showsResults ? 'no' : 'yes'}>
            {t(stage.showsResults ? 'screen:hide' : 'screen:show')}
          </Button>
          <p class="text-sm text-ink-2">{t('screen:results_text')}</p>
        </form>
      )}
    </Panel>
  )
}

/** A member's own word that they are in the room. */
function CheckIn({ session, seat, members }: SessionPageProps) {
  const { t } = useView()
  if (session.status !== 'open' || !seat) return null
  const here = members.some(({ personId, present }) => present && personId === seat.personId)
  return (
    <Panel>
      <form
        method="post"
        action={`/sessions/${session.id}/check-in`}
        class="flex flex-wrap items-center justify-between gap-3"
      >
        <p>{t(here ? 'attendance:in_room' : 'attendance:not_in_room')}</p>
        <Button name="here" value={here ? 'no' : 'yes'} variant={here ? 'plain' : 'primary'}>
          {t(here ? 'attendance:leave' : 'attendance:here')}
        </Button>
      </form>
    </Panel>
  )
}

function Attendance({ session, members, runs }: SessionPageProps) {
  const { t } = useView()
  const writes = runs && session.status !== 'closed'
  return (
    <Panel title={t('councils:session.attendance')}>
      <form method="post" action={`/sessions/${session.id}/attendance`}>
        <ul class="grid gap-x-6 sm:grid-cols-2">
          {members.map(({ personId, name, position, organisation, present, leftAt }) => (
            <li key={personId}>
              <label class="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  class="checkbox checkbox-primary"
                  name="present"
                  value={personId}
                  checked={present}
                  disabled={!writes}
                />
                <span>
                  {name}
                  <span class="block text-sm text-ink-2">
                    {t(`councils:position.${position}`)}, {organisation}
                    {leftAt && `, ${t('attendance:left_at', { at: showTime(leftAt) })}`}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        {writes && (
          <div class="mt-3">
            <Button>{t('councils:session.attendance_save')}</Button>
          </div>
        )}
      </form>
    </Panel>
  )
}

function ClosingForm({ session, counts, minutesNumber }: SessionPageProps) {
  const { t } = useView()
  const open = counts.scoring + counts.discussing
  return (
    <Panel title={t('councils:session.closing')} lead={t('councils:session.closing_lead')}>
      {open > 0 && <p class="mb-3">{t('councils:refusal.dossiers_open', { count: open })}</p>}
      <form method="post" action={`/sessions/${session.id}/closing`} class="flex flex-wrap items-end gap-3">
        <TextInput
          label={t('councils:session.minutes_number')}
          name="minutesNumber"
          value={minutesNumber}
          required
        />
        <Button variant="primary" disabled={open > 0}>
          {t('councils:session.close')}
        </Button>
      </form>
    </Panel>
  )
}
