import { type Context, Hono } from 'hono'
import { getProducerToChange, listProducers, producersSeenBy } from '#modules/producers/index.ts'
import { listUnitGroups } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { refusalOf } from '#platform/refusal.ts'
import { addProduct } from './add-product.ts'
import { type ProductFaults, type TypedProduct, typedProduct } from './product-form.ts'
import { ChooseProducerPage } from './views/choose-producer-page.tsx'
import { ProductFormPage } from './views/product-form-page.tsx'

/** Adding a product: whose it is, then what it is. */
export const newProductRoutes = new Hono<Env>()

newProductRoutes.get('/products/new', async (c) => {
  const ctx = c.get('ctx')
  const reach = producersSeenBy(ctx.actor)
  const only = reach.paths.length === 0 && reach.ids.length === 1 ? reach.ids[0] : undefined
  const producerId = c.req.query('producer') ?? only
  if (producerId) return formPage(c, producerId, typedProduct({}))
  const search = (c.req.query('search') ?? '').trim().slice(0, 200)
  const producers = await listProducers(ctx.db, { reach, search: search || undefined }, { limit: 30 })
  return render(c, <ChooseProducerPage {...{ search, producers }} />)
})

newProductRoutes.post('/products/new', async (c) => {
  const producerId = c.req.query('producer') ?? ''
  const typed = typedProduct(await c.req.parseBody())
  const adding = addProduct(c.get('ctx'), { producerId, typed })
  const refusal = await refusalOf(adding, 'invalid')
  if (refusal) return formPage(c, producerId, typed, refusal.facts.faults as ProductFaults)
  sayNext(c, 'success', 'products:done.added')
  return c.redirect(`/products/${(await adding).id}`, 303)
})

async function formPage(c: Context<Env>, producerId: string, typed: TypedProduct, faults?: ProductFaults) {
  const ctx = c.get('ctx')
  const producer = await getProducerToChange(ctx, producerId)
  const groups = await listUnitGroups(ctx.db, producer.unitPath.split('/').slice(0, 2).join('/'))
  const form = { producer, typed, groups, faults: faults ?? {} }
  return render(c, <ProductFormPage {...form} />, faults ? 422 : 200)
}
