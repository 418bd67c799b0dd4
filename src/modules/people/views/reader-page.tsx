import type { ComponentChildren } from 'preact'
import { Breadcrumbs, PublicPage, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'

interface ReaderPageProps {
  title: string
  crumbs?: readonly { href: string; label: string }[]
  children: ComponentChildren
}

/** A page for visitors and for people at work alike, each in their own surroundings. */
export function ReaderPage({ title, crumbs = [], children }: ReaderPageProps) {
  const { actor } = useView()
  if (actor.id) {
    return (
      <WorkPage title={title} crumbs={crumbs}>
        {children}
      </WorkPage>
    )
  }
  return (
    <PublicPage title={title}>
      <section class="wrap py-8">
        {crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
        <h1 class="mb-5 text-3xl">{title}</h1>
        {children}
      </section>
    </PublicPage>
  )
}
