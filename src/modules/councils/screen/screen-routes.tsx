import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { atOf, dossierPath, takeDossierStep } from '../dossier-step.tsx'
import { takeSessionStep } from '../session-routes.tsx'
import { textOf } from '../typed-council.ts'
import { callDossier } from './call-dossier.ts'
import { enterScreen, readScreen } from './read-screen.ts'
import { showResults } from './show-results.ts'
import { ScreenPage } from './views/screen-page.tsx'
import './text.ts'

/** The screen in the room, and what it is told to show. */
export const screenRoutes = new Hono<Env>()

screenRoutes.get('/sessions/:id/screen', async (c) => {
  const ctx = c.get('ctx')
  const { room, stamp } = await enterScreen(ctx, c.req.param('id'))
  const tag = `W/"${stamp}-${ctx.actor.id}-${c.get('view').locale}"`
  c.header('etag', tag)
  c.header('cache-control', 'private, no-cache')
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  return render(c, <ScreenPage {...(await readScreen(ctx, room))} />)
})

screenRoutes.post('/sessions/:id/screen', async (c: Context<Env, '/sessions/:id/screen'>) => {
  const sessionId = c.req.param('id')
  const showsResults = textOf(await c.req.formData(), 'showsResults') === 'yes'
  const show = () => showResults(c.get('ctx'), { sessionId, showsResults })
  return takeSessionStep(c, show, showsResults ? 'screen:done.shown' : 'screen:done.hidden')
})

screenRoutes.post(`${dossierPath}/call`, (c) =>
  takeDossierStep(c, () => callDossier(c.get('ctx'), atOf(c)), {
    form: 'call',
    typed: '',
    done: 'screen:done.called',
  }),
)
