import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'

const looks = {
  info: ['alert-info', 'info'],
  success: ['alert-success', 'circle-check'],
  warning: ['alert-warning', 'triangle-alert'],
  error: ['alert-error', 'octagon-x'],
} as const

interface NoteProps {
  tone: keyof typeof looks
  title?: ComponentChildren
  /** Another icon than the tone's own. */
  icon?: string | undefined
  /** Read out as soon as the page is there: `status` for what was done, `alert` for what went wrong. */
  role?: 'status' | 'alert' | undefined
  class?: string | undefined
  children?: ComponentChildren
}

/** Something to know before going on, in words, with an icon. */
export function Note({ tone, title, icon, role, class: extra, children }: NoteProps) {
  const [look, ownIcon] = looks[tone]
  return (
    <div class={classes('alert alert-soft', look, extra)} role={role}>
      <Icon name={icon ?? ownIcon} />
      <div>
        {title !== undefined && <p class="font-bold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
