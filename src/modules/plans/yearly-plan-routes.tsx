import { type Context, Hono } from 'hono'
import { sheetAnswer } from '#modules/producers/index.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { yearsOfIdeas } from './idea-store.ts'
import { plansSeenBy, yearlyPlansRead } from './plan-rights.ts'
import { YearlyPlanPage } from './views/yearly-plan-page.tsx'
import { yearlyPlanSheet } from './yearly-plan-sheet.ts'
import { listYearlyPlan } from './yearly-plan-store.ts'

/** The yearly plan: which commune planned how many products, and what came of them. */
export const yearlyPlanRoutes = new Hono<Env>()

yearlyPlanRoutes.get('/plans/year', async (c) => {
  const { db, actor } = c.get('ctx')
  const { paths, year } = askedOf(c)
  const lines = await listYearlyPlan(db, { paths, year })
  const known = await yearsOfIdeas(db, plansSeenBy(actor))
  const years = [...new Set([...known, year, thisYear(c), thisYear(c) + 1])].sort((a, b) => b - a)
  return render(c, <YearlyPlanPage {...{ lines, year, years }} />)
})

yearlyPlanRoutes.get('/plans/year.xlsx', async (c) => {
  const { paths, year } = askedOf(c)
  const { t } = c.get('view')
  const lines = await listYearlyPlan(c.get('ctx').db, { paths, year })
  return sheetAnswer(c, `${t('plans:yearly.excel_name')}-${year}`, await yearlyPlanSheet(lines, { t, year }))
})

function askedOf(c: Context<Env>) {
  const paths = yearlyPlansRead(c.get('ctx').actor)
  if (paths.length === 0) throw new Refusal('forbidden', 'plans.for_officers')
  const year = Number(/^20\d\d$/.exec(c.req.query('year') ?? '')?.[0]) || thisYear(c)
  return { paths, year }
}

const thisYear = (c: Context<Env>) => yearOf(dayOf(c.get('ctx').now))
