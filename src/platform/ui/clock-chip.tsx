import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { useView, type View } from './view.ts'

/** From this many days left on, a clock asks for attention. */
const soonDays = 3

interface ClockChipProps {
  /** Days left; 0 is due today, below 0 is late. */
  daysLeft: number
  /** Other words than “Còn 3 ngày”. */
  children?: ComponentChildren
}

/** How long there is still, in words; colour and icon only repeat it. */
export function ClockChip({ daysLeft, children }: ClockChipProps) {
  const { t } = useView()
  const late = daysLeft < 0
  const soon = !late && daysLeft <= soonDays
  return (
    <span class={classes('clock', soon && 'clock-soon', late && 'clock-late')}>
      <Icon name={late ? 'triangle-alert' : 'clock'} />
      {children ?? timeLeft(daysLeft, t)}
    </span>
  )
}

function timeLeft(daysLeft: number, t: View['t']): string {
  if (daysLeft === 0) return t('platform:clock.today')
  const days = Math.abs(daysLeft)
  return daysLeft < 0
    ? t('platform:clock.late', { days, count: days })
    : t('platform:clock.left', { days, count: days })
}
