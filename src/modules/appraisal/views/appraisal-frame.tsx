import type { ComponentChildren } from 'preact'
import { DemoLabel, Tabs, useView, WorkPage } from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'

const parts = ['appraisal', 'tests', 'samples'] as const

interface AppraisalFrameProps {
  head: DossierHead
  part: (typeof parts)[number]
  title?: string | undefined
  /** Whether the reader reads samples at all. */
  readsSamples: boolean
  actions?: ComponentChildren
  children: ComponentChildren
}

/** What the pages of one appraised dossier begin with: which it is, and the ways between report, tests and samples. */
export function AppraisalFrame({ head, part, title, readsSamples, actions, children }: AppraisalFrameProps) {
  const { t } = useView()
  const shown = parts.filter((one) => one !== 'samples' || readsSamples)
  return (
    <WorkPage
      title={title ?? head.productName}
      crumbs={[
        { href: '/appraisals', label: t('appraisal:list.title') },
        { href: `/dossiers/${head.id}`, label: `${head.number}, ${head.productName}` },
        ...(title ? [{ label: title }] : []),
      ]}
      actions={actions}
      aside={head.isDemo && <DemoLabel />}
    >
      <p class="-mt-3 mb-3 text-ink-2">
        {[title && head.productName, head.producerName].filter(Boolean).join(' · ')}
      </p>
      <Tabs
        label={t('appraisal:parts')}
        items={shown.map((one) => ({
          href: `/dossiers/${head.id}/${one}`,
          label: t(`appraisal:part.${one}`),
          current: one === part,
        }))}
      />
      <div class="mt-5">{children}</div>
    </WorkPage>
  )
}
