import { Button, ClockChip, EmptyState, Panel, StatusBadge, useView, WorkPage } from '#platform/ui/index.ts'
import type { RoundView } from '../read-rounds.ts'
import { roundName } from '../round-words.ts'

interface RoundsPageProps {
  rounds: readonly RoundView[]
  /** Names of provinces by path; empty where the reader knows theirs. */
  provinces: ReadonlyMap<string, string>
  years: readonly number[]
  year: string
  mayAdd: boolean
  sheetHref: string
}

const shown = ['proposed', 'checked', 'placed', 'scored', 'decided'] as const

/** The rounds of a province: how far each is, and how many days it has left. */
export function RoundsPage({ rounds, provinces, years, year, mayAdd, sheetHref }: RoundsPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('rounds:title')}
      actions={
        mayAdd && (
          <Button href="/rounds/new" variant="secondary" icon="calendar-plus">
            {t('rounds:add')}
          </Button>
        )
      }
    >
      <p class="-mt-2 text-ink-2">{t('rounds:lead')}</p>
      <div class="noprint mt-4 flex flex-wrap gap-3">
        <form method="get" action="/rounds" class="flex flex-wrap gap-3">
          <label>
            <span class="sr-only">{t('rounds:year')}</span>
            <select class="select w-40 bg-base-100" name="year">
              <option value="">{t('rounds:any_year')}</option>
              {years.map((one) => (
                <option key={one} value={one} selected={String(one) === year}>
                  {t('rounds:year')} {one}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" icon="sliders-horizontal">
            {t('rounds:filter')}
          </Button>
        </form>
        <Button href={sheetHref} icon="download" class="max-sm:hidden">
          {t('rounds:excel')}
        </Button>
      </div>
      {rounds.length === 0 && (
        <Panel class="mt-4">
          <EmptyState icon="calendar-days" title={t('rounds:none')}>
            {t('rounds:none_text')}
          </EmptyState>
        </Panel>
      )}
      <ol class="mt-4 grid gap-5">
        {rounds.map((round) => (
          <li key={round.id}>
            <Round round={round} province={provinces.get(round.provincePath)} />
          </li>
        ))}
      </ol>
    </WorkPage>
  )
}

function Round({ round, province }: { round: RoundView; province: string | undefined }) {
  const { t } = useView()
  const { planNumber, plannedOn } = round
  const days = [
    t('rounds:proposals_before', { day: round.proposalsBefore }),
    t('rounds:done_before', { day: round.doneBefore }),
    ...(planNumber && plannedOn ? [t('rounds:plan', { number: planNumber, day: plannedOn })] : []),
  ]
  return (
    <Panel
      flush
      title={
        <a class="lnk" href={`/rounds/${round.id}`}>
          {roundName(round, t)}
          {province && `, ${province}`}
        </a>
      }
      lead={days.join('. ')}
      actions={<PhaseBadge round={round} />}
    >
      <ul class="grid grid-cols-2 sm:grid-cols-3 lg:grid-cols-6">
        {shown.map((key) => (
          <Figure key={key} round={round} column={key} count={round.counts[key] ?? 0} />
        ))}
        {round.late > 0 && <Figure round={round} column="late" count={round.late} />}
      </ul>
    </Panel>
  )
}

function Figure({ round, column, count }: { round: RoundView; column: string; count: number }) {
  const { t } = useView()
  return (
    <li>
      <a
        href={`/rounds/${round.id}?column=${column}`}
        class="block h-full px-4 py-3 hover:bg-base-200 lg:px-5"
      >
        <b class={column === 'late' ? 'block text-2xl text-accent' : 'block text-2xl'}>{count}</b>
        <span class="text-sm text-ink-2">{t(`rounds:column.${column}`)}</span>
      </a>
    </li>
  )
}

/** Past its end with something undecided. */
export function isLate({ phase, counts }: RoundView): boolean {
  return phase === 'over' && (counts.undecided ?? 0) > 0
}

/** What the round does now, and how many days are left for it. */
export function PhaseBadge({ round }: { round: RoundView }) {
  const { t } = useView()
  const { phase, daysLeft } = round
  if (phase === 'over' && !isLate(round))
    return <StatusBadge tone="neutral">{t('rounds:phase.over')}</StatusBadge>
  return (
    <ClockChip daysLeft={daysLeft}>
      {daysLeft === 0 && phase !== 'over'
        ? t(`rounds:left_today.${phase}`)
        : t(`rounds:left.${phase}`, { count: Math.abs(daysLeft) })}
    </ClockChip>
  )
}
