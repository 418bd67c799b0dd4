import type { ComponentChildren } from 'preact'
import { Tabs, useView, WorkPage } from '#platform/ui/index.ts'

interface GuidanceFrameProps {
  part: 'efforts' | 'policies'
  title: string
  actions?: ComponentChildren
  children: ComponentChildren
}

/** What every page of the province's guidance begins with: its two lists. */
export function GuidanceFrame({ part, title, actions, children }: GuidanceFrameProps) {
  const { t } = useView()
  return (
    <WorkPage title={title} actions={actions}>
      <Tabs
        label={t('guidance:title')}
        items={[
          { href: '/guidance', label: t('guidance:efforts.tab'), current: part === 'efforts' },
          { href: '/guidance/policies', label: t('guidance:policy.tab'), current: part === 'policies' },
        ]}
      />
      <div class="mt-5 grid gap-5">{children}</div>
    </WorkPage>
  )
}
