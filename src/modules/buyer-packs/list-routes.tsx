import { Hono } from 'hono'
import { producerIdsOf } from '#modules/people/index.ts'
import { getProducer, isOwn, signedInOnly } from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { typedPack } from './pack-form.ts'
import { getProducerToOffer } from './pack-rights.ts'
import { listPacks } from './pack-store.ts'
import { readPackChoice, suggestedPack } from './read-form.ts'
import { readPacks } from './read-packs.ts'
import { isOpen } from './share/is-open.ts'
import { listShares } from './share/share-store.ts'
import { showPackForm } from './show-form.tsx'
import { PackFormPage } from './views/pack-form-page.tsx'
import { PacksPage } from './views/packs-page.tsx'
import { addPack } from './write-pack.ts'

/** The packs of a producer, and a new one. */
export const listRoutes = new Hono<Env>()

/** The producer's own packs; who acts for several chooses among them. */
listRoutes.get('/buyer-packs', signedInOnly, (c) => {
  const [first, ...others] = producerIdsOf(c.get('ctx').actor)
  if (!first) throw new Refusal('forbidden', 'buyer-packs.for_producers')
  return c.redirect(others.length > 0 ? '/producers' : `/producers/${first}/buyer-packs`, 303)
})

const ofProducer = '/producers/:id/buyer-packs'

listRoutes.get(ofProducer, signedInOnly, async (c) => {
  const ctx = c.get('ctx')
  const producer = await getProducer(ctx, c.req.param('id'))
  const packs = await readPacks(ctx, await listPacks(ctx.db, [producer.id]))
  const shares = await listShares(
    ctx.db,
    packs.map(({ pack }) => pack.id),
  )
  const day = dayOf(ctx.now)
  const listed = packs.map((today) => ({
    today,
    share: shares.find((share) => share.packId === today.pack.id && isOpen(share, day)),
  }))
  return render(c, <PacksPage producer={producer} packs={listed} mayWrite={isOwn(ctx.actor, producer)} />)
})

listRoutes.get(`${ofProducer}/new`, signedInOnly, async (c) => {
  const ctx = c.get('ctx')
  const choice = await readPackChoice(ctx, c.req.param('id'))
  const typed = suggestedPack(choice, c.req.query('product'))
  return render(c, <PackFormPage {...choice} typed={typed} faults={{}} />)
})

listRoutes.post(ofProducer, signedInOnly, async (c) => {
  const ctx = c.get('ctx')
  const producer = await getProducerToOffer(ctx, c.req.param('id'))
  const typed = typedPack(await c.req.formData())
  const adding = addPack(ctx, { producerId: producer.id, typed })
  const refusal = await refusalOf(adding, 'invalid')
  if (refusal) return showPackForm(c, { producerId: producer.id, typed, refusal })
  sayNext(c, 'success', 'buyer-packs:done.added')
  return c.redirect(`/buyer-packs/${(await adding).id}`, 303)
})
