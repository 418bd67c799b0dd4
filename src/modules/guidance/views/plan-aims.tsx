import type { ComponentChildren } from 'preact'
import { Button, Panel, Select, useView } from '#platform/ui/index.ts'
import type { ToldPlan } from '../plan-for.ts'

/** The fields of a form that ask for another plan: the rank to reach, what is to weigh most. */
export function PlanAims({ told, children }: { told: ToldPlan; children?: ComponentChildren }) {
  const { t } = useView()
  return (
    <Panel>
      <div class="flex flex-wrap items-end gap-3">
        <div class="w-full sm:w-44">
          <Select
            label={t('guidance:plan.target')}
            name="stars"
            value={String(told.stars)}
            options={[3, 4, 5].map((stars) => ({
              value: String(stars),
              label: t('platform:stars', { count: stars }),
            }))}
          />
        </div>
        <div class="w-full sm:w-56">
          <Select
            label={t('guidance:plan.prefer')}
            name="prefer"
            value={told.prefer}
            options={(['cost', 'months'] as const).map((value) => ({
              value,
              label: t(`guidance:plan.prefers.${value}`),
            }))}
          />
        </div>
        <Button variant="primary">{t('guidance:plan.show')}</Button>
        {children}
      </div>
    </Panel>
  )
}
