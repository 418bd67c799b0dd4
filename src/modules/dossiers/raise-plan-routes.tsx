import { type Context, Hono } from 'hono'
import { planFor, planSheet, readPreference, readTarget, type ToldPlan } from '#modules/guidance/index.ts'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { type DossierFile, readDossierFile } from './read-dossier-file.ts'
import { selfLaw } from './self-standing.ts'
import { RaisePlanPage } from './views/raise-plan-page.tsx'
import './text.ts'

/** What the self-assessment lacks for a rank, and how to get there: for whoever may read the dossier. */
export const raisePlanRoutes = new Hono<Env>()

raisePlanRoutes.get('/dossiers/:id/raise-plan', async (c) => {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id'))
  return render(c, <RaisePlanPage file={file} told={await toldPlan(c, file)} />)
})

raisePlanRoutes.get('/dossiers/:id/raise-plan.xlsx', async (c) => {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id'))
  const bytes = await planSheet(await toldPlan(c, file), c.get('view'))
  const name = `${c.get('view').t('guidance:plan.excel_name')}-${file.dossier.code}.xlsx`
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': contentDisposition(name, 'attachment'),
    'cache-control': 'private, no-store',
  })
})

/** By the figures and the policies of the province that the dossier belongs to. */
function toldPlan(c: Context<Env>, { dossier, set, self }: DossierFile): Promise<ToldPlan> {
  const { db, now } = c.get('ctx')
  return planFor(db, {
    law: selfLaw(set, dossier.regimeId),
    answers: self.answers,
    stars: readTarget(c.req.query('stars')),
    prefer: readPreference(c.req.query('prefer')),
    unitId: dossier.unitPath.split('/')[1] ?? '',
    day: dayOf(now),
  })
}
