import type { ComponentChildren } from 'preact'
import { Document, type DocumentProps } from './document.tsx'
import { Note } from './note.tsx'
import { PublicFooter } from './public-footer.tsx'
import { PublicHeader } from './public-header.tsx'
import { useView } from './view.ts'
import { WorkDock, WorkSidebar, WorkTopBar } from './work-nav.tsx'

type PublicPageProps = Omit<DocumentProps, 'bodyClass'>

/** A page of the public site. Its content sets its own width (`wrap`), so that a band may reach both edges. */
export function PublicPage({ children, ...document }: PublicPageProps) {
  return (
    <Document {...document} bodyClass="flex min-h-dvh flex-col bg-base-100">
      <PublicHeader />
      <main id="main" tabIndex={-1} class="flex-1">
        <PageNotice class="wrap pt-4" />
        {children}
      </main>
      <PublicFooter />
    </Document>
  )
}

interface WorkPageProps {
  title: string
  /** What stands above the title, from far to near; the last may have no address. */
  crumbs?: readonly Crumb[] | undefined
  actions?: ComponentChildren
  /** Beside the title: a status, a clock, the label of the demonstration. */
  aside?: ComponentChildren
  children: ComponentChildren
}

interface Crumb {
  href?: string | undefined
  label: string
}

/** A page of the signed-in workspace: sidebar on wide screens, bar and dock on narrow ones, one `h1`. */
export function WorkPage({ title, crumbs, actions, aside, children }: WorkPageProps) {
  return (
    <Document title={title} bodyClass="bg-base-200 max-xl:pb-20">
      <div class="flex">
        <WorkSidebar />
        <div class="min-w-0 flex-1">
          <WorkTopBar />
          <main id="main" tabIndex={-1} class="mx-auto max-w-6xl p-4 lg:p-8">
            {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
            <div class="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
              <h1 class="text-2xl">{title}</h1>
              {aside}
              {actions !== undefined && <div class="flex flex-wrap gap-2 sm:ml-auto">{actions}</div>}
            </div>
            <PageNotice class="mb-5" />
            {children}
          </main>
        </div>
      </div>
      <WorkDock />
    </Document>
  )
}

/** Where a page stands, from far to near. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useView()
  return (
    <nav class="breadcrumbs noprint" aria-label={t('platform:nav.crumbs')}>
      <ol>
        {crumbs.map(({ href, label }, place) => (
          <li key={label} aria-current={!href && place === crumbs.length - 1 ? 'page' : undefined}>
            {href ? <a href={href}>{label}</a> : label}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function PageNotice({ class: extra }: { class: string }) {
  const { notice } = useView()
  if (!notice) return null
  return (
    <div class={extra}>
      <Note tone={notice.tone} role={notice.tone === 'error' ? 'alert' : 'status'}>
        {notice.text}
      </Note>
    </div>
  )
}
