import { Hono } from 'hono'
import { z } from 'zod'
import { namesOf } from '#modules/people/index.ts'
import { sheetAnswer, signedInOnly } from '#modules/producers/index.ts'
import { findUnits } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { appraisalPathsOf, appraises, isOpen, samplePathsOf } from '../appraisal-rights.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { AppraisalsPage } from '../views/appraisals-page.tsx'
import {
  type AppraisalQuery,
  appraisalTabs,
  countAppraisals,
  type ListedAppraisal,
  listAppraisals,
} from './appraisal-list-store.ts'
import { appraisalSheet } from './appraisal-sheet.ts'
import '../text.ts'

/** The list of dossiers that are appraised, on the screen and as a sheet. */
export const appraisalListRoutes = new Hono<Env>()

const inSheet = 50_000

/** What the address asks for; what it does not understand it leaves out. */
const Asked = z.object({
  tab: z.enum(appraisalTabs).catch('to_write').default('to_write'),
  q: z.string().trim().max(100).catch('').default(''),
  after: z.string().refine(isId).optional().catch(undefined),
})

appraisalListRoutes.use('/appraisals', signedInOnly)
appraisalListRoutes.use('/appraisals.xlsx', signedInOnly)

appraisalListRoutes.get('/appraisals', async (c) => {
  const ctx = c.get('ctx')
  const { tab, q, after } = Asked.parse(c.req.query())
  const query = queryOf(ctx, q)
  const { rows, next } = await listAppraisals(ctx.db, query, { tab, after })
  const counts = await countAppraisals(ctx.db, query)
  const href = (change: Record<string, string>, path = '/appraisals') =>
    `${path}?${new URLSearchParams(Object.entries({ tab, q, ...change }).filter(([, value]) => value !== ''))}`
  return render(
    c,
    <AppraisalsPage
      tab={tab}
      tabs={appraisalTabs.map((key) => ({ key, href: href({ tab: key }), count: counts[key] }))}
      search={q}
      lines={await withNames(ctx, rows)}
      today={query.today}
      sheetHref={href({}, '/appraisals.xlsx')}
      nextHref={next ? href({ after: next }) : undefined}
      firstHref={after ? href({}) : undefined}
      readsSamples={samplePathsOf(ctx.actor).length > 0}
    />,
  )
})

appraisalListRoutes.get('/appraisals.xlsx', async (c) => {
  const ctx = c.get('ctx')
  const { tab, q } = Asked.parse(c.req.query())
  const query = queryOf(ctx, q)
  const { rows } = await listAppraisals(ctx.db, query, { tab, limit: inSheet })
  const bytes = await appraisalSheet(await withNames(ctx, rows), c.get('view').t)
  return sheetAnswer(c, `tham-dinh-${query.today}`, bytes)
})

function queryOf({ actor, now }: Ctx<AppraisalTables>, search: string): AppraisalQuery {
  const paths = appraisalPathsOf(actor)
  if (paths.length === 0) throw new Refusal('forbidden', 'appraisal.for_the_province')
  return { paths, search, today: dayOf(now) }
}

async function withNames({ db, actor }: Ctx<AppraisalTables>, rows: readonly ListedAppraisal[]) {
  const names = await namesOf(
    db,
    rows.map(({ startedBy }) => startedBy),
  )
  const units = await findUnits(
    db as never,
    rows.map(({ unitPath }) => unitPath.split('/').at(-1) ?? ''),
  )
  return rows.map((row) => ({
    ...row,
    place: units.get(row.unitPath.split('/').at(-1) ?? '')?.name ?? row.unitPath,
    writer: names.get(row.startedBy ?? '') ?? null,
    mayWrite: !row.signedAt && isOpen(row) && appraises(actor, row),
  }))
}
