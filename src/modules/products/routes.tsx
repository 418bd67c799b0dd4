import { type Context, Hono } from 'hono'
import {
  isOfficer,
  isOwn,
  mayChange,
  ProducerPage,
  producersSeenBy,
  readAfter,
  readProducerPage,
  readVersion,
  sheetAnswer,
  signedInOnly,
} from '#modules/producers/index.ts'
import { findUnit, listUnitGroups, provincePathOf } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { changeProduct } from './change-product.ts'
import { getProduct, getProductToChange, mayChangeProduct } from './get-product.ts'
import { allProducts, listProductPage } from './list-product-page.ts'
import { newProductRoutes } from './new-product-routes.tsx'
import { pictureRoutes } from './picture-routes.tsx'
import { producerOf } from './producer-of.ts'
import { type ProductFaults, typedFromProduct, typedProduct } from './product-form.ts'
import { readProductQuery } from './product-query.ts'
import { productSheet } from './product-sheet.ts'
import { ProducerProducts } from './views/producer-products.tsx'
import { ProductFormPage } from './views/product-form-page.tsx'
import { ProductPage } from './views/product-page.tsx'
import { ProductsPage } from './views/products-page.tsx'
import './text.ts'

/** Products, their pictures, and the page of a producer, which shows them. */
export const routes = new Hono<Env>()

routes.use('/products', signedInOnly)
routes.use('/products/*', signedInOnly)
routes.use('/products.xlsx', signedInOnly)

routes.get('/products', async (c) => {
  const ctx = c.get('ctx')
  const { paths } = producersSeenBy(ctx.actor)
  const query = readProductQuery(c.req.query())
  const asked = readAfter(c.req.query())
  const producer = query.producer ? (await readProducerPage(ctx, query.producer)).producer : undefined
  const { lines, next } = await listProductPage(ctx, query, { after: asked, limit: 48 })
  const page = {
    ...{ query, lines, next },
    isFirst: !asked,
    own: paths.length === 0,
    groups: await listUnitGroups(ctx.db, provincePathOf(ctx.actor)),
    mayAdd: producer ? mayChange(ctx.actor, producer) : mayAddSomewhere(c),
    producerName: producer?.name,
  }
  return render(c, <ProductsPage {...page} />)
})

routes.get('/products.xlsx', async (c) => {
  const ctx = c.get('ctx')
  const { t } = c.get('view')
  const bytes = await productSheet(allProducts(ctx, readProductQuery(c.req.query())), t)
  return sheetAnswer(c, `${t('products:excel_name')}-${dayOf(ctx.now)}`, bytes)
})

routes.route('/', newProductRoutes)

routes.get('/products/:id', async (c) => productPage(c, c.req.param('id')))

routes.get('/products/:id/edit', async (c) => {
  const ctx = c.get('ctx')
  const product = await getProductToChange(ctx, c.req.param('id'))
  const producer = await producerOf(ctx, product)
  const groups = await listUnitGroups(ctx.db, provinceOf(product.unitPath))
  const typed = typedFromProduct(product, producer)
  return render(c, <ProductFormPage {...{ product, producer, typed, groups }} faults={{}} />)
})

routes.post('/products/:id/edit', async (c) => {
  const ctx = c.get('ctx')
  const productId = c.req.param('id')
  const body = await c.req.parseBody()
  const typed = typedProduct(body)
  const refusal = await formRefusal(changeProduct(ctx, { productId, version: readVersion(body), typed }))
  if (!refusal) {
    sayNext(c, 'success', 'products:done.changed')
    return c.redirect(`/products/${productId}`, 303)
  }
  const product = await getProduct(ctx, productId)
  const producer = await producerOf(ctx, product)
  const isStale = refusal.code === 'products.changed_meanwhile'
  const form = {
    // A form with faults still starts from where it started; a stale one, once both were seen, from what is stored.
    product: isStale ? product : { ...product, version: readVersion(body) },
    ...{ producer, typed },
    faults: (refusal.facts.faults as ProductFaults | undefined) ?? {},
    groups: await listUnitGroups(ctx.db, provinceOf(product.unitPath)),
    stored: isStale ? typedFromProduct(product, producer) : undefined,
  }
  return render(c, <ProductFormPage {...form} />, isStale ? 409 : 422)
})

routes.get('/producers/:id', signedInOnly, async (c) => {
  const ctx = c.get('ctx')
  const producerId = c.req.param('id')
  const facts = await readProducerPage(ctx, producerId)
  const query = readProductQuery({ producer: producerId })
  const { lines, next } = await listProductPage(ctx, query, { after: undefined, limit: 20 })
  const products = lines.map(({ product }) => product)
  return render(
    c,
    <ProducerPage {...facts}>
      <ProducerProducts {...{ producerId, products }} more={next !== null} mayAdd={facts.changeable} />
    </ProducerPage>,
  )
})

routes.route('/', pictureRoutes(productPage))

/** The page of the product; with a fault of its picture it is the form handed back. */
async function productPage(c: Context<Env>, id: string, pictureFault?: string): Promise<Response> {
  const ctx = c.get('ctx')
  const product = await getProduct(ctx, id)
  const producer = await producerOf(ctx, product)
  const unitName = (await findUnit(ctx.db, product.unitId))?.name
  const changeable = mayChangeProduct(ctx.actor, product)
  return render(
    c,
    <ProductPage
      {...{ product, producer, unitName, changeable, pictureFault }}
      isOwn={isOwn(ctx.actor, producer)}
    />,
    pictureFault ? 422 : 200,
  )
}

/** The refusal that belongs into the form, or null when the work is done. Any other passes through. */
async function formRefusal(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work
    return null
  } catch (thrown) {
    const codes = ['products.faulty', 'products.changed_meanwhile']
    if (thrown instanceof Refusal && codes.includes(thrown.code)) return thrown
    throw thrown
  }
}

function mayAddSomewhere(c: Context<Env>): boolean {
  const { actor } = c.get('ctx')
  return producersSeenBy(actor).ids.length > 0 || isOfficer(actor)
}

function provinceOf(unitPath: string): string {
  return unitPath.split('/').slice(0, 2).join('/')
}
