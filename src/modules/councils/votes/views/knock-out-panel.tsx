import type { CriteriaSet } from '#modules/regulation/index.ts'
import { Button, Panel, RadioGroup, Select, TextArea, useView } from '#platform/ui/index.ts'
import { advises, type Seat } from '../../positions.ts'
import type { AgendaLine } from '../../session-view.ts'
import { ReasonForm } from '../../views/reason-form.tsx'
import { choices } from '../vote-tables.ts'

interface KnockOutPanelProps {
  /** Where the dossier's steps lie. */
  address: string
  line: AgendaLine
  set: CriteriaSet
  seat: Seat | undefined
  leads: boolean
  returned?: { form: string; typed: string } | undefined
}

type Shown = AgendaLine['knockOuts'][number]

/** The knock-outs proposed, their votes and what was decided; the forms of whoever proposes, votes or leads. */
export function KnockOutPanel(props: KnockOutPanelProps) {
  const { t, locale } = useView()
  const { line, set, seat } = props
  const inHand = line.item.status === 'scoring' || line.item.status === 'discussing'
  const proposes = seat !== undefined && !advises(seat) && inHand
  if (line.knockOuts.length === 0 && !(proposes && set.knockouts.length > 0)) return null
  const nameOf = new Map(set.knockouts.map((one) => [one.key, locale === 'en' ? one.textEn : one.textVi]))
  return (
    <Panel title={t('councils:knock_out.title')} lead={t('councils:knock_out.lead')}>
      <ul class="grid gap-4">
        {line.knockOuts.map((one) => (
          <li key={one.id} class="rounded-box border border-line p-4">
            <p class="font-semibold">{nameOf.get(one.key) ?? one.key}</p>
            <p>{one.reason}</p>
            {one.decision ? <Decided one={one} /> : inHand && <Undecided {...props} one={one} />}
          </li>
        ))}
      </ul>
      {proposes && <Propose {...props} />}
    </Panel>
  )
}

function Decided({ one }: { one: Shown }) {
  const { t } = useView()
  return (
    <div class="mt-2 grid gap-1">
      <p>
        <b>{t(`councils:knock_out.${one.decision}`)}</b> {one.decisionReason}
      </p>
      {one.tally && <p class="text-ink-2">{t('votes:tally', { ...one.tally })}</p>}
      {one.reasons.length > 0 && (
        <ul class="list-disc pl-5 text-ink-2">
          {one.reasons.map((reason, place) => (
            <li key={place}>{reason}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Undecided(props: KnockOutPanelProps & { one: Shown }) {
  const { t } = useView()
  const { one, leads, line, address } = props
  if (!one.voteOpen)
    return leads ? (
      <form method="post" action={`${address}/knock-outs/${one.id}/vote`} class="mt-3">
        <Button variant="primary">{t('votes:open')}</Button>
      </form>
    ) : (
      <p class="mt-2 text-ink-2">{t('votes:waiting')}</p>
    )
  const votes = line.own !== null && line.own !== 'recused'
  return (
    <div class="mt-3 grid gap-5">
      <p role="status">{t('votes:cast', { cast: one.cast, count: one.sitting })}</p>
      {votes && <Ballot {...props} />}
      {leads && (
        <ReasonForm
          action={`${address}/knock-outs/${one.id}/decision`}
          name={`decision-${one.id}`}
          label={t('votes:close_reason')}
          hint={t('votes:close_hint')}
          submit={t('votes:close')}
          typed={props.returned?.form === 'decision' ? props.returned.typed : undefined}
        />
      )}
    </div>
  )
}

function Ballot({ one, address }: KnockOutPanelProps & { one: Shown }) {
  const { t } = useView()
  return (
    <form method="post" action={`${address}/knock-outs/${one.id}/votes`} class="grid gap-3">
      <RadioGroup
        id={`choice-${one.id}`}
        label={t('votes:mine')}
        name="choice"
        value={one.own?.choice}
        options={choices.map((value) => ({ value, label: t(`votes:choice.${value}`) }))}
      />
      <TextArea
        id={`vote-reason-${one.id}`}
        name="reason"
        label={t('councils:reason')}
        rows={2}
        optional
        value={one.own?.reason ?? undefined}
      />
      <div>
        <Button>{t(one.own ? 'votes:change' : 'votes:submit')}</Button>
      </div>
    </form>
  )
}

function Propose({ address, set, returned }: KnockOutPanelProps) {
  const { t, locale } = useView()
  const back = returned?.form === 'knock-outs'
  const options = set.knockouts.map((one) => ({
    value: one.key,
    label: locale === 'en' ? one.textEn : one.textVi,
  }))
  return (
    <details class="mt-4" open={back}>
      <summary class="lnk">{t('councils:knock_out.propose')}</summary>
      <form method="post" action={`${address}/knock-outs`} class="mt-3 grid gap-3">
        <Select label={t('councils:knock_out.ground')} name="key" options={options} />
        <TextArea
          id="reason-knock-outs"
          label={t('councils:reason')}
          name="reason"
          rows={2}
          required
          value={back ? returned.typed : undefined}
        />
        <div>
          <Button>{t('councils:knock_out.propose_submit')}</Button>
        </div>
      </form>
    </details>
  )
}
