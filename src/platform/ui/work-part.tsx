import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { ClockChip } from './clock-chip.tsx'
import { DemoLabel } from './demo-label.tsx'
import { Panel } from './panel.tsx'
import { StarBadge, type StarBadgeProps } from './star-badge.tsx'
import { useView } from './view.ts'

/** What a module has waiting for a person: numbers that open their lists, and the most urgent things of them. */
export interface WorkPart {
  key: string
  title: string
  lead?: string
  /** Asks for something now; such parts stand first. */
  urgent?: boolean
  figures?: readonly WorkFigure[]
  lines: readonly WorkLine[]
  /** What stands where there are no lines: what to do, or that all is done. */
  empty: string
  /** The list that the lines are the beginning of. */
  all?: { href: string; label: string }
}

export interface WorkFigure {
  label: string
  count: number
  href: string
  late?: boolean
}

export interface WorkLine {
  href: string
  title: string
  note?: string
  picture?: string | null | undefined
  star?: StarBadgeProps | undefined
  /** By when, and how many days are left. */
  clock?: { text: string; daysLeft: number } | undefined
  /** What one does with it, and where, if not on the page that the title leads to. */
  action?: string | undefined
  actionHref?: string | undefined
  isDemo?: boolean
}

/** One part of a person's home. */
export function WorkPartPanel({ part }: { part: WorkPart }) {
  const { title, lead, figures = [], lines, empty, all } = part
  return (
    <Panel
      flush
      title={title}
      lead={lead}
      actions={
        all && (
          <Button href={all.href} size="sm">
            {all.label}
          </Button>
        )
      }
    >
      {figures.length > 0 && <Figures figures={figures} />}
      {lines.length === 0 ? (
        <p class="p-4 text-ink-2 lg:px-5">{empty}</p>
      ) : (
        <ul class="divide-y divide-line">
          {lines.map((line) => (
            <Line key={`${line.href} ${line.title}`} {...line} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Figures({ figures }: { figures: readonly WorkFigure[] }) {
  return (
    <ul class="grid grid-cols-2 border-b border-line sm:grid-cols-3 lg:grid-cols-5">
      {figures.map(({ label, count, href, late }) => (
        <li key={href}>
          <a href={href} class="block h-full px-4 py-3 hover:bg-base-200 lg:px-5">
            <b class={classes('block text-2xl', late && count > 0 && 'text-accent')}>{count}</b>
            <span class="text-sm text-ink-2">{label}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Line({ href, title, note, picture, star, clock, action, actionHref, isDemo }: WorkLine) {
  const { demo } = useView()
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 p-4 lg:px-5">
      {picture && (
        <img src={picture} alt="" width="56" height="56" class="size-14 rounded-box object-cover" />
      )}
      <div class="min-w-0 flex-1 basis-52">
        <a href={href} class="lnk font-semibold">
          {title}
        </a>
        {note && <p class="text-sm text-ink-2">{note}</p>}
        {isDemo && !demo && <DemoLabel />}
      </div>
      <Aside>
        {star && <StarBadge {...star} />}
        {clock && <ClockChip daysLeft={clock.daysLeft}>{clock.text}</ClockChip>}
        {action && (
          <Button href={actionHref ?? href} size="sm" variant={actionHref ? 'secondary' : 'primary'}>
            {action}
          </Button>
        )}
      </Aside>
    </li>
  )
}

function Aside({ children }: { children: ComponentChildren }) {
  return <div class="flex flex-wrap items-center gap-2 max-sm:w-full">{children}</div>
}
