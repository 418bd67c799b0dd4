import { Button, EmptyState, Note, Panel, StatusBadge, Table, useView } from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'
import type { SampleLot } from '../samples/sample-store.ts'
import { AppraisalFrame } from './appraisal-frame.tsx'
import { lotTones } from './lot-tones.ts'
import { MoveFields, type ReturnedMove } from './move-fields.tsx'

export interface DossierSamplesPageProps {
  head: DossierHead
  lots: readonly SampleLot[]
  /** How many units the commune says that it sent; null where none are asked for. */
  sent: number | null
  asked: number
  mayReceive: boolean
  isTourism: boolean
  returned?: ReturnedMove | undefined
}

/** The samples of one dossier: the lots that came, and where the next is received. */
export function DossierSamplesPage(props: DossierSamplesPageProps) {
  const { t } = useView()
  const { head, lots, isTourism, mayReceive, returned } = props
  return (
    <AppraisalFrame head={head} part="samples" readsSamples>
      <div class="grid gap-5">
        {returned && (
          <Note tone="error" role="alert">
            {returned.message}
          </Note>
        )}
        {isTourism && <Note tone="info">{t('appraisal:refusal.tourism_has_no_samples')}</Note>}
        {lots.length > 0 && <Lots lots={lots} />}
        {lots.length === 0 && !isTourism && !mayReceive && (
          <Panel>
            <EmptyState icon="package-open" title={t('appraisal:sample.none')}>
              {t('appraisal:sample.none_here')}
            </EmptyState>
          </Panel>
        )}
        {mayReceive && <Receive {...props} />}
      </div>
    </AppraisalFrame>
  )
}

function Lots({ lots }: Pick<DossierSamplesPageProps, 'lots'>) {
  const { t } = useView()
  return (
    <Panel flush title={t('appraisal:sample.lots')}>
      <Table
        caption={t('appraisal:sample.lots')}
        head={['lot', 'units', 'custody'].map((key) => ({ label: t(`appraisal:sample.column.${key}`) }))}
        rows={lots.map((lot) => [
          <a key="lot" class="lnk" href={`/samples/${lot.id}`}>
            {lot.code}
          </a>,
          t('appraisal:sample.kept_of', { kept: lot.kept, received: lot.received }),
          <StatusBadge key="state" tone={lotTones[lot.state]}>
            {t(`appraisal:sample.state.${lot.state}`)}
          </StatusBadge>,
        ])}
      />
    </Panel>
  )
}

function Receive({ head, sent, asked, lots, returned }: DossierSamplesPageProps) {
  const { t } = useView()
  return (
    <Panel
      title={t(lots.length > 0 ? 'appraisal:sample.receive_more' : 'appraisal:sample.receive')}
      lead={t('appraisal:sample.receive_lead', { sent: sent ?? 0, asked })}
    >
      <form method="post" action={`/dossiers/${head.id}/samples`} class="grid gap-4" novalidate>
        <MoveFields kind="receive" returned={returned} usual={{ units: String(sent ?? asked) }} />
        <div>
          <Button type="submit" variant="primary" icon="package-check" class="max-sm:w-full">
            {t('appraisal:sample.do.receive')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
