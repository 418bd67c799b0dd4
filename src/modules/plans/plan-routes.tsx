import { type Context, Hono } from 'hono'
import { findDossier, findDossierOfPlan, mayRead } from '#modules/dossiers/index.ts'
import { namesOf, producerIdsOf } from '#modules/people/index.ts'
import { readVersion } from '#modules/producers/index.ts'
import { findProduct } from '#modules/products/index.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { formRefusal } from './form-refusal.ts'
import { getIdea } from './get-idea.ts'
import { getPlan } from './get-plan.ts'
import { openDossierOfPlan } from './open-dossier-of-plan.ts'
import { type PlanFaults, planContent } from './plan-content.ts'
import { answersFor, plansSeenBy, seesAnyPlan, writesPlan, yearlyPlansRead } from './plan-rights.ts'
import { countWaitingPlans, listPlans, listRemarks } from './plan-store.ts'
import { remarkOnPlan } from './remark-on-plan.ts'
import { PlanFormPage, type PlanFormPageProps } from './views/plan-form-page.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { PlansPage } from './views/plans-page.tsx'
import type { ReturnedRemark } from './views/remarks-panel.tsx'
import { addPlan, savePlan, sendPlan } from './write-plan.ts'

/** Business plans, step 3 of the yearly cycle: written, sent, remarked on, made into a dossier. */
export const planRoutes = new Hono<Env>()

const onPage = 48

planRoutes.get('/plans/business', async (c) => {
  const { db, actor } = c.get('ctx')
  const reach = plansSeenBy(actor)
  if (!seesAnyPlan(reach)) throw new Refusal('forbidden', 'plans.for_officers')
  const after = c.req.query('after') ?? ''
  const waiting = c.req.query('waiting') === '1'
  const page = { after: isId(after) ? after : undefined, limit: onPage + 1 }
  const found = await listPlans(db, { reach, waiting }, page)
  const plans = found.slice(0, onPage)
  const list = `/plans/business${waiting ? '?waiting=1' : ''}`
  return render(
    c,
    <PlansPage
      plans={plans}
      as={reach.producerIds.length > 0 ? 'producer' : 'officer'}
      readsYear={yearlyPlansRead(actor).length > 0}
      waiting={waiting}
      waitingCount={await countWaitingPlans(db, reach)}
      nextHref={found.length > onPage ? `${list}${waiting ? '&' : '?'}after=${plans.at(-1)?.id}` : undefined}
      firstHref={after ? list : undefined}
    />,
  )
})

planRoutes.get('/plans/business/new', async (c) => {
  const { actor, now } = c.get('ctx')
  const ideaId = c.req.query('idea')
  const idea = ideaId ? await getIdea(c.get('ctx'), ideaId) : undefined
  if (idea && !writesPlan(actor, idea)) throw new Refusal('forbidden', 'plans.plan_not_yours')
  if (idea?.planId) return c.redirect(`/plans/business/${idea.planId}`, 303)
  if (idea && idea.state !== 'accepted') throw new Refusal('conflict', 'plans.idea_not_accepted')
  const [producerId] = idea ? [idea.producerId] : producerIdsOf(actor)
  if (!producerId) throw new Refusal('forbidden', 'plans.plan_not_yours')
  const product = idea?.productId ? await findProduct(c.get('ctx').db, idea.productId) : undefined
  const typed = planContent({
    name: idea?.name,
    productSetNo: idea?.productSetNo ? String(idea.productSetNo) : '',
    specification: product?.specification,
    materialArea: idea?.material,
    market: idea?.market,
    firstYear: String(idea?.plannedYear ?? yearOf(dayOf(now)) + 1),
  })
  return render(c, <PlanFormPage {...{ typed, idea, producerId }} faults={{}} />)
})

planRoutes.post('/plans/business', async (c) => {
  const body = await c.req.parseBody()
  const { ideaId = '', producerId = '' } = body as Record<string, string>
  const typed = planContent(body)
  const adding = addPlan(c.get('ctx'), { producerId, ideaId: ideaId || undefined, content: typed })
  const refusal = await refusalOf(adding, 'invalid')
  if (refusal) {
    const idea = ideaId ? await getIdea(c.get('ctx'), ideaId) : undefined
    const faults = refusal.facts.faults as PlanFaults
    return render(c, <PlanFormPage {...{ typed, faults, idea, producerId }} />, 422)
  }
  sayNext(c, 'success', 'plans:done.plan_saved')
  return c.redirect(`/plans/business/${(await adding).id}`, 303)
})

