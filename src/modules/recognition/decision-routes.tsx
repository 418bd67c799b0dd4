import { type Context, Hono } from 'hono'
import { unitPathsOf } from '#modules/people/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { certificateBadge } from './certificate-badge.ts'
import { consequencesAt } from './consequences-at.ts'
import { decideRecognition } from './decide-recognition.ts'
import type { DecisionFaults } from './decision-faults.ts'
import { suggestedDecision, typedDecision } from './decision-form.ts'
import { decisionReaders, mayDecide, mayRecordForCentre, maySee, provinceOf } from './decision-level.ts'
import { findDecision, listApproved, listDecisions } from './decision-store.ts'
import { declineRecognition } from './decline-recognition.ts'
import { orderReassessment } from './order-reassessment.ts'
import { listDecided } from './recognised-product-store.ts'
import { sendToCentre } from './send-to-centre.ts'
import { DecisionPage } from './views/decision-page.tsx'
import { DecisionsPage, type ReturnedForm } from './views/decisions-page.tsx'
import type { WaitingItem } from './views/waiting-cells.tsx'
import { listWaiting, type WaitingRow } from './waiting-store.ts'
import './text.ts'
import { inSentence } from '#platform/text/in-sentence.ts'

/** What waits for a decision, and the decisions that were signed. */
export const decisionRoutes = new Hono<Env>()

decisionRoutes.get('/decisions', async (c) => showDecisions(c))

decisionRoutes.post('/decisions', async (c) => {
  askForLeader(c)
  const form = await c.req.formData()
  const dossierIds = form.getAll('dossier').map(String)
  const typed = typedDecision(form)
  const { done, returned } = await attempt(c, { form: 'recognise', typed, chosen: dossierIds }, () =>
    decideRecognition(c.get('ctx'), { dossierIds, decision: typed }),
  )
  if (!done) return showDecisions(c, returned)
  sayNext(c, 'success', 'recognition:done.recognised', { count: done.certificates.length })
  return c.redirect(`/decisions/${done.decisionId}`, 303)
})

decisionRoutes.post('/decisions/approvals', async (c) => {
  askForLeader(c)
  const form = await c.req.formData()
  const dossierIds = form.getAll('dossier').map(String)
  const typed = typedDecision(form)
  const { done, returned } = await attempt(c, { form: 'send', typed, chosen: dossierIds }, () =>
    sendToCentre(c.get('ctx'), { dossierIds, decision: typed }),
  )
  if (!done) return showDecisions(c, returned)
  sayNext(c, 'success', 'recognition:done.sent', { count: dossierIds.length })
  return c.redirect(`/decisions/${done.decisionId}`, 303)
})

/** Those who read the page but sign nothing are told so before their form is looked at. */
function askForLeader(c: Context<Env>): void {
  if (unitPathsOf(c.get('ctx').actor, 'leader').length > 0) return
  throw new Refusal('forbidden', 'recognition.not_the_leader')
}

decisionRoutes.post('/dossiers/:id/non-recognition', async (c) => {
  await declineRecognition(c.get('ctx'), { dossierId: c.req.param('id') })
  sayNext(c, 'success', 'recognition:done.declined')
  return c.redirect('/decisions', 303)
})

decisionRoutes.post('/dossiers/:id/reassessment', async (c) => {
  await orderReassessment(c.get('ctx'), { dossierId: c.req.param('id') })
  sayNext(c, 'success', 'recognition:done.reassessed')
  return c.redirect('/decisions', 303)
})

decisionRoutes.get('/decisions/:id', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const id = c.req.param('id')
  const decision = isId(id) ? await findDecision(db, id) : undefined
  if (!decision || !maySee(actor, decision.unitPath))
    throw new Refusal('not_found', 'recognition.decision_unknown')
  const { t } = c.get('view')
  const day = dayOf(now)
  const products = (await listDecided(db, id, day)).map((row) => ({
    certificateId: row.certificateId,
    certificateNumber: row.certificateNumber,
    code: row.code,
    productName: row.productName,
    producerName: row.producerName,
    star: certificateBadge(row, day, t),
  }))
  return render(
    c,
    <DecisionPage decision={decision} products={products} approved={await listApproved(db, id)} />,
  )
})

type Attempt = Omit<ReturnedForm, 'faults' | 'message'>

/** Runs the operation of a form. What it refuses about the form comes back with everything typed. */
async function attempt<Done>(
  c: Context<Env>,
  typed: Attempt,
  work: () => Promise<Done>,
): Promise<{ done: Done; returned?: undefined } | { done?: undefined; returned: ReturnedForm }> {
  try {
    return { done: await work() }
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    const message = refusalWords(thrown, c.get('view').t)
    const faults = (thrown.facts.faults ?? {}) as DecisionFaults
    return { returned: { ...typed, faults, message } }
  }
}

async function showDecisions(c: Context<Env>, returned?: ReturnedForm): Promise<Response> {
  const { db, actor, now } = c.get('ctx')
  const unitPaths = unitPathsOf(actor, decisionReaders)
  if (unitPaths.length === 0) throw new Refusal('forbidden', 'recognition.for_officials')
  const rows = await listWaiting(db, unitPaths)
  const issuer = unitPaths.find((path) => mayDecide(actor, path))
  const unit = issuer ? await findUnit(db, issuer.split('/').at(-1) ?? '') : undefined
  const { t } = c.get('view')
  const post = unit ? t('recognition:post_of', { unit: inSentence(unit.name) }) : ''
  const suggested = suggestedDecision({ now, name: actor.name, post })
  const props = { ...groupsOf(rows, c), signed: await listDecisions(db, unitPaths, 20), suggested, returned }
  return render(c, <DecisionsPage {...props} />, returned ? 422 : 200)
}

/** The rows by what the law lets follow; one that may be recognised or sent stands in both. */
function groupsOf(rows: readonly WaitingRow[], c: Context<Env>) {
  const { actor } = c.get('ctx')
  const all = rows.map((row) => {
    const steps = consequencesAt(row).map(({ step }) => step)
    const atCentre = row.state === 'sent_to_centre'
    const item: WaitingItem = {
      ...row,
      byCentre: row.state === 'returned_by_centre',
      maySendInstead: steps[0] === 'recognise' && steps.includes('send'),
      mayDecide: atCentre ? mayRecordForCentre(actor) : mayDecide(actor, provinceOf(row.unitPath)),
    }
    return { item, steps, atCentre }
  })
  const having = (step: (typeof all)[number]['steps'][number]) =>
    all.filter(({ steps }) => steps.includes(step)).map(({ item }) => item)
  return {
    recognise: having('recognise'),
    send: having('send'),
    decline: having('decline'),
    reassess: having('reassess'),
    atCentre: all.filter(({ atCentre }) => atCentre).map(({ item }) => item),
  }
}
