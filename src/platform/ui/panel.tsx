import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'

interface PanelProps {
  title?: ComponentChildren
  /** A line beneath the title. */
  lead?: ComponentChildren
  actions?: ComponentChildren
  /** Where the address leads that ends in `#id`. */
  id?: string | undefined
  /** The content reaches the edges: for tables and lists. */
  flush?: boolean | undefined
  class?: string | undefined
  children?: ComponentChildren
}

/** A sheet of paper on the page: one subject, with its title and its actions. */
export function Panel({ title, lead, actions, id, flush, class: extra, children }: PanelProps) {
  const headed = title !== undefined || actions !== undefined
  return (
    <section id={id} class={classes('panel', flush ? 'overflow-hidden' : 'p-4 lg:p-5', extra)}>
      {headed && (
        <div
          class={classes(
            'flex flex-wrap items-start justify-between gap-x-4 gap-y-2',
            flush ? 'p-4 lg:px-5' : 'mb-3',
          )}
        >
          <div>
            {title !== undefined && <h2 class="text-lg">{title}</h2>}
            {lead !== undefined && <p class="text-ink-2">{lead}</p>}
          </div>
          {actions !== undefined && <div class="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {flush && headed ? <div class="border-t border-line">{children}</div> : children}
    </section>
  )
}
