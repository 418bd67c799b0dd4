import { Hono } from 'hono'
import { findProductBySlug, type Product, productGroups } from '#modules/products/index.ts'
import {
  answerPage,
  isInForce,
  pictureHref,
  type RecognisedProductRow,
  recognitionStatus,
} from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { pageText } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { listProductsOf, listRecognitionsOf } from './catalogue-store.ts'
import type { CatalogueTables } from './catalogue-tables.ts'
import { findPublicProducer } from './home-store.ts'
import { productJsonLd } from './product-json-ld.ts'
import { shownProduct, starOf } from './shown-product.ts'
import { ProducerPage } from './views/producer-page.tsx'
import { type ProductFacts, ProductPage } from './views/product-page.tsx'
import './text.ts'

/** The pages of one product and of one producer. */
export const productRoutes = new Hono<Env>()

productRoutes.get('/san-pham/:slug', async (c) => {
  const ctx: Ctx<CatalogueTables> = c.get('ctx')
  const { t, locale } = c.get('view')
  const product = await findProductBySlug(ctx.db, c.req.param('slug'))
  const rows = product ? await listRecognitionsOf(ctx.db, product.id) : []
  const [shown] = rows
  if (!product || !shown) throw new Refusal('not_found', 'catalogue.no_such_product')
  return answerPage(c, async () => {
    const day = dayOf(ctx.now)
    const origin = c.get('origin')
    const others = await listProductsOf(ctx.db, shown.producerId, 7)
    const group = productGroups().find(({ code }) => code === shown.groupCode)
    const description = t('catalogue:product.description', {
      name: shown.productName,
      producer: shown.producerName,
      count: shown.stars,
    })
    return pageText(
      c,
      <ProductPage
        {...{ description, origin }}
        product={productFacts(product, shown, day)}
        star={starOf(shown, day, t)}
        group={group && { code: group.code, name: locale === 'vi' ? group.nameVi : group.nameEn }}
        history={rows.map((row) => ({ ...row, status: recognitionStatus(row, day) }))}
        others={others
          .filter(({ productId }) => productId !== product.id)
          .map((row) => shownProduct(row, day, t))}
        jsonLd={productJsonLd({ row: shown, description: product.story ?? description, origin, day })}
      />,
    )
  })
})

productRoutes.get('/chu-the/:id', async (c) => {
  const ctx: Ctx<CatalogueTables> = c.get('ctx')
  const { t } = c.get('view')
  const id = c.req.param('id')
  const producer = isId(id) ? await findPublicProducer(ctx.db, id) : undefined
  if (!producer) throw new Refusal('not_found', 'catalogue.no_such_producer')
  return answerPage(c, async () => {
    const day = dayOf(ctx.now)
    const rows = await listProductsOf(ctx.db, id, 200)
    const place = rows[0]?.todayUnitName ?? ''
    const products = rows.map((row) => shownProduct(row, day, t))
    return pageText(c, <ProducerPage {...{ producer, place, products }} origin={c.get('origin')} />)
  })
})

function productFacts(product: Product, row: RecognisedProductRow, day: Day): ProductFacts {
  const status = recognitionStatus(row, day)
  const moved = row.todayUnitId !== null && row.todayUnitId !== row.unitId
  return {
    ...{ slug: product.slug, name: product.name, specification: product.specification, isDemo: row.isDemo },
    story: product.story,
    picture: pictureHref(row, 960),
    producer: { id: row.producerId, name: row.producerName, kind: row.producerKind },
    place: row.todayUnitName ?? row.unitName ?? '',
    placeBefore: moved ? row.unitName : null,
    code: row.code,
    status,
    shareLeft: isInForce(status) ? daysBetween(day, row.expiresOn) / (3 * 365.25) : 0,
    daysLeft: daysBetween(day, row.expiresOn),
  }
}
