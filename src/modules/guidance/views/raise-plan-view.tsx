import type { ComponentChildren } from 'preact'
import { Facts, Mark, Note, Panel, showMoney, useView } from '#platform/ui/index.ts'
import type { ToldPlan } from '../plan-for.ts'
import { type PlanLine, planLines } from '../plan-lines.ts'
import { PolicyList } from './policy-list.tsx'

interface RaisePlanViewProps {
  told: ToldPlan
  /** Where the answer to a criterion is changed; without it the plan has no links. */
  criterionHref?: ((code: string) => string) | undefined
}

/** The plan of raises: what it comes to, each raise with what it takes, the policies that help. */
export function RaisePlanView({ told, criterionHref }: RaisePlanViewProps) {
  const view = useView()
  const { t } = view
  const { plan, standing, stars } = told
  if (!plan)
    return (
      <Note tone="warning" title={t('guidance:plan.impossible', { stars })}>
        {t('guidance:plan.impossible_text')}
      </Note>
    )
  const lines = planLines(told, view)
  return (
    <div class="grid gap-5">
      {standing.answered < standing.all && (
        <Note
          tone="warning"
          title={t('guidance:plan.incomplete', { count: standing.all - standing.answered })}
        >
          {t('guidance:plan.incomplete_text')}
        </Note>
      )}
      {lines.length === 0 ? (
        <Note tone="success" title={t('guidance:plan.reached', { stars })}>
          {t('guidance:plan.reached_text')}
        </Note>
      ) : (
        <>
          <Summary told={told} raises={lines.length} />
          <ol class="grid gap-3">
            {lines.map((line, at) => (
              <Line key={line.code} {...{ line, at }} href={criterionHref?.(line.code)} />
            ))}
          </ol>
        </>
      )}
      <PolicyList told={told} />
    </div>
  )
}

function Summary({ told: { plan, province, standing }, raises }: { told: ToldPlan; raises: number }) {
  const { t, locale } = useView()
  if (!plan) return null
  const { gap, cost, longest, months, total } = plan
  return (
    <Panel
      title={t('guidance:plan.lacks', {
        stars: gap.stars,
        points: gap.lackingPoints,
        marks: new Set(gap.lackingMarks.map(({ criterion }) => criterion)).size,
      })}
      lead={t('guidance:plan.estimate_of', { province })}
    >
      <Facts
        items={[
          [t('guidance:plan.raises'), t('guidance:plan.raise_count', { count: raises })],
          [
            t('guidance:plan.total_after'),
            t('guidance:plan.points_after', { before: standing.score.total, after: total }),
          ],
          [t('guidance:plan.cost'), t('guidance:plan.about', { value: showMoney(cost, locale) })],
          [t('guidance:plan.time'), t('guidance:plan.time_text', { longest, months })],
        ]}
      />
    </Panel>
  )
}

function Line({ line, at, href }: { line: PlanLine; at: number; href: string | undefined }) {
  const { t, locale } = useView()
  const { raise, code, name, marks, from, to, papers, helper } = line
  const { effort, points } = raise
  const title = `${code} ${name}`
  return (
    <li class="panel break-inside-avoid p-4 lg:p-5">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 class="text-base">
          <span class="font-normal text-ink-2">{t('guidance:plan.task', { no: at + 1 })}</span>{' '}
          {href ? (
            <a class="lnk" href={href}>
              {title}
            </a>
          ) : (
            title
          )}
        </h3>
        <span class="flex flex-wrap items-center gap-2">
          {marks.map((rank) => (
            <Mark key={rank} rank={rank} met={false} />
          ))}
          <b class="whitespace-nowrap">{t('guidance:plan.gain', { points })}</b>
        </span>
      </div>
      <div class="mt-2 grid gap-x-6 gap-y-2 lg:grid-cols-2">
        <Change {...{ from, to }} />
        <Facts
          items={[
            [t('guidance:plan.effort'), effortInWords(effort, t, (cost) => showMoney(cost, locale))],
            [t('guidance:plan.papers'), papers],
            [t('guidance:plan.helper'), helper],
          ]}
        />
      </div>
      {effort.fixed && (
        <Note tone="warning" class="mt-3">
          {t('guidance:plan.fixed')}
        </Note>
      )}
    </li>
  )
}

function Change({ from, to }: { from: string; to: string }) {
  const { t } = useView()
  return (
    <dl class="grid content-start gap-2">
      <Side name={t('guidance:plan.now')}>{from}</Side>
      <Side name={t('guidance:plan.then')}>
        <b>{to}</b>
      </Side>
    </dl>
  )
}

function Side({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt class="text-sm text-ink-2">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function effortInWords(
  { months, cost }: { months: number; cost: number },
  t: ReturnType<typeof useView>['t'],
  money: (cost: number) => string,
): string {
  const time = months === 0 ? t('guidance:plan.at_once') : t('guidance:plan.months', { count: months })
  return cost === 0
    ? t('guidance:plan.no_cost', { time })
    : t('guidance:plan.time_and_cost', { time, cost: money(cost) })
}
