import { showTime } from '#platform/dates.ts'
import { Button, Note, Panel, useView } from '#platform/ui/index.ts'
import { closingWarnings } from '../../attendance/closing-warnings.ts'
import type { AgendaLine } from '../../session-view.ts'
import { ReasonForm } from '../../views/reason-form.tsx'

interface DecidePanelProps {
  /** Where the dossier's steps lie. */
  address: string
  line: AgendaLine
  leads: boolean
  runs: boolean
  /** The form that came back, with what was typed. */
  returned?: { form: string; typed: string } | undefined
  /** How far totals may lie apart. */
  limit: number
}

/** The steps of those who run the session: end the round, open its sheets, close, score again, take off the agenda. */
export function DecidePanel(props: DecidePanelProps) {
  const { t } = useView()
  const { line, leads, runs, returned, address } = props
  const { status } = line.item
  if (!runs || status === 'closed' || status === 'released') return null
  const form = (name: string) => ({
    name,
    action: `${address}/${name}`,
    typed: returned?.form === name ? returned.typed : undefined,
  })
  const inHand = status !== 'waiting'
  return (
    <Panel title={t('councils:room.decide')}>
      {inHand && <Warnings {...props} />}
      {inHand && (
        <form method="post" action={`${address}/call`} class="mb-5">
          <Button icon="play">{t('screen:call')}</Button>
        </form>
      )}
      {leads && status === 'scoring' && <EndRound address={address} />}
      {leads && status === 'discussing' && <OpenSheets {...props} />}
      <div class="grid gap-6 lg:grid-cols-3">
        {leads && inHand && (
          <ReasonForm
            {...form('closing')}
            optional={!line.standing?.tooWide}
            hint={t('councils:room.closing_hint')}
            submit={t('councils:room.closing')}
            variant={status === 'discussing' ? 'primary' : 'plain'}
          />
        )}
        {leads && inHand && (
          <ReasonForm
            {...form('rounds')}
            hint={t('councils:room.rounds_hint')}
            submit={t('councils:room.rounds')}
          />
        )}
        <ReasonForm
          {...form('release')}
          hint={t('councils:room.release_hint')}
          submit={t('councils:room.release')}
          variant="danger"
        />
      </div>
    </Panel>
  )
}

/** What still stands against closing, before it is tried. */
function Warnings({ line, limit }: DecidePanelProps) {
  const { t } = useView()
  const { standing, quorum, item, knockOuts } = line
  if (!standing) return null
  const undecided = knockOuts.filter(({ decision }) => decision === null).length
  const ended = item.status === 'discussing'
  const warnings = closingWarnings({ quorum, standing, undecided, limit, ended })
  if (warnings.length === 0) return null
  return (
    <div class="mb-5">
      <Note tone="warning" title={t('attendance:warnings')}>
        <ul class="list-disc pl-5">
          {warnings.map(({ key, facts }) => (
            <li key={key}>{t(`attendance:warning.${key}`, facts)}</li>
          ))}
        </ul>
      </Note>
    </div>
  )
}

function EndRound({ address }: { address: string }) {
  const { t } = useView()
  return (
    <form
      method="post"
      action={`${address}/round-end`}
      class="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-5"
    >
      <Button variant="primary">{t('discussion:end')}</Button>
      <p class="text-sm text-ink-2">{t('discussion:end_hint')}</p>
    </form>
  )
}

function OpenSheets({ address, line }: DecidePanelProps) {
  const { t } = useView()
  const openings = line.openings.filter(({ round }) => round === line.item.round)
  const open = new Set(openings.map(({ audience }) => audience))
  const offered = (['handed_in', 'members'] as const).filter((audience) => !open.has(audience))
  return (
    <section class="mb-6 border-b border-line pb-5" aria-labelledby="open-sheets">
      <h3 id="open-sheets" class="font-semibold">
        {t('discussion:open')}
      </h3>
      {openings.map(({ audience, round, openedAt }) => (
        <p key={audience}>{t(`discussion:opened_to.${audience}`, { round, at: showTime(openedAt) })}</p>
      ))}
      {!open.has('members') && (
        <form method="post" action={`${address}/openings`} class="mt-2 grid gap-2">
          <p class="text-sm text-ink-2">{t('discussion:open_hint')}</p>
          <div class="flex flex-wrap gap-2">
            {offered.map((audience) => (
              <Button key={audience} name="audience" value={audience}>
                {t(`discussion:open_${audience}`)}
              </Button>
            ))}
          </div>
        </form>
      )}
    </section>
  )
}
