import { type Context, Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { cookieOf } from './caller.ts'
import { localPath } from './local-path.ts'
import type { PeopleParts } from './people-parts.ts'
import { callerOf, formOf, setCookies, waitWords } from './request-routes.ts'
import { listDemoPeople } from './role-store.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { verifySecondFactor } from './verify-second-factor.ts'
import { SecondFactorPage } from './views/second-factor-page.tsx'
import { SignInPage } from './views/sign-in-page.tsx'

/** Where one works, unless one was on the way to somewhere else. */
const home = '/work'

/** Signing in with the password and the second factor, and out. */
export function signInRoutes(parts: PeopleParts): Hono<Env> {
  const { auth } = parts
  const routes = new Hono<Env>()

  routes.get('/sign-in', async (c) => {
    const back = localPath(c.req.query('back'), home)
    if (c.get('ctx').actor.id) return c.redirect(back, 303)
    return signInPage(c, parts, { back, email: '' })
  })

  routes.post('/sign-in', async (c) => {
    const form = await formOf(c, 'email', 'password', 'back')
    const { email, password } = form
    const back = localPath(form.back, home)
    const answer = await signIn(c.get('ctx'), auth, { email, password, caller: callerOf(c) })
    const { t } = c.get('view')
    if (answer.outcome === 'wait') {
      c.header('retry-after', String(answer.seconds))
      const fault = t('people:sign_in.wait', { wait: waitWords(c, answer.seconds) })
      return signInPage(c, parts, { back, email, fault }, 429)
    }
    if (answer.outcome === 'wrong')
      return signInPage(c, parts, { back, email, fault: t('people:sign_in.wrong') }, 422)
    if (answer.outcome === 'disabled')
      return signInPage(c, parts, { back, email, fault: t('people:sign_in.disabled') }, 403)
    setCookies(c, answer.cookies)
    if (answer.outcome === 'signed_in') return c.redirect(back, 303)
    return c.redirect(`/sign-in/two-factor?${new URLSearchParams({ back })}`, 303)
  })

  routes.get('/sign-in/two-factor', (c) => {
    const back = localPath(c.req.query('back'), home)
    if (!cookieOf(callerOf(c), auth.cookies.challenge)) return c.redirect('/sign-in', 303)
    return render(c, <SecondFactorPage back={back} />)
  })

  routes.post('/sign-in/two-factor', async (c) => {
    const form = await formOf(c, 'code', 'back')
    const back = localPath(form.back, home)
    const answer = await verifySecondFactor(c.get('ctx'), auth, { code: form.code, caller: callerOf(c) })
    const { t } = c.get('view')
    if (answer.outcome === 'wait') {
      c.header('retry-after', String(answer.seconds))
      const fault = t('people:sign_in.wait', { wait: waitWords(c, answer.seconds) })
      return render(c, <SecondFactorPage back={back} fault={fault} />, 429)
    }
    if (answer.outcome === 'wrong')
      return render(c, <SecondFactorPage back={back} fault={t('people:second_factor.wrong')} />, 422)
    if (answer.outcome === 'over') {
      sayNext(c, 'warning', 'people:done.sign_in_again')
      return c.redirect(`/sign-in?${new URLSearchParams({ back })}`, 303)
    }
    setCookies(c, answer.cookies)
    return c.redirect(back, 303)
  })

  routes.post('/sign-out', async (c) => {
    setCookies(c, await signOut(c.get('ctx'), auth, callerOf(c)))
    sayNext(c, 'success', 'people:done.signed_out')
    // There the browser forgets what pages kept in it for this person.
    return c.redirect('/sign-in', 303)
  })

  return routes
}

async function signInPage(
  c: Context<Env>,
  { demoPassword }: PeopleParts,
  page: { back: string; email: string; fault?: string },
  status: 200 | 403 | 422 | 429 = 200,
): Promise<Response> {
  const { db, now } = c.get('ctx')
  const offered = c.get('view').demo && demoPassword
  const demo = offered ? { password: demoPassword, people: await listDemoPeople(db, dayOf(now)) } : null
  return render(c, <SignInPage {...page} demo={demo} />, status)
}
