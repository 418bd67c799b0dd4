import { Hono } from 'hono'
import { productGroups } from '#modules/products/index.ts'
import { answerPage } from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { pageText } from '#platform/http/render.tsx'
import type { Translate } from '#platform/text/translator.ts'
import { catalogueHref } from './catalogue-query.ts'
import { listCatalogue, listRecognitions } from './catalogue-store.ts'
import type { CatalogueTables } from './catalogue-tables.ts'
import { countStars, listNewest, listPlaces, listStories, listUsedGroups } from './home-store.ts'
import { shownProduct } from './shown-product.ts'
import { HomePage, type ShownPlace } from './views/home-page.tsx'
import './text.ts'

/** The first page. */
export const homeRoutes = new Hono<Env>()

homeRoutes.get('/', (c) => {
  const ctx: Ctx<CatalogueTables> = c.get('ctx')
  const { t, locale } = c.get('view')
  return answerPage(c, async () => {
    const { db } = ctx
    const day = dayOf(ctx.now)
    const used = new Set(await listUsedGroups(db))
    const newest = await listRecognitions(db, await listNewest(db, day, 8))
    const groups = productGroups()
      .filter(({ code }) => used.has(code))
      .map(({ code, nameVi, nameEn }) => ({
        href: catalogueHref({ groupCode: code }),
        label: locale === 'vi' ? nameVi : nameEn,
      }))
    return pageText(
      c,
      <HomePage
        origin={c.get('origin')}
        groups={groups}
        stars={await countStars(db, day)}
        newest={newest.map((row) => shownProduct(row, day, t))}
        places={await shownPlaces(ctx, day, t)}
        stories={await shownStories(ctx, day, t)}
      />,
    )
  })
})

/** The six communes with most products, each with two of them. */
async function shownPlaces({ db }: Ctx<CatalogueTables>, day: Day, t: Translate): Promise<ShownPlace[]> {
  const places = (await listPlaces(db)).filter(({ level }) => level === 'commune')
  const most = places.sort((one, other) => other.products - one.products).slice(0, 6)
  const shown: ShownPlace[] = []
  for (const { id, name, products } of most) {
    const { entries } = await listCatalogue(db, { unitId: id }, { day, limit: 2 })
    const rows = await listRecognitions(
      db,
      entries.map(({ recognitionId }) => recognitionId),
    )
    const [first] = rows.map((row) => shownProduct(row, day, t))
    const names = rows.map(({ productName }) => productName).join(', ')
    shown.push({ href: catalogueHref({ unitId: id }), name, products, names, picture: first?.picture })
  }
  return shown
}

async function shownStories({ db }: Ctx<CatalogueTables>, day: Day, t: Translate) {
  const told = await listStories(db, day, 3)
  const rows = await listRecognitions(
    db,
    told.map(({ recognitionId }) => recognitionId),
  )
  return rows.map((row) => {
    const story = told.find(({ recognitionId }) => recognitionId === row.recognitionId)?.story ?? ''
    return { ...shownProduct(row, day, t), beginning: beginningOf(story) }
  })
}

/** The first sentences, about as much as one reads in passing. */
function beginningOf(story: string): string {
  if (story.length <= 160) return story
  return `${story.slice(0, 160).replace(/\s+\S*$/, '')}…`
}
