import { Hono } from 'hono'
import { sendPhoto } from '#modules/appraisal/index.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { readAppraisal, readAppraisalPhoto } from './read-appraisal.ts'
import { AppraisalPage } from './views/appraisal-page.tsx'
import './text.ts'

/** The advisory team's report on a dossier, as members read it beside the evidence. */
export const appraisalRoutes = new Hono<Env>()

const appraisal = '/sessions/:sessionId/dossiers/:dossierId/appraisal'

appraisalRoutes.get(appraisal, async (c) => {
  const { room, label, report } = await readAppraisal(c.get('ctx'), c.req.param())
  const { id, name } = room.session
  return render(
    c,
    <AppraisalPage
      session={{ id, name }}
      title={label?.product ?? ''}
      {...{ report }}
      scores={room.seat?.scores ?? false}
    />,
  )
})

appraisalRoutes.get(`${appraisal}/photos/:photoId`, async (c) => {
  const { fileId } = await readAppraisalPhoto(c.get('ctx'), c.req.param())
  return sendPhoto(c, fileId)
})
