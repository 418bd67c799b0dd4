import { StatusBadge, useView } from '#platform/ui/index.ts'
import type { BusinessPlan } from '../plan-store.ts'

/** Where a plan stands with its commune. */
export function PlanBadge({ plan }: { plan: Pick<BusinessPlan, 'sentAt' | 'lookedAt' | 'version'> }) {
  const { t } = useView()
  if (!plan.sentAt) return <StatusBadge tone="neutral">{t('plans:plan.state.draft')}</StatusBadge>
  return plan.lookedAt >= plan.version ? (
    <StatusBadge tone="success">{t('plans:plan.state.looked')}</StatusBadge>
  ) : (
    <StatusBadge tone="info">{t('plans:plan.state.sent')}</StatusBadge>
  )
}
