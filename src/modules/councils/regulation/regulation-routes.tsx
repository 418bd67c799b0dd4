import { Hono } from 'hono'
import { uploaded } from '#modules/producers/index.ts'
import { isDay } from '#platform/dates.ts'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { showCouncil } from '../council-routes.tsx'
import { enterCouncil } from '../enter-council.ts'
import { typedDecision } from '../seats/typed-change.ts'
import { recordRegulation } from './record-regulation.ts'

/** The regulation of a council: by which decision it was issued, and its signed file. */
export const regulationRoutes = new Hono<Env>()

regulationRoutes.post('/councils/:id/regulation', async (c) => {
  const form = await c.req.formData()
  const { reason: _, ...regulation } = typedDecision(form)
  const upload = await uploaded(form.get('file'))
  const councilId = c.req.param('id')
  const work = async () => {
    if (!isDay(regulation.decidedOn)) throw new Refusal('invalid', 'seats.decision_incomplete')
    await recordRegulation(c.get('ctx'), c.get('files'), { councilId, regulation, upload })
  }
  const refusal = await formRefusal(work())
  if (refusal) {
    const { message, status } = formWords(refusal, c.get('view').t)
    return showCouncil(c, { message, regulation }, status)
  }
  sayNext(c, 'success', 'councils:done.regulation')
  return c.redirect(`/councils/${councilId}`, 303)
})

regulationRoutes.get('/councils/:id/regulation', async (c) => {
  const ctx = c.get('ctx')
  const { council } = await enterCouncil(ctx, c.req.param('id'))
  if (!council.regulationFileId) throw new Refusal('not_found', 'councils.no_regulation_file')
  const file = await openStoredFile(ctx.db, c.get('files'), council.regulationFileId)
  return c.body(Uint8Array.from(file.bytes), 200, fileHeaders(file, 'inline'))
})
