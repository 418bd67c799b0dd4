import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { atOf, dossierPath, readForm, takeDossierStep } from '../dossier-step.tsx'
import { textOf } from '../typed-council.ts'
import { castVote } from './cast-vote.ts'
import { closeVote } from './close-vote.ts'
import { openVote } from './open-vote.ts'
import './text.ts'

/** The vote on a knock-out: opened by the chair, cast by members in the room, closed by the chair. */
export const voteRoutes = new Hono<Env>()

const knockOut = `${dossierPath}/knock-outs/:knockOutId` as const

voteRoutes.post(`${knockOut}/vote`, (c) => {
  const open = () => openVote(c.get('ctx'), { ...atOf(c), knockOutId: c.req.param('knockOutId') })
  return takeDossierStep(c, open, { form: 'vote', typed: '', done: 'votes:done.opened' })
})

voteRoutes.post(`${knockOut}/votes`, async (c) => {
  const { at, form, reason } = await readForm(c)
  const vote = { knockOutId: c.req.param('knockOutId'), choice: textOf(form, 'choice'), reason }
  const cast = () => castVote(c.get('ctx'), { ...at, ...vote })
  return takeDossierStep(c, cast, { form: 'votes', typed: reason, done: 'votes:done.cast' })
})

voteRoutes.post(`${knockOut}/decision`, async (c) => {
  const { at, reason } = await readForm(c)
  const close = () => closeVote(c.get('ctx'), { ...at, knockOutId: c.req.param('knockOutId'), reason })
  return takeDossierStep(c, close, { form: 'decision', typed: reason, done: 'votes:done.closed' })
})
