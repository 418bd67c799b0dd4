import { dayOf } from '#platform/dates.ts'
import { Button, EmptyState, Pager, Panel, Table, useView } from '#platform/ui/index.ts'
import type { BusinessPlan } from '../plan-store.ts'
import { PlanBadge } from './plan-badge.tsx'
import { PlansFrame } from './plans-frame.tsx'

interface PlansPageProps {
  plans: readonly BusinessPlan[]
  as: 'producer' | 'officer'
  readsYear: boolean
  nextHref: string | undefined
  isFirst: boolean
}

/** Business plans: a producer's own, or those sent to the place that an officer looks after. */
export function PlansPage({ plans, as, readsYear, nextHref, isFirst }: PlansPageProps) {
  const { t } = useView()
  const begin = as === 'producer' && (
    <Button href="/plans/business/new" variant="primary" icon="plus">
      {t('plans:plan.new')}
    </Button>
  )
  const columns = ['name', ...(as === 'officer' ? ['producer'] : []), 'saved', 'state']
  return (
    <PlansFrame part="business" title={t('plans:plan.title')} readsYear={readsYear} actions={begin}>
      <p class="max-w-3xl text-ink-2">{t(`plans:plan.lead_${as}`)}</p>
      <Panel flush>
        <Table
          caption={t('plans:plan.title')}
          head={columns.map((key) => ({ label: t(`plans:plan.column.${key}`) }))}
          rows={plans.map((plan) => [
            <div key="name">
              <a class="lnk font-semibold" href={`/plans/business/${plan.id}`}>
                {plan.name}
              </a>
              {plan.ideaName && (
                <span class="block text-sm font-normal text-ink-2">
                  {t('plans:plan.with_idea', { name: plan.ideaName })}
                </span>
              )}
            </div>,
            ...(as === 'officer' ? [plan.producerName] : []),
            t('plans:plan.saved_on', { no: plan.version, day: dayOf(plan.savedAt) }),
            <PlanBadge key="state" plan={plan} />,
          ])}
          empty={
            <EmptyState icon="file-pen" title={t('plans:plan.empty_title')} action={begin}>
              {t(`plans:plan.empty_${as}`)}
            </EmptyState>
          }
        />
      </Panel>
      <Pager nextHref={nextHref} firstHref={isFirst ? undefined : '/plans/business'} />
    </PlansFrame>
  )
}
