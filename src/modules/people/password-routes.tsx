import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal } from '#platform/refusal.ts'
import type { PeopleParts } from './people-parts.ts'
import { callerOf, formOf, sentenceOf, waitWords } from './request-routes.ts'
import { askPasswordReset, isResetLink, resetPassword } from './reset-password.ts'
import { ForgotPasswordPage, LetterSentPage } from './views/forgot-password-page.tsx'
import { ResetPasswordPage } from './views/reset-password-page.tsx'

/** A password that was forgotten. */
export function passwordRoutes({ auth }: PeopleParts): Hono<Env> {
  const routes = new Hono<Env>()
  const { baseUrl } = auth

  routes.get('/forgot-password', (c) => render(c, <ForgotPasswordPage email="" />))

  routes.post('/forgot-password', async (c) => {
    const { email } = await formOf(c, 'email')
    const seconds = await askPasswordReset(c.get('ctx'), { email, caller: callerOf(c), baseUrl })
    if (seconds === 0) return render(c, <LetterSentPage email={email} />)
    c.header('retry-after', String(seconds))
    const fault = c.get('view').t('people:sign_in.wait', { wait: waitWords(c, seconds) })
    return render(c, <ForgotPasswordPage email={email} fault={fault} />, 429)
  })

  routes.get('/reset-password', async (c) => {
    const token = c.req.query('token') ?? ''
    const good = await isResetLink(c.get('ctx'), token)
    return render(c, <ResetPasswordPage token={good ? token : null} />, good ? 200 : 404)
  })

  routes.post('/reset-password', async (c) => {
    const { token, password } = await formOf(c, 'token', 'password')
    const refusal = await formRefusal(resetPassword(c.get('ctx'), { token, password, baseUrl }))
    if (refusal?.code === 'people.reset_link_over') return render(c, <ResetPasswordPage token={null} />, 409)
    if (refusal) return render(c, <ResetPasswordPage token={token} fault={sentenceOf(c, refusal)} />, 422)
    sayNext(c, 'success', 'people:done.password_reset')
    return c.redirect('/sign-in', 303)
  })

  return routes
}
