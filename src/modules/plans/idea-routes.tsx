import { type Context, Hono } from 'hono'
import { namesOf, producerIdsOf, unitPathsOf } from '#modules/people/index.ts'
import { findProducer, listProducers, readVersion } from '#modules/producers/index.ts'
import { listProducts } from '#modules/products/index.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { type AnswerFaults, answerIdea } from './answer-idea.ts'
import { formRefusal } from './form-refusal.ts'
import { getIdea } from './get-idea.ts'
import { type IdeaFaults, type TypedIdea, typedIdea } from './idea-form.ts'
import { isOpenIdea } from './idea-states.ts'
import type { Idea } from './idea-store.ts'
import { answersFor, plansSeenBy, writesIdeasAs, writesPlan } from './plan-rights.ts'
import { findPlan } from './plan-store.ts'
import { sendIdea } from './send-idea.ts'
import type { ReturnedAnswer } from './views/answer-form.tsx'
import { ChooseProducerPage } from './views/choose-producer-page.tsx'
import { IdeaFormPage } from './views/idea-form-page.tsx'
import { IdeaPage } from './views/idea-page.tsx'
import { addIdea, changeIdea, mayWriteIn, removeIdea } from './write-idea.ts'

/** Ideas for products, step 2 of the yearly cycle: written, sent, answered. */
export const ideaRoutes = new Hono<Env>()

ideaRoutes.get('/plans/ideas/new', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const asked = c.req.query('producer')
  const own = producerIdsOf(actor)
  const producerId = asked ?? (own.length === 1 ? own[0] : undefined)
  const typed = typedIdea({
    producerId,
    productId: c.req.query('product'),
    expectedYear: String(yearOf(dayOf(now)) + 1),
  })
  if (producerId) return ideaForm(c, { typed, faults: {} })
  const paths = unitPathsOf(actor, 'commune_officer')
  if (own.length + paths.length === 0) throw new Refusal('forbidden', 'plans.for_commune')
  const producers = await listProducers(db, { reach: { paths, ids: own } }, { limit: 1000 })
  return render(c, <ChooseProducerPage producers={producers} />)
})

ideaRoutes.post('/plans/ideas', async (c) => {
  const typed = typedIdea(await c.req.parseBody())
  const adding = addIdea(c.get('ctx'), { typed })
  const refusal = await refusalOf(adding, 'invalid')
  if (refusal) return ideaForm(c, { typed, faults: refusal.facts.faults as IdeaFaults })
  sayNext(c, 'success', 'plans:done.idea_added')
  return c.redirect(`/plans/ideas/${(await adding).id}`, 303)
})

ideaRoutes.get('/plans/ideas/:id', (c) => ideaPage(c))

ideaRoutes.get('/plans/ideas/:id/edit', async (c) => {
  const idea = await ideaToEdit(c)
  const stored = { ...idea, ...numbersAsTyped(idea) }
  return ideaForm(c, { typed: typedIdea(stored), faults: {}, idea })
})

ideaRoutes.post('/plans/ideas/:id', async (c) => {
  const body = await c.req.parseBody()
  const typed = typedIdea(body)
  const ideaId = c.req.param('id')
  const version = readVersion(body)
  const refusal = await formRefusal(changeIdea(c.get('ctx'), { ideaId, version, typed }))
  if (!refusal) {
    sayNext(c, 'success', 'plans:done.idea_changed')
    return c.redirect(`/plans/ideas/${ideaId}`, 303)
  }
  const idea = await ideaToEdit(c)
  const isStale = refusal.code === 'plans.changed_meanwhile'
  const faults = (refusal.facts.faults as IdeaFaults | undefined) ?? {}
  const opened = isStale ? idea : { ...idea, version }
  return ideaForm(c, { typed, faults, idea: opened, isStale })
})

