import type { ComponentChildren } from 'preact'
import { Button, ClockChip, DemoLabel, EmptyState, Icon, Pager, Panel, Table } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { BatchActions, type BatchBar, BatchBox } from '../batch/views/batch-bar.tsx'
import type { DossierLine, LineHolder } from '../dossier-line.ts'
import { RoundCell } from '../rounds/views/round-cell.tsx'
import { ProvisionalNote } from './provisional-note.tsx'
import { StateBadge } from './state-badge.tsx'

export type { BatchBar }

interface DossierListProps {
  caption: string
  lines: readonly DossierLine[]
  /** The time that runs here: the commune's fifteen working days, or the round's. */
  clock: 'commune' | 'round'
  /** What can be done with several at once. */
  batch?: BatchBar | null | undefined
  /** Whether something was searched for. */
  searched: boolean
  nextHref: string | undefined
  firstHref: string | undefined
}

/** Dossiers, the most urgent first, each with the one thing to do next. */
export function DossierList(props: DossierListProps) {
  const { caption, lines, clock: which, batch, searched, nextHref, firstHref } = props
  const { t } = useView()
  const head = ['dossier', 'state', which === 'commune' ? 'clock' : 'round', 'holder', 'task']
  return (
    <>
      {batch && lines.length > 0 && <BatchActions bar={batch} />}
      <Panel flush class="mt-4">
        <Table
          caption={caption}
          head={head.map((name) => ({
            label: name === 'task' ? '' : t(`dossiers:page.desk.column.${name}`),
            align: name === 'task' ? 'right' : 'left',
          }))}
          tones={lines.map(({ clock, answer }) =>
            Math.min(clock?.left ?? 0, answer?.left ?? 0) < 0 ? 'late' : undefined,
          )}
          rows={lines.map((line) => [
            batch ? <Picked line={line} bar={batch} /> : <Subject line={line} />,
            <StateBadge state={line.state} again={line.again} />,
            which === 'commune' ? <Due line={line} /> : <RoundCell line={line} />,
            line.holder && <Holder holder={line.holder} />,
            <NextTask line={line} />,
          ])}
          empty={<Nothing searched={searched} />}
        />
      </Panel>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </>
  )
}

/** Where the whole installation is a demonstration its frame says so, once. */
function Subject({ line }: { line: DossierLine }) {
  const { t, demo } = useView()
  const { picture, number, kind, place, producerName } = line
  return (
    <a href={`/dossiers/${line.id}`} class="flex items-center gap-3">
      <Thumbnail picture={picture} />
      <span class="min-w-0">
        <b class="block text-base hover:underline">{line.productName}</b>
        <span class="block text-sm text-ink-2">
          {kind === 'first' ? number : `${number} · ${t(`dossiers:kind.${kind}`)}`}
        </span>
        <span class="block text-sm text-ink-2">{place ? `${producerName}, ${place}` : producerName}</span>
        {line.isDemo && !demo && <DemoLabel />}
      </span>
    </a>
  )
}

function Picked({ line, bar }: { line: DossierLine; bar: BatchBar }) {
  return (
    <span class="flex items-center gap-1">
      <BatchBox id={line.id} name={line.productName} bar={bar} />
      <Subject line={line} />
    </span>
  )
}

/** The product in small. Its name stands beside it, so it says nothing itself. */
export function Thumbnail({ picture }: { picture: string | null }) {
  if (picture)
    return (
      <img
        class="size-12 shrink-0 rounded-field object-cover"
        src={picture}
        alt=""
        width={48}
        height={48}
        loading="lazy"
      />
    )
  return (
    <span class="grid size-12 shrink-0 place-items-center rounded-field bg-base-200 text-ink-2">
      <Icon name="package" />
    </span>
  )
}

function Due({ line: { clock, date } }: { line: DossierLine }) {
  const { t } = useView()
  if (!clock && !date) return null
  return (
    <span>
      {clock && <ClockChip daysLeft={clock.left} />} <ProvisionalNote clock={clock} />
      {date && (
        <span
          class={
            date.key === 'mend_late'
              ? 'mt-1 block text-sm font-semibold text-error'
              : 'mt-1 block text-sm text-ink-2'
          }
        >
          {t(`dossiers:page.desk.date.${date.key}`, date.facts)}
        </span>
      )}
    </span>
  )
}

function Holder({ holder }: { holder: LineHolder }) {
  const { t } = useView()
  if (holder.who === 'nobody')
    return (
      <Person
        name={t('dossiers:page.desk.holder.nobody')}
        sign={
          <span
            class="grid size-8 shrink-0 place-items-center rounded-full border border-dashed border-ink-2"
            aria-hidden="true"
          >
            <Icon name="user-plus" class="size-4" />
          </span>
        }
      />
    )
  if (holder.who === 'producer')
    return <Person name={t('dossiers:page.desk.holder.producer')} sign={<Letters of="C T" />} />
  const { who, name } = holder
  return (
    <Person
      name={who === 'me' ? t('dossiers:page.desk.holder.me') : name || t('dossiers:page.desk.holder.officer')}
      sign={<Letters of={name} />}
    />
  )
}

function Person({ name, sign }: { name: string; sign: ComponentChildren }) {
  return (
    <span class="flex items-center gap-2">
      {sign}
      <span class="min-w-16">{name}</span>
    </span>
  )
}

function Letters({ of: name }: { of: string }) {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return (
    <span
      class="grid size-8 shrink-0 place-items-center rounded-full bg-secondary text-sm font-semibold text-secondary-content"
      aria-hidden="true"
    >
      {ends.map((word) => word?.charAt(0).toUpperCase() ?? '').join('')}
    </span>
  )
}

function NextTask({ line: { task, productName, version } }: { line: DossierLine }) {
  const { t } = useView()
  const words = (
    <>
      {t(`dossiers:page.desk.task.${task.key}`)}
      <span class="sr-only">: {productName}</span>
    </>
  )
  const variant = task.mine ? 'primary' : 'plain'
  if (!task.post)
    return (
      <Button href={task.href} variant={variant}>
        {words}
      </Button>
    )
  return (
    <form method="post" action={task.href}>
      <input type="hidden" name="version" value={version} />
      <Button type="submit" variant={variant}>
        {words}
      </Button>
    </form>
  )
}

function Nothing({ searched }: { searched: boolean }) {
  const { t } = useView()
  return searched ? (
    <EmptyState icon="search-x" title={t('dossiers:page.desk.nothing_found')}>
      {t('dossiers:page.desk.nothing_found_more')}
    </EmptyState>
  ) : (
    <EmptyState icon="inbox" title={t('dossiers:page.desk.nothing')}>
      {t('dossiers:page.desk.nothing_more')}
    </EmptyState>
  )
}
