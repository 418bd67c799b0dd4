import type { ComponentChildren } from 'preact'
import { DemoLabel, useView, WorkPage } from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'

/** A page about a producer's own dossier. */
export function OwnFrame({
  head,
  title,
  actions,
  children,
}: {
  head: DossierHead
  title: string
  actions?: ComponentChildren
  children: ComponentChildren
}) {
  const { t } = useView()
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/dossiers', label: t('appraisal:own_dossiers') },
        { href: `/dossiers/${head.id}`, label: `${head.number}, ${head.productName}` },
        { label: title },
      ]}
      actions={actions}
      aside={head.isDemo && <DemoLabel />}
    >
      {children}
    </WorkPage>
  )
}
