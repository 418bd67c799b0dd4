import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { Panel } from './panel.tsx'
import { TextInput } from './text-input.tsx'
import { WorkCards } from './work-cards.tsx'
import { WorkLines } from './work-lines.tsx'
import type { WorkFigure, WorkPart, WorkSearch } from './work-part.ts'

/** One part of a person's home. */
export function WorkPartPanel({ part }: { part: WorkPart }) {
  const { key, title, lead, search, figures = [], all } = part
  return (
    <Panel
      flush
      id={key}
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
      {search && <Search {...search} />}
      {figures.length > 0 && <Figures figures={figures} />}
      <Content part={part} />
    </Panel>
  )
}

function Content({ part: { lines, cards, empty, begin } }: { part: WorkPart }) {
  if (lines.length > 0) return cards ? <WorkCards lines={lines} /> : <WorkLines lines={lines} />
  if (!empty) return null
  return (
    <div class="flex flex-wrap items-center justify-between gap-3 p-4 text-ink-2 lg:px-5">
      <p>{empty}</p>
      {begin && (
        <Button href={begin.href} variant="primary" size="sm">
          {begin.label}
        </Button>
      )}
    </div>
  )
}

function Search({ href, name, label, hint, action }: WorkSearch) {
  return (
    <form
      method="get"
      action={href}
      class="grid items-end gap-3 border-b border-line p-4 sm:grid-cols-[1fr_auto] lg:px-5"
    >
      <TextInput
        label={label}
        hint={hint}
        name={name}
        type="search"
        value=""
        maxlength={100}
        class="w-full"
      />
      <Button type="submit" variant="primary" icon="search">
        {action}
      </Button>
    </form>
  )
}

function Figures({ figures }: { figures: readonly WorkFigure[] }) {
  return (
    <ul class="grid grid-cols-2 border-b border-line last:border-b-0 sm:grid-cols-3 lg:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
      {figures.map((figure) => (
        <li key={figure.label}>
          <Figure {...figure} />
        </li>
      ))}
    </ul>
  )
}

function Figure({ label, count, href, late }: WorkFigure) {
  const inside = (
    <>
      <b class={classes('block text-2xl', late && count !== 0 && 'text-accent')}>{count}</b>
      <span class="text-sm text-ink-2">{label}</span>
    </>
  )
  if (!href) return <p class="h-full px-4 py-3 lg:px-5">{inside}</p>
  return (
    <a href={href} class="block h-full px-4 py-3 hover:bg-base-200 lg:px-5">
      {inside}
    </a>
  )
}
