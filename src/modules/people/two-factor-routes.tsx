import { type Context, Hono } from 'hono'
import { renderSVG } from 'uqr'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import type { Refusal } from '#platform/refusal.ts'
import { formRefusal } from '#platform/refusal.ts'
import { signedInHere } from './account-routes.tsx'
import { twoFactorDemanded, twoFactorPath } from './demand-two-factor.ts'
import type { PeopleParts } from './people-parts.ts'
import { callerOf, formOf, sentenceOf, setCookies } from './request-routes.ts'
import {
  countBackupCodes,
  findTwoFactorSetUp,
  renewBackupCodes,
  turnOffTwoFactor,
  turnOnTwoFactor,
  verifyTwoFactorSetUp,
} from './two-factor.ts'
import { BackupCodesPage } from './views/backup-codes-page.tsx'
import { TwoFactorPage } from './views/two-factor-page.tsx'

/** Setting up one's second factor. */
export function twoFactorRoutes(parts: PeopleParts): Hono<Env> {
  const { auth } = parts
  const routes = new Hono<Env>()

  routes.get('/account/two-factor', async (c) => {
    if (!c.get('ctx').actor.id) return c.redirect(`/sign-in?back=${twoFactorPath}`, 303)
    return twoFactorPage(c, parts)
  })

  routes.post('/account/two-factor', async (c) => {
    const given = await confirmedBy(c, parts)
    const work = turnOnTwoFactor(c.get('ctx'), auth, given).then(({ cookies }) => setCookies(c, cookies))
    const refusal = await formRefusal(work)
    return refusal ? twoFactorPage(c, parts, { refusal, form: 'start' }) : c.redirect(twoFactorPath, 303)
  })

  routes.post('/account/two-factor/confirmation', async (c) => {
    await signedInHere(c, parts)
    const { code } = await formOf(c, 'code')
    let codes: string[] = []
    const work = verifyTwoFactorSetUp(c.get('ctx'), auth, { code, caller: callerOf(c) }).then((done) => {
      setCookies(c, done.cookies)
      codes = done.backupCodes
    })
    const refusal = await formRefusal(work)
    if (refusal) return twoFactorPage(c, parts, { refusal, form: 'confirm' })
    return render(c, <BackupCodesPage codes={codes} justOn />)
  })

  routes.post('/account/two-factor/backup-codes', async (c) => {
    const given = await confirmedBy(c, parts)
    let codes: string[] = []
    const work = renewBackupCodes(c.get('ctx'), auth, given).then((fresh) => {
      codes = fresh
    })
    const refusal = await formRefusal(work)
    if (refusal) return twoFactorPage(c, parts, { refusal, form: 'codes' })
    return render(c, <BackupCodesPage codes={codes} />)
  })

  routes.post('/account/two-factor/end', async (c) => {
    const given = { ...(await confirmedBy(c, parts)), demo: c.get('view').demo }
    const work = turnOffTwoFactor(c.get('ctx'), auth, given).then(({ cookies }) => setCookies(c, cookies))
    const refusal = await formRefusal(work)
    if (refusal) return twoFactorPage(c, parts, { refusal, form: 'end' })
    sayNext(c, 'success', 'people:done.two_factor_off')
    return c.redirect('/account', 303)
  })

  return routes
}

async function confirmedBy(c: Context<Env>, parts: PeopleParts) {
  const { password } = await formOf(c, 'password')
  const { sessionId } = await signedInHere(c, parts)
  return { password, sessionId, caller: callerOf(c) }
}

async function twoFactorPage(
  c: Context<Env>,
  parts: PeopleParts,
  fault?: { refusal: Refusal; form: 'start' | 'confirm' | 'codes' | 'end' },
): Promise<Response> {
  const ctx = c.get('ctx')
  const { person } = await signedInHere(c, parts)
  const setUp = await findTwoFactorSetUp(ctx, parts.auth, person.email)
  return render(
    c,
    <TwoFactorPage
      on={person.twoFactorEnabled}
      demanded={twoFactorDemanded({ actor: ctx.actor, demo: c.get('view').demo })}
      setUp={setUp && { key: setUp.key, qr: renderSVG(setUp.uri, { border: 2 }) }}
      codesLeft={person.twoFactorEnabled ? await countBackupCodes(ctx, parts.auth) : 0}
      faults={fault ? { [fault.form]: sentenceOf(c, fault.refusal) } : {}}
    />,
    fault ? 422 : 200,
  )
}
