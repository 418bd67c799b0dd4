import { Button, Note, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import type { Side } from '../mandate-parts.ts'
import type { PlacedMandate } from '../mandate-store.ts'
import { MandateTable } from './mandate-table.tsx'

interface MandatesPageProps {
  mandates: readonly PlacedMandate[]
  side: Side | null
  mayPropose: boolean
  /** The consultant for whom the reader works. */
  consultant: { id: string; state: string } | undefined
}

/** The mandates of a producer, of a consultant, or of the place that an officer oversees. */
export function MandatesPage({ mandates, side, mayPropose, consultant }: MandatesPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('consultants:mandates.title')}
      actions={
        mayPropose && (
          <Button href="/mandates/new" variant="primary" icon="plus">
            {t(side === 'consultant' ? 'consultants:mandate.offer' : 'consultants:mandate.ask')}
          </Button>
        )
      }
    >
      {side === 'producer' && (
        <p class="mb-4 text-ink-2">
          {t('consultants:mandates.lead_producer')}{' '}
          <a class="lnk" href="/tu-van">
            {t('consultants:mandates.public_list')}
          </a>
        </p>
      )}
      {consultant && consultant.state !== 'active' && (
        <Note tone="warning" class="mb-4">
          {t(`consultants:own_state.${consultant.state}`)}{' '}
          <a class="lnk" href={`/consultants/${consultant.id}`}>
            {t('consultants:own_page')}
          </a>
        </Note>
      )}
      <Panel flush>
        <MandateTable mandates={mandates} side={side} />
      </Panel>
    </WorkPage>
  )
}
