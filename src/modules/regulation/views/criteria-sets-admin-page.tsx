import { StatusBadge, Table, useView, WorkPage } from '#platform/ui/index.ts'
import { nameIn } from './wording.ts'

export type SetState = 'absent' | 'draft' | 'published'

export interface AdminSetLine {
  id: string
  nameVi: string
  nameEn: string
  productSetNo: number
  decision: string
  state: SetState
  anomalies: number
}

/** Every sheet on file and how far it is on its way to being published. */
export function CriteriaSetsAdminPage({ sets }: { sets: readonly AdminSetLine[] }) {
  const { t, locale } = useView()
  return (
    <WorkPage title={t('regulation:admin.title')}>
      <p class="mb-5 max-w-3xl text-ink-2">{t('regulation:admin.lead')}</p>
      <Table
        caption={t('regulation:admin.title')}
        head={[
          { label: t('regulation:admin.set') },
          { label: t('regulation:set.decision') },
          { label: t('regulation:admin.state') },
          { label: t('regulation:admin.anomalies'), align: 'right' },
        ]}
        rows={sets.map((set) => [
          <a key="set" class="lnk" href={`/admin/criteria-sets/${set.id}`}>
            {t('regulation:set.name', { no: set.productSetNo, name: nameIn(locale, set) })}
          </a>,
          set.decision,
          <SetStateBadge key="state" state={set.state} />,
          String(set.anomalies),
        ])}
      />
    </WorkPage>
  )
}

/** How far a sheet is: on file, draft, published. */
export function SetStateBadge({ state }: { state: SetState }) {
  const { t } = useView()
  const tone = { absent: 'neutral', draft: 'info', published: 'success' } as const
  return <StatusBadge tone={tone[state]}>{t(`regulation:admin.state_${state}`)}</StatusBadge>
}
