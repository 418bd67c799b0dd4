import { Button, Note, Tabs, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DossierLine } from '../dossier-line.ts'
import { type BatchBar, DossierList } from './dossier-list.tsx'
import { ListBar } from './list-bar.tsx'

export interface OfficerListProps {
  tab: string
  tabs: readonly { key: string; href: string; count: number; late: boolean }[]
  search: string
  kind: string
  /** Only what the reader holds. */
  mine: boolean
  batch: BatchBar | null
  lines: readonly DossierLine[]
  sheetHref: string
  nextHref: string | undefined
  firstHref: string | undefined
  /** Whether the reader files for households at a counter. */
  hasCounter: boolean
}

/** The commune's inbox: what came in, what runs out, who holds it, what to do next. */
export function InboxPage(props: OfficerListProps) {
  const { t } = useView()
  const late = props.tabs.find((tab) => tab.late)
  return (
    <WorkPage
      title={t('dossiers:page.desk.inbox')}
      actions={
        props.hasCounter && (
          <Button href="/counter" icon="store">
            {t('dossiers:page.counter.title')}
          </Button>
        )
      }
    >
      {late && late.count > 0 && (
        <Note tone="error" icon="triangle-alert" class="mb-4">
          <a class="font-bold underline" href={late.href}>
            {t('dossiers:page.desk.late_title', { count: late.count })}
          </a>
          {t('dossiers:page.desk.late_text')}
        </Note>
      )}
      <OfficerTabs view="inbox" {...props} />
      <ListBar action="/inbox" {...props} />
      <DossierList
        {...props}
        caption={t(`dossiers:page.desk.tab.inbox.${props.tab}`)}
        clock="commune"
        searched={props.search !== '' || props.kind !== '' || props.mine}
      />
      <p class="mt-3 text-sm text-ink-2">{t('dossiers:page.desk.clock_source')}</p>
    </WorkPage>
  )
}

/** The tabs of an officer's list with how many dossiers each holds. */
export function OfficerTabs({
  view,
  tab,
  tabs,
}: Pick<OfficerListProps, 'tab' | 'tabs'> & { view: 'inbox' | 'desk' }) {
  const { t } = useView()
  return (
    <Tabs
      label={t('dossiers:page.desk.by_state')}
      items={tabs.map(({ key, href, count, late }) => ({
        href,
        label: t(`dossiers:page.desk.tab.${view}.${key}`),
        count,
        current: key === tab,
        urgent: late,
      }))}
    />
  )
}
