import { dayOf, showDay } from '#platform/dates.ts'
import { Button, ClockChip, Facts, Note, Panel, RadioGroup, TextArea, useView } from '#platform/ui/index.ts'
import type { DossierRound } from '../read-round-of-dossier.ts'
import { roundName } from '../round-words.ts'

/** In which round a dossier stands and until when, how it was carried, and by when a reassessment is answered. */
export function RoundPanel({ of, proposedOn }: { of: DossierRound; proposedOn: string | null }) {
  const { t } = useView()
  const { round, missed, answer, mayCarry, dossierId } = of
  if (!proposedOn) return null
  const rows = [
    [t('rounds:dossier.proposed_on'), showDay(proposedOn)] as const,
    ...(round
      ? ([
          [
            t('rounds:dossier.round'),
            of.seesBoard ? (
              <a key="round" class="lnk" href={`/rounds/${round.of.id}`}>
                {roundName(round.of, t)}
              </a>
            ) : (
              roundName(round.of, t)
            ),
          ],
          [t('rounds:dossier.last_day'), showDay(round.lastDay)],
        ] as const)
      : []),
  ]
  return (
    <Panel title={t('rounds:dossier.title')}>
      <Facts items={rows} />
      {!round && <p class="mt-2 text-ink-2">{t('rounds:dossier.no_rounds')}</p>}
      <Carries of={of} />
      {missed && (
        <Note tone="warning" class="mt-3">
          {t('rounds:dossier.missed', { day: proposedOn, round: roundName(missed, t).toLowerCase() })}
        </Note>
      )}
      {answer && (
        <div class="mt-4">
          <ClockChip daysLeft={answer.left}>
            {t(answer.left < 0 ? 'rounds:answer.late' : 'rounds:answer.left', {
              count: Math.abs(answer.left),
            })}
          </ClockChip>
          <p class="mt-1">{t('rounds:answer.due', { day: answer.due })}</p>
          <p class="text-sm text-ink-2">{t('rounds:answer.law')}</p>
        </div>
      )}
      {mayCarry && (
        <Button href={`/dossiers/${dossierId}/carry`} icon="calendar-plus" class="mt-4">
          {t('rounds:dossier.carry')}
        </Button>
      )}
    </Panel>
  )
}

function Carries({ of: { carries, dossierId } }: { of: DossierRound }) {
  const { t } = useView()
  return (
    <ul class="mt-2 space-y-2">
      {carries.map(({ carry, to }) => (
        <li key={carry.id}>
          {t('rounds:dossier.carried', {
            number: carry.letterNumber,
            day: dayOf(carry.carriedAt),
            round: to ? roundName(to, t).toLowerCase() : '',
          })}{' '}
          {(['pdf', 'docx'] as const).map((kind) => (
            <a key={kind} class="lnk mr-3" href={`/dossiers/${dossierId}/carries/${carry.id}.${kind}`}>
              {t(kind === 'pdf' ? 'rounds:dossier.pdf' : 'rounds:dossier.word')}
            </a>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** That the site of a reassessment must be looked at, and why; the province sets it here. */
export function SiteCheckPanel({ of }: { of: DossierRound }) {
  const { t } = useView()
  const { siteCheck, maySetSiteCheck, dossierId } = of
  if (!siteCheck && !maySetSiteCheck) return null
  return (
    <Panel title={t('rounds:site.title')} id="site-check">
      {siteCheck && (
        <Note tone="warning" title={t(`rounds:site.reason.${siteCheck.reason}`)}>
          <p class="whitespace-pre-line">{siteCheck.note}</p>
          <p class="text-sm">{t('rounds:site.asked_on', { day: dayOf(siteCheck.askedAt) })}</p>
        </Note>
      )}
      {maySetSiteCheck && (
        <form method="post" action={`/dossiers/${dossierId}/site-check`} class="mt-3 space-y-3">
          <p class="text-sm text-ink-2">{t('rounds:site.law')}</p>
          {siteCheck ? (
            <Button type="submit" name="lift" value="yes">
              {t('rounds:site.lift')}
            </Button>
          ) : (
            <>
              <RadioGroup
                label={t('rounds:site.why')}
                name="reason"
                required
                options={(['scale_changed', 'evidence_unclear'] as const).map((value) => ({
                  value,
                  label: t(`rounds:site.reason.${value}`),
                }))}
              />
              <TextArea label={t('rounds:site.note')} name="note" rows={3} maxlength={1000} required />
              <Button type="submit" variant="secondary">
                {t('rounds:site.ask')}
              </Button>
            </>
          )}
        </form>
      )}
    </Panel>
  )
}
