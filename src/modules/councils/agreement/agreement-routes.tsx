import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { readAgreement } from './read-agreement.ts'
import { AgreementPage } from './views/agreement-page.tsx'
import './text.ts'

/** How far the members of a session agree. */
export const agreementRoutes = new Hono<Env>()

agreementRoutes.get('/sessions/:id/agreement', async (c) =>
  render(c, <AgreementPage {...(await readAgreement(c.get('ctx'), c.req.param('id')))} />),
)
