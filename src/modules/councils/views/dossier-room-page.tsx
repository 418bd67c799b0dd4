import type { SiteCheckRow } from '#modules/dossiers/index.ts'
import type { CriteriaSet } from '#modules/regulation/index.ts'
import {
  Button,
  DemoLabel,
  Facts,
  Note,
  Panel,
  Select,
  StatusBadge,
  Table,
  TextArea,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { mayStillBeScored } from '../conflicts/undeclared.ts'
import { DecidePanel } from '../discussion/views/decide-panel.tsx'
import type { CouncilOpinion } from '../opinions/opinion-store.ts'
import { Opinions } from '../opinions/views/opinions.tsx'
import { advises, type Seat } from '../positions.ts'
import type { Comparison } from '../read-dossier-room.ts'
import type { AgendaLine } from '../session-view.ts'
import { KnockOutPanel } from '../votes/views/knock-out-panel.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { ReasonForm } from './reason-form.tsx'
import { AgendaBadge } from './session-badge.tsx'

/** A form that came back: which, what was typed, what is wrong. */
export interface ReturnedReason {
  form: string
  typed: string
  message: string
}

export interface DossierRoomPageProps {
  session: { id: string; name: string }
  line: AgendaLine
  set: CriteriaSet
  names: ReadonlyMap<string, string>
  /** Those who score, and the others who sit. */
  seats: readonly Seat[]
  seat: Seat | undefined
  leads: boolean
  runs: boolean
  earlier: readonly Comparison[]
  limit: number
  /** That the province asks to look at the site of a reassessment. */
  siteCheck?: SiteCheckRow | undefined
  /** Whether the advisory team has signed its report on the dossier. */
  hasAppraisal: boolean
  /** What those who advise the council wrote. */
  opinions: readonly CouncilOpinion[]
  returned?: ReturnedReason | undefined
}

/** One dossier in the session room: who has handed in, recusals, knock-outs, and the steps of those who run the session. */
export function DossierRoomPage(props: DossierRoomPageProps) {
  const { t } = useView()
  const { session, line, returned, names, earlier, siteCheck } = props
  const { label, item } = line
  const title = label?.product ?? ''
  return (
    <WorkPage
      title={title}
      aside={
        <>
          <AgendaBadge status={item.status} />
          {label?.isDemo && <DemoLabel />}
        </>
      }
      crumbs={[
        { href: '/councils', label: t('councils:list.title') },
        { href: `/sessions/${session.id}`, label: session.name },
        { label: title },
      ]}
      actions={<Ways {...props} />}
    >
      <div class="grid gap-5">
        {returned && (
          <Note tone="error" role="alert">
            {returned.message}
          </Note>
        )}
        {siteCheck && (
          <Note tone="warning" title={t('rounds:site.needed')}>
            <p>{t(`rounds:site.reason.${siteCheck.reason}`)}</p>
            <p class="whitespace-pre-line">{siteCheck.note}</p>
          </Note>
        )}
        <Panel>
          <Facts
            items={[
              [t('councils:room.code'), label?.code],
              [t('councils:room.producer'), label?.producer],
              [
                t('councils:room.kind'),
                <span key="kind" class="inline-block first-letter:uppercase">
                  {t(`councils:kind.${label?.kind ?? 'first'}`)}
                </span>,
              ],
              [t('councils:room.round'), item.round],
              ...(props.hasAppraisal
                ? [
                    [
                      t('councils:appraisal.title'),
                      <a key="appraisal" class="lnk" href={`${addressOf(props)}/appraisal`}>
                        {t('councils:appraisal.read')}
                      </a>,
                    ] as const,
                  ]
                : []),
              ...(item.closeReason ? [[t('councils:reason'), item.closeReason] as const] : []),
            ]}
          />
        </Panel>
        <Standing {...props} />
        {earlier.map((comparison) => (
          <ComparisonTable
            key={comparison.round}
            differing
            comparison={comparison}
            names={names}
            title={t('councils:compare.round', { round: comparison.round })}
          />
        ))}
        <Opinions
          address={addressOf(props)}
          opinions={props.opinions}
          names={names}
          writes={advises(props.seat) && mayStillBeScored(item)}
          typed={returned?.form === 'opinions' ? returned.typed : undefined}
        />
        <DecidePanel {...props} address={addressOf(props)} />
        <KnockOutPanel {...props} address={addressOf(props)} />
        <Recusals {...props} />
      </div>
    </WorkPage>
  )
}

function addressOf({ session, line }: Pick<DossierRoomPageProps, 'session' | 'line'>): string {
  return `/sessions/${session.id}/dossiers/${line.item.dossierId}`
}

function Ways(props: DossierRoomPageProps) {
  const { t } = useView()
  const { line } = props
  if (line.result)
    return (
      <Button href={`${addressOf(props)}/result`} variant="primary">
        {t('councils:room.result')}
      </Button>
    )
  if (!line.own || line.item.status === 'released') return null
  return (
    <Button href={`${addressOf(props)}/sheet`} variant="primary" icon="clipboard-check">
      {t('councils:room.my_sheet')}
    </Button>
  )
}

function Standing({ line, names, seats, limit }: DossierRoomPageProps) {
  const { t } = useView()
  const { standing, item, handedIn, awaited } = line
  if (item.status === 'waiting' || item.status === 'released') return null
  const count = handedIn + awaited
  if (!standing || (item.status !== 'scoring' && item.status !== 'discussing'))
    return (
      <Panel title={t('councils:room.sheets')}>{t('councils:session.sheets', { handedIn, count })}</Panel>
    )
  const scorers = seats.filter((seat) => seat.scores)
  const recused = new Set(line.recused.map(({ personId }) => personId))
  return (
    <Panel
      flush
      title={t('councils:room.sheets')}
      lead={item.status === 'scoring' ? t('councils:room.sheets_lead') : undefined}
    >
      <div class="grid gap-3 p-4 lg:px-5">
        <p>
          {t('councils:room.quorum', { handedIn, needed: standing.needed })}{' '}
          {t(standing.chairScored ? 'councils:room.chair_in' : 'councils:room.chair_out')}
        </p>
        <p>{t('attendance:quorum', { ...line.quorum })}</p>
        {standing.spread !== null && <p>{t('councils:room.spread', { spread: standing.spread, limit })}</p>}
        {standing.tooWide && (
          <Note tone="warning">{t('councils:room.too_wide', { spread: standing.spread, limit })}</Note>
        )}
      </div>
      <Table
        caption={t('councils:room.sheets')}
        head={['member', 'position', 'state'].map((name) => ({ label: t(`councils:room.${name}`) }))}
        rows={scorers.map(({ personId, position }) => [
          <b key="name">{names.get(personId) ?? personId}</b>,
          t(`councils:position.${position}`),
          <SheetState
            key="state"
            state={
              recused.has(personId)
                ? 'recused'
                : standing.handedIn.includes(personId)
                  ? 'handed_in'
                  : 'awaited'
            }
          />,
        ])}
      />
    </Panel>
  )
}

const stateTones = { recused: 'neutral', handed_in: 'success', awaited: 'warning' } as const

function SheetState({ state }: { state: keyof typeof stateTones }) {
  const { t } = useView()
  return <StatusBadge tone={stateTones[state]}>{t(`councils:sheet_state.${state}`)}</StatusBadge>
}

function Recusals(props: DossierRoomPageProps) {
  const { t } = useView()
  const { line, names, seats, seat, runs, returned } = props
  const open = ['waiting', 'scoring', 'discussing'].includes(line.item.status)
  const mayRecuse = open && seat !== undefined && line.own !== 'handed_in'
  const recused = new Set(line.recused.map(({ personId }) => personId))
  const others = seats.filter(({ personId }) => !recused.has(personId))
  if (line.recused.length === 0 && !mayRecuse && !(open && runs)) return null
  const typed = returned?.form === 'recusals' ? returned.typed : undefined
  return (
    <Panel title={t('councils:recusal.title')} lead={t('councils:recusal.lead')}>
      <ul class="grid gap-1">
        {line.recused.map(({ personId, reason }) => (
          <li key={personId}>
            <b>{names.get(personId) ?? personId}</b>
            {reason && `: ${reason}`}
          </li>
        ))}
      </ul>
      {open && runs && (
        <form method="post" action={`${addressOf(props)}/recusals`} class="mt-3 grid gap-3">
          <Select
            label={t('councils:recusal.person')}
            name="personId"
            options={others.map(({ personId }) => ({
              value: personId,
              label: names.get(personId) ?? personId,
            }))}
          />
          <TextArea
            id="reason-recusals"
            label={t('councils:reason')}
            name="reason"
            rows={2}
            required
            value={typed}
          />
          <div>
            <Button>{t('councils:recusal.submit')}</Button>
          </div>
        </form>
      )}
      {mayRecuse && !runs && (
        <ReasonForm
          action={`${addressOf(props)}/recusals`}
          name="recusals"
          typed={typed}
          hidden={{ personId: seat.personId }}
          hint={t('councils:recusal.own_hint')}
          submit={t('councils:recusal.own')}
        />
      )}
    </Panel>
  )
}
