import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { atOf, dossierPath, takeDossierStep } from '../dossier-step.tsx'
import { textOf } from '../typed-council.ts'
import { endRound } from './end-round.ts'
import { openSheetsToMembers } from './open-sheets-to-members.ts'
import './text.ts'

/** The end of a round, and the opening of its sheets. */
export const discussionRoutes = new Hono<Env>()

discussionRoutes.post(`${dossierPath}/round-end`, (c) =>
  takeDossierStep(c, () => endRound(c.get('ctx'), atOf(c)), {
    form: 'round-end',
    typed: '',
    done: 'discussion:done.ended',
  }),
)

discussionRoutes.post(`${dossierPath}/openings`, async (c) => {
  const audience = textOf(await c.req.formData(), 'audience')
  const open = () => openSheetsToMembers(c.get('ctx'), { ...atOf(c), audience })
  return takeDossierStep(c, open, { form: 'openings', typed: '', done: 'discussion:done.opened' })
})
