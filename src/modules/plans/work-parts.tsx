import { producerIdsOf, unitPathsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { countIdeas, type Idea, listIdeas } from './idea-store.ts'
import { type PlanReach, plansSeenBy } from './plan-rights.ts'
import { countWaitingPlans, listPlans } from './plan-store.ts'
import type { PlanTables } from './plan-tables.ts'
import './text.ts'

const shown = 5

/** The ideas and plans that wait for a person: a producer's unfinished ones, a commune's unanswered ones. */
export async function planWork(ctx: Ctx<PlanTables>, t: Translate): Promise<WorkPart[]> {
  if (producerIdsOf(ctx.actor).length > 0) return ownWork(ctx, t)
  return isCommune(ctx) ? communeWork(ctx, t) : []
}

/** How much waits behind the place of the sidebar. */
export async function countPlanWork(ctx: Ctx<PlanTables>): Promise<Record<string, number>> {
  if (producerIdsOf(ctx.actor).length > 0)
    return { '/plans': (await countIdeas(ctx.db, { reach: own(ctx) })).returned ?? 0 }
  if (!isCommune(ctx)) return {}
  const { ideas, plans } = await waiting(ctx)
  return { '/plans': ideas + plans }
}

function isCommune({ actor }: Pick<Ctx<PlanTables>, 'actor'>): boolean {
  return (
    actor.holdings.some(({ role }) => role !== 'system') && unitPathsOf(actor, 'commune_officer').length > 0
  )
}

async function ownWork(ctx: Ctx<PlanTables>, t: Translate): Promise<WorkPart[]> {
  const reach = own(ctx)
  const ideas = await listIdeas(ctx.db, { reach }, { limit: 50 })
  const plans = await listPlans(ctx.db, { reach }, { limit: 50 })
  const lines = [
    ...ideas.flatMap((idea) => ownIdeaLine(idea, t) ?? []),
    ...plans
      .filter(({ sentAt }) => !sentAt)
      .map(
        (plan): WorkLine => ({
          href: `/plans/business/${plan.id}`,
          title: plan.name,
          note: t('plans:work.own.plan'),
          isDemo: plan.isDemo,
          action: { label: t('plans:work.own.write'), href: `/plans/business/${plan.id}/edit` },
        }),
      ),
  ]
  if (lines.length === 0) return []
  return [
    {
      key: 'own_plans',
      title: t('plans:work.own.title'),
      urgent: ideas.some(({ state }) => state === 'returned'),
      lines: lines.slice(0, shown),
      empty: t('plans:work.own.empty'),
      all: { href: '/plans', label: t('plans:work.own.all') },
    },
  ]
}

/** What an idea asks of its producer now; nothing while it is with the commune, or has its plan. */
function ownIdeaLine(idea: Idea, t: Translate): WorkLine | null {
  const href = `/plans/ideas/${idea.id}`
  const line = { href, title: idea.name, isDemo: idea.isDemo }
  const word = (key: string, facts = {}) => t(`plans:work.own.${key}`, facts)
  if (idea.state === 'returned')
    return {
      ...line,
      note: word('returned', { words: idea.answer }),
      action: { label: word('write'), href: `${href}/edit` },
    }
  if (idea.state === 'draft')
    return { ...line, note: word('draft'), action: { label: word('write'), href: `${href}/edit` } }
  if (idea.state === 'accepted' && !idea.planId)
    return {
      ...line,
      note: word('accepted', { year: idea.plannedYear }),
      action: { label: word('begin'), href: `/plans/business/new?idea=${idea.id}` },
    }
  return null
}

async function communeWork(ctx: Ctx<PlanTables>, t: Translate): Promise<WorkPart[]> {
  const reach = desk(ctx)
  const counts = await waiting(ctx)
  const ideas = await listIdeas(ctx.db, { reach, state: 'sent' }, { limit: shown })
  const plans = await listPlans(ctx.db, { reach, waiting: true }, { limit: shown })
  const word = (key: string, facts = {}) => t(`plans:work.commune.${key}`, facts)
  return [
    {
      key: 'commune_plans',
      title: word('title'),
      urgent: counts.ideas > 0,
      figures: [
        { label: word('ideas'), count: counts.ideas, href: '/plans?state=sent' },
        { label: word('plans'), count: counts.plans, href: '/plans/business?waiting=1' },
      ],
      lines: [
        ...ideas.map((idea) => ({
          href: `/plans/ideas/${idea.id}`,
          title: idea.name,
          note: `${idea.producerName} · ${word('idea', { day: idea.sentAt ? showDay(dayOf(idea.sentAt)) : '' })}`,
          isDemo: idea.isDemo,
        })),
        ...plans.map((plan) => ({
          href: `/plans/business/${plan.id}`,
          title: plan.name,
          note: `${plan.producerName} · ${word('plan', { no: plan.version })}`,
          isDemo: plan.isDemo,
        })),
      ].slice(0, shown),
      empty: word('empty'),
      all: { href: '/plans', label: word('all') },
    },
  ]
}

async function waiting(ctx: Ctx<PlanTables>): Promise<{ ideas: number; plans: number }> {
  const reach = desk(ctx)
  const { sent = 0 } = await countIdeas(ctx.db, { reach })
  return { ideas: sent, plans: await countWaitingPlans(ctx.db, reach) }
}

/** Only what the actor answers for, whatever else it may read. */
function desk({ actor }: Pick<Ctx<PlanTables>, 'actor'>): PlanReach {
  const counters = unitPathsOf(actor, 'commune_officer')
  return { producerIds: [], desks: counters, counters, audited: [] }
}

function own({ actor }: Pick<Ctx<PlanTables>, 'actor'>): PlanReach {
  return { ...plansSeenBy(actor), desks: [], counters: [], audited: [] }
}
