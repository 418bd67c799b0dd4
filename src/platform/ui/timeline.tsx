import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { Tone } from './status-badge.tsx'

interface TimelineProps {
  items: readonly {
    title: ComponentChildren
    /** When, as it is to be read. */
    at: string
    by?: string | undefined
    detail?: ComponentChildren
    tone?: Tone | undefined
  }[]
}

const looks: Readonly<Record<Tone, readonly [icon: string, colour: string]>> = {
  neutral: ['circle', 'text-ink-2'],
  info: ['circle-dot', 'text-info'],
  success: ['circle-check', 'text-primary'],
  warning: ['circle-alert', 'text-accent'],
  error: ['octagon-x', 'text-error'],
}

/** What happened to a thing, newest first or in its order: what, by whom, when. */
export function Timeline({ items }: TimelineProps) {
  return (
    <ol class="story">
      {items.map(({ title, at, by, detail, tone = 'neutral' }, place) => (
        <li key={place}>
          <Icon name={looks[tone][0]} class={classes('story-icon', looks[tone][1])} />
          <p class="font-semibold">{title}</p>
          <p class="text-sm text-ink-2">{by ? `${by}, ${at}` : at}</p>
          {detail !== undefined && <div class="mt-1 text-ink-2">{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
