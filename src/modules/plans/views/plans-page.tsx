import { dayOf } from '#platform/dates.ts'
import { Button, EmptyState, Pager, Panel, Table, Tabs, useView } from '#platform/ui/index.ts'
import type { BusinessPlan } from '../plan-store.ts'
import { PlanBadge } from './plan-badge.tsx'
import { PlansFrame } from './plans-frame.tsx'

interface PlansPageProps {
  plans: readonly BusinessPlan[]
  as: 'producer' | 'officer'
  readsYear: boolean
  /** Only those that wait for the commune are listed. */
  waiting: boolean
  waitingCount: number
  nextHref: string | undefined
  firstHref: string | undefined
}

/** Business plans: a producer's own, or those sent to the place that an officer looks after. */
export function PlansPage(props: PlansPageProps) {
  const { t } = useView()
  const { plans, as, readsYear, waiting, waitingCount, nextHref, firstHref } = props
  const begin = as === 'producer' && (
    <Button href="/plans/business/new" variant="primary" icon="plus">
      {t('plans:plan.new')}
    </Button>
  )
  const columns = ['name', ...(as === 'officer' ? ['producer'] : []), 'saved', 'state']
  return (
    <PlansFrame
      part="business"
      title={t('plans:plan.title')}
      readsYear={readsYear}
      actions={
        <>
          <Button
            href={`/plans/business.xlsx${waiting ? '?waiting=1' : ''}`}
            icon="file-spreadsheet"
            download
          >
            {t('plans:yearly.excel')}
          </Button>
          {begin}
        </>
      }
    >
      <p class="max-w-3xl text-ink-2">{t(`plans:plan.lead_${as}`)}</p>
      {as === 'officer' && (
        <Tabs
          items={[
            { href: '/plans/business', label: t('plans:idea.all'), current: !waiting },
            {
              href: '/plans/business?waiting=1',
              label: t('plans:plan.state.sent'),
              count: waitingCount,
              current: waiting,
              urgent: true,
            },
          ]}
        />
      )}
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
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </PlansFrame>
  )
}
