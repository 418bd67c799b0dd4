import { StatusBadge, useView } from '#platform/ui/index.ts'

const tones = { planned: 'info', open: 'warning', closed: 'neutral' } as const

/** Where a session stands. */
export function SessionBadge({ status }: { status: 'planned' | 'open' | 'closed' }) {
  const { t } = useView()
  return <StatusBadge tone={tones[status]}>{t(`councils:session_status.${status}`)}</StatusBadge>
}

const itemTones = {
  waiting: 'info',
  scoring: 'warning',
  discussing: 'warning',
  closed: 'success',
  released: 'neutral',
} as const

/** Where a dossier stands on the agenda. */
export function AgendaBadge({ status }: { status: keyof typeof itemTones }) {
  const { t } = useView()
  return <StatusBadge tone={itemTones[status]}>{t(`councils:agenda_status.${status}`)}</StatusBadge>
}

const ownTones = { recused: 'neutral', to_score: 'info', begun: 'warning', handed_in: 'success' } as const

/** How far the reader's own sheet has come. */
export function OwnBadge({ own }: { own: keyof typeof ownTones }) {
  const { t } = useView()
  return <StatusBadge tone={ownTones[own]}>{t(`councils:own.${own}`)}</StatusBadge>
}
