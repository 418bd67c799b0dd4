import { type Context, Hono } from 'hono'
import { producerIdsOf, unitPathsOf } from '#modules/people/index.ts'
import { signedInOnly } from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { registersRead } from './consultant-rights.ts'
import { drawMandate } from './draw-mandate.ts'
import { endMandate, refuseMandate } from './end-mandate.ts'
import { ownConsultant } from './get-consultant.ts'
import { getMandate } from './get-mandate.ts'
import { mandateFaults, typedMandate } from './mandate-form.ts'
import { mayBeRated } from './mandate-standing.ts'
import { findRating, listMandates } from './mandate-store.ts'
import { proposeMandate } from './propose-mandate.ts'
import { rateMandate } from './rate-mandate.ts'
import { readMandateForm, sideToPropose } from './read-mandate-form.ts'
import { signMandate } from './sign-mandate.ts'
import { MandateFormPage } from './views/mandate-form-page.tsx'
import { MandatePage, type ReturnedMandate } from './views/mandate-page.tsx'
import { MandatesPage } from './views/mandates-page.tsx'
import './text.ts'

/** Mandates between producers and consultants: the list, proposing, signing, refusing, ending, rating, the paper. */
export const mandateRoutes = new Hono<Env>()

mandateRoutes.use('/mandates', signedInOnly)
mandateRoutes.use('/mandates/*', signedInOnly)

mandateRoutes.get('/mandates', async (c) => {
  const ctx = c.get('ctx')
  const own = await ownConsultant(ctx)
  const producerIds = producerIdsOf(ctx.actor)
  const paths = [...registersRead(ctx.actor), ...unitPathsOf(ctx.actor, 'commune_officer')]
  const hasSide = ctx.actor.holdings.some(({ role }) => role === 'producer' || role === 'consultant')
  if (!hasSide && paths.length === 0) throw new Refusal('forbidden', 'consultants.not_a_side')
  const mandates = await listMandates(ctx.db, { consultantId: own?.id, producerIds, paths })
  const side = producerIds.length > 0 ? 'producer' : own ? 'consultant' : null
  const mayPropose = producerIds.length > 0 || own?.state === 'active'
  return render(c, <MandatesPage {...{ mandates, side, mayPropose }} consultant={own} />)
})

mandateRoutes.get('/mandates/new', async (c) => {
  const asked = { producerId: c.req.query('producer') ?? '', search: c.req.query('q')?.trim() ?? '' }
  const form = await readMandateForm(c.get('ctx'), asked)
  const typed = typedMandate({ fromOn: dayOf(c.get('ctx').now), reach: 'products' })
  return render(c, <MandateFormPage form={form} typed={typed} />)
})

mandateRoutes.post('/mandates', async (c) => {
  const ctx = c.get('ctx')
  const typed = typedMandate(await c.req.parseBody({ all: true }))
  // Who may propose nothing is told so before a form full of faults.
  const form = await readMandateForm(ctx, { producerId: typed.producerId, search: '' })
  const work = proposeMandate(ctx, { side: sideToPropose(ctx), typed })
  const refusal = await formRefusal(work)
  if (refusal) {
    const { status, faults, message } = formWords(refusal, c.get('view').t)
    const rest = mandateFaults(typed, dayOf(ctx.now))
    const { t } = c.get('view')
    const more = Object.fromEntries(
      Object.entries(rest).map(([field, fault]) => [field, t(`consultants:fault.${fault}`)]),
    )
    return render(
      c,
      <MandateFormPage {...{ form, typed, message }} faults={{ ...more, ...faults }} />,
      status,
    )
  }
  const { id, code } = await work
  sayNext(c, 'success', 'consultants:done.proposed', { code })
  return c.redirect(`/mandates/${id}`, 303)
})

mandateRoutes.get('/mandates/:id', (c) => show(c))

mandateRoutes.get('/mandates/:id/paper.pdf', async (c) => {
  const { bytes, code } = await drawMandate(c.get('ctx'), { mandateId: c.req.param('id') })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition(`thoa-thuan-tu-van-${code}.pdf`, 'inline'),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
})

mandateRoutes.post('/mandates/:id/signature', async (c) => {
  const mandateId = c.req.param('id')
  const { digest = '', signature = '' } = (await c.req.parseBody()) as Record<string, string>
  const signing = signMandate(c.get('ctx'), { mandateId, digest, signature })
  return answer(c, await formRefusal(signing), { part: 'sign', typed: signature, done: 'signed' })
})

mandateRoutes.post('/mandates/:id/refusal', async (c) => {
  const mandateId = c.req.param('id')
  const { reason = '' } = (await c.req.parseBody()) as Record<string, string>
  const refusing = refuseMandate(c.get('ctx'), { mandateId, reason })
  return answer(c, await formRefusal(refusing), { part: 'refuse', typed: reason, done: 'refused' })
})

mandateRoutes.post('/mandates/:id/end', async (c) => {
  const mandateId = c.req.param('id')
  const { reason = '' } = (await c.req.parseBody()) as Record<string, string>
  const ending = endMandate(c.get('ctx'), { mandateId, reason })
  return answer(c, await formRefusal(ending), { part: 'end', typed: reason, done: 'ended' })
})

mandateRoutes.post('/mandates/:id/rating', async (c) => {
  const form = (await c.req.parseBody()) as Record<string, string>
  const { words = '' } = form
  const typed = {
    knowledge: Number(form.knowledge),
    diligence: Number(form.diligence),
    guidance: Number(form.guidance),
    words,
  }
  const rating = rateMandate(c.get('ctx'), { mandateId: c.req.param('id'), typed })
  return answer(c, await formRefusal(rating), { part: 'rate', typed: words, rating: form, done: 'rated' })
})

interface Step extends Omit<ReturnedMandate, 'faults' | 'message'> {
  done: string
}

async function answer(c: Context<Env>, refusal: Refusal | null, step: Step): Promise<Response> {
  if (!refusal) {
    sayNext(c, 'success', `consultants:done.${step.done}`)
    return c.redirect(`/mandates/${c.req.param('id')}`, 303)
  }
  const { status, faults, message } = formWords(refusal, c.get('view').t)
  return show(c, { ...step, faults, message }, status)
}

async function show(c: Context<Env>, returned?: ReturnedMandate, status: 200 | 409 | 422 = 200) {
  const ctx = c.get('ctx')
  const { mandate, side } = await getMandate(ctx, c.req.param('id') ?? '')
  const rating = await findRating(ctx.db, mandate.id)
  const mayRate = side === 'producer' && !rating && mayBeRated(mandate, dayOf(ctx.now))
  return render(c, <MandatePage {...{ mandate, side, rating, mayRate, returned }} />, status)
}
