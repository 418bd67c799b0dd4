import { type Context, Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { refusalOf } from '#platform/refusal.ts'
import { getOwnPack } from '../get-pack.ts'
import { readPack } from '../read-packs.ts'
import { ShareFormPage } from '../views/share-form-page.tsx'
import { suggestedShare, type TypedShare } from './share-form.ts'
import { endShare, sharePack } from './share-pack.ts'

/** A link to a pack: made by its producer, who is told first who will read what, and ended. */
export const shareRoutes = new Hono<Env>()

shareRoutes.get('/buyer-packs/:id/share', (c) =>
  show(c, { typed: suggestedShare(dayOf(c.get('ctx').now)), faults: {} }),
)

shareRoutes.post('/buyer-packs/:id/share', async (c) => {
  const packId = c.req.param('id')
  const form = await c.req.formData()
  const typed = {
    endsOn: String(form.get('endsOn') ?? '').trim(),
    understood: String(form.get('understood') ?? ''),
  }
  const refusal = await refusalOf(sharePack(c.get('ctx'), { packId, typed }), 'invalid')
  if (refusal) return show(c, { typed, faults: refusal.facts.faults as Returned['faults'] }, 422)
  sayNext(c, 'success', 'buyer-packs:done.shared')
  return c.redirect(`/buyer-packs/${packId}#share`, 303)
})

shareRoutes.post('/buyer-packs/:id/share/end', async (c) => {
  const packId = c.req.param('id')
  await endShare(c.get('ctx'), { packId })
  sayNext(c, 'success', 'buyer-packs:done.share_ended')
  return c.redirect(`/buyer-packs/${packId}#share`, 303)
})

interface Returned {
  typed: TypedShare
  faults: Partial<Record<keyof TypedShare, string>>
}

async function show(c: Context<Env>, returned: Returned, status: 200 | 422 = 200): Promise<Response> {
  const ctx = c.get('ctx')
  const today = await readPack(ctx, await getOwnPack(ctx, c.req.param('id') ?? ''))
  return render(c, <ShareFormPage today={today} {...returned} />, status)
}
