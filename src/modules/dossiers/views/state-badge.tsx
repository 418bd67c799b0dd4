import { StatusBadge, type Tone } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DossierState } from '../workflow.ts'

const tones: Record<DossierState, Tone> = {
  draft: 'neutral',
  submitted: 'neutral',
  received: 'info',
  returned: 'warning',
  proposed: 'info',
  returned_by_province: 'warning',
  checked: 'success',
  in_council: 'info',
  scored: 'success',
  rejected: 'error',
  recognised: 'success',
  not_recognised: 'error',
  sent_to_centre: 'info',
  returned_by_centre: 'warning',
  withdrawn: 'neutral',
}

/** Where a dossier stands, in a word. */
export function StateBadge({ state, again = false }: { state: DossierState; again?: boolean }) {
  const { t } = useView()
  if (again) return <StatusBadge tone="success">{t('dossiers:page.desk.again')}</StatusBadge>
  return <StatusBadge tone={tones[state]}>{t(`dossiers:state.${state}`)}</StatusBadge>
}
