import type { ComponentChildren } from 'preact'
import { PublicPage } from '#platform/ui/index.ts'

interface GateProps {
  title: string
  lead?: string | undefined
  /** Below the sheet: other ways. */
  foot?: ComponentChildren
  children: ComponentChildren
}

/** A page with one small form on it: before one is signed in. */
export function Gate({ title, lead, foot, children }: GateProps) {
  return (
    <PublicPage title={title}>
      <section class="wrap max-w-xl py-8 lg:py-14">
        <h1 class="text-3xl">{title}</h1>
        {lead && <p class="mt-2 text-lg text-ink-2">{lead}</p>}
        <div class="panel mt-6 p-4 lg:p-6">{children}</div>
        {foot !== undefined && <div class="mt-6 space-y-3">{foot}</div>}
      </section>
    </PublicPage>
  )
}
