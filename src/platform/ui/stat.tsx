import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'

interface StatProps {
  value: ComponentChildren
  label: string
  /** The list behind the number. */
  href?: string | undefined
  /** `late` for what asks for attention. */
  tone?: 'plain' | 'late' | undefined
}

/** A number that opens the list behind it. */
export function Stat({ value, label, href, tone = 'plain' }: StatProps) {
  const late = tone === 'late'
  const look = classes(
    'panel block h-full p-4',
    late && 'border-l-4 border-l-accent',
    href && 'hover:border-primary',
  )
  const inside = (
    <>
      <b class={classes('text-3xl', late && 'text-accent')}>{value}</b>
      <span class="block text-ink-2">{label}</span>
    </>
  )
  return href ? (
    <a href={href} class={look}>
      {inside}
    </a>
  ) : (
    <div class={look}>{inside}</div>
  )
}
