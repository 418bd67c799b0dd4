import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal } from '#platform/refusal.ts'
import { labelDossiers } from '../dossier-labels.ts'
import { listAgenda, listRecusals } from '../session-store.ts'
import { textOf, typedAgenda } from '../typed-council.ts'
import { arrangeAgenda, enterToArrange, proposedAgenda } from './arrange-agenda.ts'
import { loadOf } from './capacity.ts'
import { ArrangePage } from './views/arrange-page.tsx'

/** The order of a planned session's agenda. */
export const arrangeRoutes = new Hono<Env>()

const page = '/sessions/:id/agenda'
type AtAgenda = Context<Env, typeof page>

arrangeRoutes.get(page, async (c) => show(c))

arrangeRoutes.post(page, async (c) => {
  const ctx = c.get('ctx')
  const sessionId = c.req.param('id')
  const form = await c.req.formData()
  const { dossierIds, order } = typedAgenda(form)
  const arrange = async () => {
    const wanted = textOf(form, 'do') === 'propose' ? await proposedAgenda(ctx, sessionId) : dossierIds
    await arrangeAgenda(ctx, { sessionId, dossierIds: wanted })
  }
  const refusal = await formRefusal(arrange())
  if (refusal) {
    const { message, status } = formWords(refusal, c.get('view').t)
    return show(c, { order, message }, status)
  }
  sayNext(c, 'success', 'councils:done.arranged')
  return c.redirect(`/sessions/${sessionId}/agenda`, 303)
})

async function show(
  c: AtAgenda,
  returned: { order?: Readonly<Record<string, string>>; message?: string } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx')
  const { session, council } = await enterToArrange(ctx, c.req.param('id'))
  const agenda = await listAgenda(ctx.db, session.id)
  const labels = await labelDossiers(
    ctx.db,
    agenda.map(({ dossierId }) => dossierId),
  )
  const recusals = await listRecusals(ctx.db, session.id)
  const lines = agenda.map(({ dossierId, position }) => {
    const recused = recusals.filter((one) => one.dossierId === dossierId).length
    return { dossierId, position, label: labels.get(dossierId), recused }
  })
  const { dailyCapacity } = council.rules
  const load = loadOf(session, { products: agenda.length, dailyCapacity })
  const { id, name } = session
  return render(
    c,
    <ArrangePage session={{ id, name }} {...{ lines, load, dailyCapacity }} {...returned} />,
    status,
  )
}
