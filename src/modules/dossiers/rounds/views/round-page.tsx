import { Button, Note, SearchInput, Tabs, useView, WorkPage } from '#platform/ui/index.ts'
import type { DossierLine } from '../../dossier-line.ts'
import { type BatchBar, DossierList } from '../../views/dossier-list.tsx'
import type { RoundView } from '../read-rounds.ts'
import { roundName } from '../round-words.ts'
import { isLate, PhaseBadge } from './rounds-page.tsx'

export interface RoundPageProps {
  round: RoundView
  column: string
  asked: { q: string; kind: string; commune: string; mine: boolean }
  communes: readonly { path: string; name: string }[]
  columnHref: (column: string) => string
  sheetHref: string
  lines: readonly DossierLine[]
  batch: BatchBar | null
  nextHref: string | undefined
  firstHref: string | undefined
}

const columns = ['all', 'proposed', 'checked', 'placed', 'scored', 'decided', 'late'] as const

/** The board of a round: what stands where, what came too late, how many days are left. */
export function RoundPage(props: RoundPageProps) {
  const { t } = useView()
  const { round, column, columnHref, lines } = props
  const counts: Readonly<Record<string, number>> = { ...round.counts, late: round.late }
  const told = columns.filter((key) => key !== 'late' || round.late > 0 || column === 'late')
  return (
    <WorkPage
      title={roundName(round, t)}
      crumbs={[{ href: '/rounds', label: t('rounds:title') }, { label: roundName(round, t) }]}
      aside={<PhaseBadge round={round} />}
    >
      <p class="-mt-2 text-ink-2">
        {t('rounds:proposals_before', { day: round.proposalsBefore })}.{' '}
        {t('rounds:done_before', { day: round.doneBefore })}.{' '}
        {round.planNumber &&
          round.plannedOn &&
          t('rounds:plan', { number: round.planNumber, day: round.plannedOn })}
      </p>
      {round.late > 0 && column !== 'late' && (
        <Note tone="warning" class="mt-4">
          {t('rounds:late_note', { count: round.late })}{' '}
          <a class="font-bold underline" href={columnHref('late')}>
            {t('rounds:late_open')}
          </a>
        </Note>
      )}
      {isLate(round) && (
        <Note tone="error" class="mt-4">
          <a class="font-bold underline" href={columnHref('undecided')}>
            {t('rounds:over_note', { count: counts.undecided ?? 0 })}
          </a>
        </Note>
      )}
      <div class="mt-4">
        <Tabs
          label={t('rounds:column.days')}
          items={told.map((key) => ({
            href: columnHref(key),
            label: t(`rounds:column.${key}`),
            count: counts[key] ?? 0,
            current: key === column,
            urgent: key === 'late',
          }))}
        />
      </div>
      <Filters {...props} />
      <DossierList
        caption={t(`rounds:column.${column}`)}
        lines={lines}
        clock="round"
        searched={props.asked.q !== '' || props.asked.kind !== '' || props.asked.commune !== ''}
        batch={props.batch}
        nextHref={props.nextHref}
        firstHref={props.firstHref}
      />
    </WorkPage>
  )
}

const kinds = ['first', 'upgrade', 'reassessment'] as const

function Filters({ round, column, asked, communes, sheetHref }: RoundPageProps) {
  const { t } = useView()
  return (
    <div class="noprint mt-4 flex flex-wrap gap-3">
      <search class="min-w-0 flex-1">
        <form method="get" action={`/rounds/${round.id}`} class="flex flex-wrap items-center gap-3">
          <input type="hidden" name="column" value={column} />
          <SearchInput label={t('rounds:search')} placeholder={t('rounds:search_in')} value={asked.q} />
          <label class="max-sm:w-full">
            <span class="sr-only">{t('rounds:commune')}</span>
            <select class="select bg-base-100 sm:w-44" name="commune">
              <option value="">{t('rounds:any_commune')}</option>
              {communes.map(({ path, name }) => (
                <option key={path} value={path} selected={path === asked.commune}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label class="max-sm:w-full">
            <span class="sr-only">{t('rounds:kind')}</span>
            <select class="select bg-base-100 sm:w-44" name="kind">
              <option value="">{t('rounds:any_kind')}</option>
              {kinds.map((one) => (
                <option key={one} value={one} selected={one === asked.kind}>
                  {t(`dossiers:kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="flex min-h-11 items-center gap-2">
            <input type="checkbox" class="checkbox" name="holder" value="me" checked={asked.mine} />
            {t('rounds:mine')}
          </label>
          <Button type="submit" icon="sliders-horizontal">
            {t('rounds:filter')}
          </Button>
        </form>
      </search>
      <Button href={sheetHref} icon="download" class="max-sm:hidden">
        {t('rounds:excel')}
      </Button>
    </div>
  )
}
