import { classes } from './classes.ts'

interface ClockBarProps {
  /** What is left, between 0 and 1. */
  share: number
  status?: 'valid' | 'expiring' | 'expired' | undefined
}

const fills = { valid: 'fill-primary', expiring: 'fill-warning', expired: 'fill-ink-2' } as const

/** How much of a time is left, as a bar. Only a second sign: the words stand beside it. */
export function ClockBar({ share, status = 'valid' }: ClockBarProps) {
  const width = `${Math.round(Math.min(Math.max(share, 0), 1) * 100)}%`
  return (
    <svg class="clock-bar w-full" aria-hidden="true">
      <rect class={classes(fills[status])} width={width} height="100%" />
    </svg>
  )
}
