import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { ComponentsPage } from './components-page.tsx'

/** Every component in all its states, for those who build pages: `?theme=tea` or `tea-dark`. */
export const componentRoutes = new Hono<Env>().get('/components', (c) => {
  const theme = c.req.query('theme') === 'tea-dark' ? 'tea-dark' : 'tea'
  return render(c, <ComponentsPage theme={theme} />)
})
