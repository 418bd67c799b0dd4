import { Hono } from 'hono'
import { findProducer, sheetAnswer } from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { paperPdf, paperWord } from '#platform/paper/draw-paper.ts'
import { Refusal } from '#platform/refusal.ts'
import { getPlan } from './get-plan.ts'
import { planListSheet } from './plan-list-sheet.ts'
import { planPaper } from './plan-paper.ts'
import { plansSeenBy, seesAnyPlan } from './plan-rights.ts'
import { planSheet } from './plan-sheet.ts'
import { listPlans } from './plan-store.ts'

/** Business plans to take along: the list and the figures as Excel, the plan as PDF and Word. */
export const planFileRoutes = new Hono<Env>()

const inSheet = 5_000

planFileRoutes.get('/plans/business.xlsx', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const reach = plansSeenBy(actor)
  if (!seesAnyPlan(reach)) throw new Refusal('forbidden', 'plans.for_officers')
  const { t } = c.get('view')
  const plans = await listPlans(db, { reach, waiting: c.req.query('waiting') === '1' }, { limit: inSheet })
  return sheetAnswer(c, `${t('plans:plan.list_name')}-${dayOf(now)}`, await planListSheet(plans, t))
})

planFileRoutes.get('/plans/business/:id/figures.xlsx', async (c) => {
  const plan = await getPlan(c.get('ctx'), c.req.param('id'))
  const { t } = c.get('view')
  return sheetAnswer(c, t('plans:plan.excel_name'), await planSheet(plan.content, t))
})

const writers = {
  'phuong-an.pdf': { write: paperPdf, type: 'application/pdf', shown: 'inline' },
  'phuong-an.docx': {
    write: paperWord,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shown: 'attachment',
  },
} as const

planFileRoutes.get('/plans/business/:id/paper/:file', async (c) => {
  const { db } = c.get('ctx')
  const file = c.req.param('file')
  if (file !== 'phuong-an.pdf' && file !== 'phuong-an.docx')
    throw new Refusal('not_found', 'plans.plan_unknown')
  const plan = await getPlan(c.get('ctx'), c.req.param('id'))
  const producer = await findProducer(db, plan.producerId)
  if (!producer) throw new Error(`plan ${plan.id} has no producer`)
  const { write, type, shown } = writers[file]
  const bytes = await write(planPaper(plan, producer))
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': contentDisposition(file, shown),
    'cache-control': 'private, no-store',
  })
})
