import { showDay } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  Facts,
  Note,
  Panel,
  showScore,
  Table,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { DeclarationNote } from '../conflicts/views/declaration-note.tsx'
import type { Seat } from '../positions.ts'
import type { AgendaLine } from '../session-view.ts'
import { AgendaBadge, OwnBadge, SessionBadge } from './session-badge.tsx'

interface SessionPageProps {
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
  agenda: readonly AgendaLine[]
  /** Those who sit, with whether they were noted as present. */
  members: readonly (Seat & { name: string; present: boolean })[]
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
        <Agenda {...props} />
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

function Agenda({ session, agenda }: SessionPageProps) {
  const { t } = useView()
  const head = ['product', 'status', 'sheets', 'own'] as const
  return (
    <Panel flush title={t('councils:session.agenda', { count: agenda.length })}>
      <Table
        caption={t('councils:session.agenda', { count: agenda.length })}
        head={head.map((name) => ({ label: t(`councils:agenda.${name}`) }))}
        rows={agenda.map((line) => [
          <ProductCell key="product" line={line} sessionId={session.id} />,
          <StandingCell key="status" line={line} />,
          <SheetsCell key="sheets" line={line} />,
          line.own && <OwnBadge key="own" own={line.own} />,
        ])}
        tones={agenda.map((line) =>
          line.standing?.tooWide && line.item.status === 'scoring' ? 'late' : undefined,
        )}
      />
    </Panel>
  )
}

function ProductCell({ line, sessionId }: { line: AgendaLine; sessionId: string }) {
  const { label, item, own } = line
  const name = label?.product ?? ''
  return (
    <>
      {item.position}.{' '}
      {own === 'recused' ? (
        <b>{name}</b>
      ) : (
        <a class="lnk" href={`/sessions/${sessionId}/dossiers/${item.dossierId}`}>
          {name}
        </a>
      )}
      <span class="block text-sm text-ink-2">
        {label?.producer}, {label?.code}
      </span>
    </>
  )
}

function StandingCell({ line }: { line: AgendaLine }) {
  const { t, locale } = useView()
  const { item, result, knockOuts } = line
  const undecided = knockOuts.some(({ decision }) => decision === null)
  return (
    <span class="grid justify-items-start gap-1">
      <AgendaBadge status={item.status} />
      {result?.outcome === 'ranked' && (
        <span>
          <b>{t('councils:stars', { count: result.stars })}</b>, {showScore(result.average ?? 0, locale)}
        </span>
      )}
      {result?.outcome === 'rejected' && <b>{t('councils:result.rejected')}</b>}
      {undecided && <span class="text-sm text-accent">{t('councils:session.knock_out')}</span>}
      {item.round > 1 && (
        <span class="text-sm text-ink-2">{t('councils:session.round', { round: item.round })}</span>
      )}
    </span>
  )
}

function SheetsCell({ line }: { line: AgendaLine }) {
  const { t } = useView()
  const { item, handedIn, awaited, standing } = line
  if (item.status === 'waiting' || item.status === 'released') return null
  return (
    <span class="grid gap-0.5">
      <span>{t('councils:session.sheets', { handedIn, count: handedIn + awaited })}</span>
      {standing && item.status === 'scoring' && standing.spread !== null && (
        <span class={standing.tooWide ? 'text-sm font-semibold text-accent' : 'text-sm text-ink-2'}>
          {t('councils:session.spread', { spread: standing.spread })}
        </span>
      )}
    </span>
  )
}

function Attendance({ session, members, runs }: SessionPageProps) {
  const { t } = useView()
  const writes = runs && session.status !== 'closed'
  return (
    <Panel title={t('councils:session.attendance')}>
      <form method="post" action={`/sessions/${session.id}/attendance`}>
        <ul class="grid gap-x-6 sm:grid-cols-2">
          {members.map(({ personId, name, position, organisation, present }) => (
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

function ClosingForm({ session, agenda, minutesNumber }: SessionPageProps) {
  const { t } = useView()
  const open = agenda.filter(({ item }) => item.status === 'scoring').length
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
