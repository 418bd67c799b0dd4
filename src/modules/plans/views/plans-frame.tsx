import type { ComponentChildren } from 'preact'
import { Tabs, useView, WorkPage } from '#platform/ui/index.ts'

interface PlansFrameProps {
  part: 'ideas' | 'business' | 'year'
  title: string
  /** Whether the reader has a yearly plan to look at. */
  readsYear: boolean
  actions?: ComponentChildren
  children: ComponentChildren
}

/** What every list of ideas and plans begins with: the steps of the yearly cycle side by side. */
export function PlansFrame({ part, title, readsYear, actions, children }: PlansFrameProps) {
  const { t } = useView()
  const items = [
    { key: 'ideas', href: '/plans' },
    { key: 'business', href: '/plans/business' },
    ...(readsYear ? [{ key: 'year', href: '/plans/year' }] : []),
  ]
  return (
    <WorkPage title={title} actions={actions}>
      <Tabs
        label={t('plans:title')}
        items={items.map(({ key, href }) => ({ href, label: t(`plans:tab.${key}`), current: key === part }))}
      />
      <div class="mt-5 grid gap-5">{children}</div>
    </WorkPage>
  )
}
