import { Hono } from 'hono'
import { productGroups } from '#modules/products/index.ts'
import { answerPage } from '#modules/recognition/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { pageText, render } from '#platform/http/render.tsx'
import type { Translate } from '#platform/text/translator.ts'
import { type CatalogueFilter, catalogueHref, readCatalogueQuery } from './catalogue-query.ts'
import { listCatalogue, listCurrent, listRecognitions } from './catalogue-store.ts'
import type { CatalogueTables } from './catalogue-tables.ts'
import { listPlaces } from './home-store.ts'
import { shownProduct } from './shown-product.ts'
import { CataloguePage } from './views/catalogue-page.tsx'
import './text.ts'

/** How many cards a page holds: whole rows of two and of four. */
const cards = 24

/** The list of recognised products. */
export const catalogueRoutes = new Hono<Env>()

catalogueRoutes.get('/san-pham', async (c) => {
  const { filter, after } = readCatalogueQuery((name) => c.req.query(name))
  const ctx: Ctx<CatalogueTables> = c.get('ctx')
  const { t, locale } = c.get('view')
  const page = async () => {
    const day = dayOf(ctx.now)
    const found = await listCatalogue(ctx.db, filter, { day, after, limit: cards })
    const products = await shownOf(ctx, {
      ids: found.entries.map(({ recognitionId }) => recognitionId),
      day,
      t,
    })
    const groups = productGroups().map(({ code, nameVi, nameEn }) => ({
      value: code,
      label: locale === 'vi' ? nameVi : nameEn,
    }))
    return (
      <CataloguePage
        {...{ filter, groups, products, isFirst: after === undefined }}
        total={found.total}
        onlyAlike={found.onlyAlike}
        places={await placeOptions(ctx, filter)}
        nextHref={found.next && catalogueHref(filter, found.next)}
        canonical={c.get('origin') + catalogueHref(filter)}
      />
    )
  }
  // What people type is endless: keeping it would only push out the pages that many ask for.
  return filter.search === undefined
    ? answerPage(c, async () => pageText(c, await page()))
    : render(c, await page())
})

/** Products with the star that they show today; where another recognition was asked for, it is told beside. */
async function shownOf(
  { db }: Ctx<CatalogueTables>,
  { ids, day, t }: { ids: readonly string[]; day: Day; t: Translate },
) {
  const asked = await listRecognitions(db, ids)
  const past = asked.filter(({ isCurrent }) => !isCurrent)
  const today = await listCurrent(
    db,
    past.map(({ productId }) => productId),
  )
  return asked.map((row) => {
    const current = today.get(row.productId)
    if (!current) return shownProduct(row, day, t)
    const more = t('catalogue:list.that_year', { year: row.year, count: row.stars })
    return { ...shownProduct(current, day, t), more }
  })
}

/** The places with products; and the one that is asked for, where it is of the map of before. */
async function placeOptions({ db }: Ctx<CatalogueTables>, { unitId }: CatalogueFilter) {
  const places = await listPlaces(db)
  const options = places.map(({ id, name }) => ({ value: id, label: name }))
  const asked =
    unitId !== undefined && !places.some(({ id }) => id === unitId) && (await findUnit(db, unitId))
  return asked ? [...options, { value: asked.id, label: asked.name }] : options
}
