import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { formRefusal } from '#platform/refusal.ts'
import { showRoom } from '../dossier-step.tsx'
import { textOf } from '../typed-council.ts'
import { writeOpinion } from './write-opinion.ts'

/** What those who advise the council write of a dossier. */
export const opinionRoutes = new Hono<Env>()

opinionRoutes.post('/sessions/:sessionId/dossiers/:dossierId/opinions', async (c) => {
  const { sessionId, dossierId } = c.req.param()
  const words = textOf(await c.req.formData(), 'words')
  const refusal = await formRefusal(writeOpinion(c.get('ctx'), { sessionId, dossierId, words }))
  if (refusal) {
    const { message, status } = formWords(refusal, c.get('view').t)
    return showRoom(c, { form: 'opinions', typed: words, message }, status)
  }
  sayNext(c, 'success', 'councils:done.opinion')
  return c.redirect(`/sessions/${sessionId}/dossiers/${dossierId}`, 303)
})
