import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error'

const tones: Readonly<Record<Tone, string>> = {
  neutral: 'badge-neutral',
  info: 'badge-info',
  success: 'badge-success',
  warning: 'badge-warning',
  error: 'badge-error',
}

/** The state of a thing, in the programme's own word. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={classes('badge badge-soft', tones[tone])}>{children}</span>
}