ideaRoutes.post('/plans/ideas/:id/submission', async (c) => {
  const ideaId = c.req.param('id')
  const refusal = await refusalOf(sendIdea(c.get('ctx'), { ideaId }), 'invalid')
  if (refusal) {
    const idea = await ideaToEdit(c)
    const typed = typedIdea({ ...idea, ...numbersAsTyped(idea) })
    return ideaForm(c, { typed, faults: refusal.facts.faults as IdeaFaults, idea })
  }
  sayNext(c, 'success', 'plans:done.idea_sent')
  return c.redirect(`/plans/ideas/${ideaId}`, 303)
})

ideaRoutes.post('/plans/ideas/:id/removal', async (c) => {
  await removeIdea(c.get('ctx'), { ideaId: c.req.param('id') })
  sayNext(c, 'success', 'plans:done.idea_removed')
  return c.redirect('/plans', 303)
})

ideaRoutes.post('/plans/ideas/:id/answer', async (c) => {
  const ideaId = c.req.param('id')
  const { answer = '', words = '', plannedYear = '' } = (await c.req.parseBody()) as Record<string, string>
  const typed = { answer, words: words.trim().normalize('NFC'), plannedYear: plannedYear.trim() }
  const refusal = await refusalOf(answerIdea(c.get('ctx'), { ideaId, typed }), 'invalid')
  if (refusal) return ideaPage(c, { typed, faults: refusal.facts.faults as AnswerFaults })
  sayNext(c, 'success', 'plans:done.idea_answered')
  return c.redirect(`/plans/ideas/${ideaId}`, 303)
})

async function ideaPage(c: Context<Env>, returned?: ReturnedAnswer): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const idea = await getIdea(c.get('ctx'), c.req.param('id') ?? '')
  const mayAnswer = idea.state === 'sent' && answersFor(actor, idea.unitPath)
  const plan = idea.planId ? await findPlan(db, idea.planId, plansSeenBy(actor)) : undefined
  const names = await namesOf(db, [idea.decidedBy])
  return render(
    c,
    <IdeaPage
      {...{ idea, mayAnswer, returned }}
      decidedBy={names.get(idea.decidedBy ?? '')}
      mayWrite={isOpenIdea(idea.state) && mayWriteIn(actor, idea)}
      mayPlan={idea.state === 'accepted' && !idea.planId && writesPlan(actor, idea)}
      seesPlan={plan !== undefined}
    />,
    returned ? 422 : 200,
  )
}

/** @throws Refusal as writing in it does */
async function ideaToEdit(c: Context<Env>): Promise<Idea> {
  const idea = await getIdea(c.get('ctx'), c.req.param('id') ?? '')
  if (!mayWriteIn(c.get('ctx').actor, idea)) throw new Refusal('forbidden', 'plans.idea_not_yours')
  if (!isOpenIdea(idea.state)) throw new Refusal('conflict', 'plans.idea_closed')
  return idea
}

function numbersAsTyped({ productSetNo, expectedStars, expectedYear }: Idea) {
  return {
    productSetNo: productSetNo === null ? '' : String(productSetNo),
    expectedStars: expectedStars === null ? '' : String(expectedStars),
    expectedYear: String(expectedYear),
  }
}

interface IdeaForm {
  typed: TypedIdea
  faults: IdeaFaults
  idea?: Idea
  isStale?: boolean
}

async function ideaForm(c: Context<Env>, { typed, faults, idea, isStale }: IdeaForm): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const producerId = idea?.producerId ?? typed.producerId
  const producer = isId(producerId) ? await findProducer(db, producerId) : undefined
  if (!producer || !writesIdeasAs(actor, { producerId: producer.id, unitPath: producer.unitPath }))
    throw new Refusal('not_found', 'plans.producer_unknown')
  const products = await listProducts(db, { reach: { paths: [], ids: [producer.id] } }, { limit: 500 })
  const message = isStale ? c.get('view').t('plans:stale') : undefined
  const status = isStale ? 409 : Object.keys(faults).length > 0 ? 422 : 200
  return render(c, <IdeaFormPage {...{ producer, products, typed, faults, idea, message }} />, status)
}
