import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { type Refusal, refusalOf } from '#platform/refusal.ts'
import { prepareCriteriaSet } from './prepare-criteria-set.ts'
import { publishCriteriaSet } from './publish-criteria-set.ts'
import { listCriteriaSetDrafts, readCriteriaSetDraft } from './read-criteria-set-drafts.ts'
import { CriteriaSetReportPage } from './views/criteria-set-report-page.tsx'
import { CriteriaSetsAdminPage } from './views/criteria-sets-admin-page.tsx'

const PublicationForm = z.object({
  digest: z.string().default(''),
  anomaly: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
})

/** Where administrators prepare and publish the law; auditors look. */
export const adminRoutes = new Hono<Env>()

adminRoutes.get('/admin/criteria-sets', async (c) => {
  return render(c, <CriteriaSetsAdminPage sets={await listCriteriaSetDrafts(c.get('ctx'))} />)
})

adminRoutes.get('/admin/criteria-sets/:id', (c) => report(c, c.req.param('id')))

adminRoutes.post('/admin/criteria-sets/:id/draft', async (c) => {
  const id = c.req.param('id')
  await prepareCriteriaSet(c.get('ctx'), { id })
  sayNext(c, 'success', 'regulation:done.prepared')
  return c.redirect(`/admin/criteria-sets/${id}`, 303)
})

adminRoutes.post('/admin/criteria-sets/:id/publication', async (c) => {
  const id = c.req.param('id')
  const { digest, anomaly: accepted } = PublicationForm.parse(await c.req.parseBody({ all: true }))
  const refusal = await refusalOf(publishCriteriaSet(c.get('ctx'), { id, digest, accepted }), 'invalid')
  if (refusal) return report(c, id, { accepted, refusal })
  sayNext(c, 'success', 'regulation:done.published')
  return c.redirect(`/admin/criteria-sets/${id}`, 303)
})

async function report(c: Context<Env>, id: string, faulty?: { accepted: string[]; refusal: Refusal }) {
  const draft = await readCriteriaSetDraft(c.get('ctx'), { id })
  const fault =
    faulty && c.get('view').t(`regulation:refusal.${faulty.refusal.code.split('.')[1]}`, faulty.refusal.facts)
  return render(
    c,
    <CriteriaSetReportPage {...draft} accepted={faulty?.accepted ?? []} fault={fault} />,
    faulty ? 422 : 200,
  )
}