planRoutes.get('/plans/business/:id', (c) => planPage(c))

planRoutes.get('/plans/business/:id/edit', async (c) => {
  const plan = await planToEdit(c)
  return render(c, <PlanFormPage plan={plan} typed={plan.content} faults={{}} />)
})

planRoutes.post('/plans/business/:id', async (c) => {
  const body = await c.req.parseBody()
  const planId = c.req.param('id')
  const version = readVersion(body)
  const content = planContent(body)
  const refusal = await formRefusal(savePlan(c.get('ctx'), { planId, version, content }))
  if (!refusal) {
    sayNext(c, 'success', 'plans:done.plan_saved')
    return c.redirect(`/plans/business/${planId}`, 303)
  }
  const plan = await planToEdit(c)
  const isStale = refusal.code === 'plans.changed_meanwhile'
  const form: PlanFormPageProps = {
    plan: isStale ? plan : { ...plan, version },
    typed: content,
    faults: (refusal.facts.faults as PlanFaults | undefined) ?? {},
    message: isStale ? c.get('view').t('plans:stale') : undefined,
  }
  return render(c, <PlanFormPage {...form} />, isStale ? 409 : 422)
})

planRoutes.post('/plans/business/:id/submission', async (c) => {
  const planId = c.req.param('id')
  await sendPlan(c.get('ctx'), { planId })
  sayNext(c, 'success', 'plans:done.plan_sent')
  return c.redirect(`/plans/business/${planId}`, 303)
})

planRoutes.post('/plans/business/:id/remarks', async (c) => {
  const planId = c.req.param('id')
  const { words = '', looked } = (await c.req.parseBody()) as Record<string, string | undefined>
  const remark = { words, looked: looked !== undefined }
  const refusal = await refusalOf(remarkOnPlan(c.get('ctx'), { planId, ...remark }), 'invalid')
  if (refusal) {
    const { words: fault = '' } = refusal.facts.faults as Record<string, string>
    return planPage(c, { returned: { ...remark, fault } })
  }
  sayNext(c, 'success', 'plans:done.remarked')
  return c.redirect(`/plans/business/${planId}`, 303)
})

planRoutes.post('/plans/business/:id/dossier', async (c) => {
  const opening = openDossierOfPlan(c.get('ctx'), { planId: c.req.param('id') })
  const refusal = await refusalOf(opening, 'conflict')
  if (refusal) {
    const message = refusalWords(refusal, c.get('view').t)
    return planPage(c, { message })
  }
  const { id, code, isNew } = await opening
  if (isNew) sayNext(c, 'success', 'plans:done.dossier', { code })
  return c.redirect(`/dossiers/${id}`, 303)
})

async function planToEdit(c: Context<Env>) {
  const plan = await getPlan(c.get('ctx'), c.req.param('id') ?? '')
  if (!writesPlan(c.get('ctx').actor, plan)) throw new Refusal('forbidden', 'plans.plan_not_yours')
  return plan
}

interface Returned {
  returned?: ReturnedRemark
  message?: string
}

async function planPage(c: Context<Env>, { returned, message }: Returned = {}): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const plan = await getPlan(c.get('ctx'), c.req.param('id') ?? '')
  const remarks = await listRemarks(db, plan.id)
  const made = await findDossierOfPlan(db, plan.id)
  const dossier = made && (await findDossier(db, made.id))
  const names = await namesOf(
    db,
    remarks.map(({ writtenBy }) => writtenBy),
  )
  return render(
    c,
    <PlanPage
      {...{ plan, remarks, names, dossier, returned, message }}
      seesDossier={dossier !== undefined && mayRead(actor, dossier)}
      isOwn={writesPlan(actor, plan)}
      mayRemark={plan.sentAt !== null && answersFor(actor, plan.unitPath)}
    />,
    message ? 409 : returned ? 422 : 200,
  )
}
