import type { ComponentChildren } from 'preact'
import { DemoLabel, Document, type DocumentProps, Logo } from '#platform/ui/index.ts'
import { PublicFooter } from '#platform/ui/public-footer.tsx'
import { useView } from '#platform/ui/view.ts'

interface TruthDocumentProps
  extends Pick<DocumentProps, 'title' | 'description' | 'canonical' | 'robots' | 'image'> {
  isDemo?: boolean | undefined
  children: ComponentChildren
}

/** The frame of a truth page: nothing beside the answer but whose it is. */
export function TruthDocument({ isDemo, children, ...document }: TruthDocumentProps) {
  const { demo } = useView()
  return (
    <Document {...document} bodyClass="bg-base-200">
      <header class="border-b border-line bg-base-100">
        <div class="mx-auto flex h-16 max-w-xl items-center justify-between gap-3 px-4">
          <Logo />
          {(isDemo || demo) && <DemoLabel />}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        class="mx-auto max-w-xl bg-base-100 sm:my-6 sm:overflow-hidden sm:rounded-box sm:border sm:border-line"
      >
        {children}
      </main>
      <PublicFooter />
    </Document>
  )
}
