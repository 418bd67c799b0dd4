import { StatusBadge, useView } from '#platform/ui/index.ts'
import type { DossierState } from '../workflow.ts'

const tones = {
  draft: 'neutral',
  submitted: 'info',
  received: 'info',
  returned: 'warning',
  proposed: 'info',
  returned_by_province: 'warning',
  checked: 'info',
  in_council: 'info',
  scored: 'info',
  rejected: 'error',
  recognised: 'success',
  not_recognised: 'neutral',
  sent_to_centre: 'info',
  returned_by_centre: 'warning',
  withdrawn: 'neutral',
} as const satisfies Record<DossierState, string>

/** Where a dossier stands, in the programme's word. */
export function StateBadge({ state }: { state: DossierState }) {
  const { t } = useView()
  return <StatusBadge tone={tones[state]}>{t(`dossiers:state.${state}`)}</StatusBadge>
}
