import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'

const aYear = 365 * 24 * 60 * 60
const choices: Readonly<Record<string, readonly string[]>> = {
  language: ['vi', 'en'],
  theme: ['tea', 'tea-dark'],
}

/** Remembers a visitor's language or theme in a cookie of that name and leads back to where they were. */
export const preferenceRoutes = new Hono().post('/:choice{language|theme}', async (c) => {
  const choice = c.req.param('choice')
  const { to, back } = await c.req.parseBody()
  if (typeof to === 'string' && choices[choice]?.includes(to)) {
    setCookie(c, choice, to, { path: '/', maxAge: aYear, sameSite: 'Lax', httpOnly: true })
  }
  return c.redirect(ownPath(back), 303)
})

/** Only a path of this site: an address that leads elsewhere would make the site a stepping stone for deceit. */
export function ownPath(back: unknown): string {
  return typeof back === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : '/'
}
