import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { findLookUpCode } from './look-up-store.ts'
import { readDossierDesk } from './read-dossier-desk.ts'
import { readDossierFile, readHistory } from './read-dossier-file.ts'
import { DossierPage } from './views/dossier-page.tsx'
import './rounds/text.ts'
import './text.ts'

/** A dossier at a glance, for everybody who may read it. */
export const dossierRoutes = new Hono<Env>()

dossierRoutes.get('/dossiers/:id', async (c) => {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id'))
  const history = await readHistory(c.get('ctx'), file.dossier)
  const desk = await readDossierDesk(c.get('ctx'), file.dossier)
  const lookUpCode = (await findLookUpCode(c.get('ctx').db, file.dossier.id)) ?? null
  return render(c, <DossierPage {...{ file, history, desk, lookUpCode }} />)
})
