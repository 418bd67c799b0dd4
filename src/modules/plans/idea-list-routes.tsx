import { type Context, Hono } from 'hono'
import { unitPathsOf } from '#modules/people/index.ts'
import { sheetAnswer } from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { ideaSheet } from './idea-sheet.ts'
import { type IdeaState, ideaStates } from './idea-states.ts'
import { countIdeas, listIdeas, yearsOfIdeas } from './idea-store.ts'
import { plansSeenBy, seesAnyPlan, yearlyPlansRead } from './plan-rights.ts'
import { IdeasPage } from './views/ideas-page.tsx'

/** The list of ideas: a producer's own, or those of the place that an officer looks after. */
export const ideaListRoutes = new Hono<Env>()

const onPage = 48
const inSheet = 20_000

ideaListRoutes.get('/plans', async (c) => {
  const { db, actor } = c.get('ctx')
  const { reach, ...asked } = askedOf(c)
  const after = c.req.query('after')
  const found = await listIdeas(
    db,
    { reach, ...asked },
    { after: isId(after ?? '') ? after : undefined, limit: onPage + 1 },
  )
  const ideas = found.slice(0, onPage)
  const href = (change: Record<string, string>, path = '/plans') => {
    const all = { state: asked.state ?? '', year: asked.year ? String(asked.year) : '', ...change }
    return `${path}?${new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''))}`
  }
  return render(
    c,
    <IdeasPage
      {...{ ideas, ...asked, href }}
      counts={await countIdeas(db, { reach, year: asked.year })}
      years={await yearsOfIdeas(db, reach)}
      as={reach.producerIds.length > 0 ? 'producer' : 'officer'}
      mayWrite={reach.producerIds.length > 0 || unitPathsOf(actor, 'commune_officer').length > 0}
      readsYear={yearlyPlansRead(actor).length > 0}
      next={found.length > onPage ? ideas.at(-1)?.id : undefined}
      isFirst={!after}
    />,
  )
})

ideaListRoutes.get('/plans/ideas.xlsx', async (c) => {
  const { db, now } = c.get('ctx')
  const { t } = c.get('view')
  const ideas = await listIdeas(db, askedOf(c), { limit: inSheet })
  return sheetAnswer(c, `${t('plans:idea.excel_name')}-${dayOf(now)}`, await ideaSheet(ideas, t))
})

/** What the address asks for, as far as the actor sees any of it. */
function askedOf(c: Context<Env>) {
  const reach = plansSeenBy(c.get('ctx').actor)
  if (!seesAnyPlan(reach)) throw new Refusal('forbidden', 'plans.for_officers')
  const state = ideaStates.find((one): one is IdeaState => one === c.req.query('state'))
  const year = Number(/^20\d\d$/.exec(c.req.query('year') ?? '')?.[0]) || undefined
  return { reach, state, year }
}
