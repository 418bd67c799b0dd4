import { Hono } from 'hono'
import { ratingSums, ratingsToShow } from '#modules/consultants/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import type { CatalogueTables } from './catalogue-tables.ts'
import { listPublicConsultants, listResults } from './consultant-list-store.ts'
import { ConsultantListPage } from './views/consultant-list-page.tsx'
import './text.ts'

/** The public list of registered consultants, with what came of their advice. */
export const consultantRoutes = new Hono<Env>()

consultantRoutes.get('/tu-van', async (c) => {
  const { db, now }: Ctx<CatalogueTables> = c.get('ctx')
  const search = c.req.query('q')?.trim().slice(0, 100) ?? ''
  const field = c.req.query('field') ?? ''
  const found = await listPublicConsultants(db, { search, field, today: dayOf(now) })
  const results = await listResults(db)
  const ratings = await ratingSums(db)
  const consultants = found.map((one) => {
    const rating = ratings.get(one.id)
    return {
      ...one,
      results: results.get(one.id) ?? [],
      rating: rating && rating.count >= ratingsToShow ? rating : null,
    }
  })
  const canonical = `${c.get('origin')}/tu-van`
  return render(c, <ConsultantListPage {...{ consultants, search, field, canonical }} />)
})
