import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

interface EmptyStateProps {
  icon: string
  title: string
  action?: ComponentChildren
  children?: ComponentChildren
}

/** In place of a list that has nothing: what will stand here, and what one can do. */
export function EmptyState({ icon, title, action, children }: EmptyStateProps) {
  return (
    <div class="flex flex-col items-center gap-2 p-8 text-center">
      <Icon name={icon} class="size-10 text-ink-2" />
      <p class="text-xl font-bold">{title}</p>
      {children !== undefined && <div class="max-w-sm text-ink-2">{children}</div>}
      {action !== undefined && <div class="mt-2">{action}</div>}
    </div>
  )
}
