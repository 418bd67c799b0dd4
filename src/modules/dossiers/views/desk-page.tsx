import { WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { DossierList } from './dossier-list.tsx'
import { type OfficerListProps, OfficerTabs } from './inbox-page.tsx'
import { ListBar } from './list-bar.tsx'

/** The province's desk: what the communes proposed, and where each dossier is on its way to a decision. */
export function DeskPage(props: OfficerListProps) {
  const { t } = useView()
  return (
    <WorkPage title={t('dossiers:page.desk.desk')}>
      <OfficerTabs view="desk" {...props} />
      <ListBar action="/desk" {...props} />
      <DossierList
        {...props}
        caption={t(`dossiers:page.desk.tab.desk.${props.tab}`)}
        clock={props.tab === 'in_communes' || props.tab === 'late' ? 'commune' : 'round'}
        searched={props.search !== '' || props.kind !== '' || props.mine}
      />
    </WorkPage>
  )
}
