import { type Context, Hono } from 'hono'
import { findUnit } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal } from '#platform/refusal.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { invitationState } from './invitation-state.ts'
import { findInvitation } from './invitation-store.ts'
import type { PeopleParts } from './people-parts.ts'
import type { InvitationRow } from './people-tables.ts'
import { findPerson, findPersonByEmail, namesOf } from './person-store.ts'
import { callerOf, formOf, sentenceOf, setCookies } from './request-routes.ts'
import { signIn } from './sign-in.ts'
import { InvitationPage, type InvitedAs, OverInvitationPage } from './views/invitation-page.tsx'

/** The page that the letter of an invitation leads to. Its secret stands in the query, which no log keeps. */
export function invitationRoutes({ auth, findProducer }: PeopleParts): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/invitation', async (c) => {
    const token = c.req.query('token') ?? ''
    const invitation = await findInvitation(c.get('ctx').db, token)
    const over = overCode(c, invitation)
    if (!invitation || over) return overPage(c, over ?? 'no_such_invitation')
    return invitationPage(c, { token, invitation, name: invitation.name })
  })

  routes.post('/invitation', async (c) => {
    const ctx = c.get('ctx')
    const { token, name, password } = await formOf(c, 'token', 'name', 'password')
    const invitation = await findInvitation(ctx.db, token)
    const over = overCode(c, invitation)
    if (!invitation || over) return overPage(c, over ?? 'no_such_invitation')
    const account = ctx.actor.id ? {} : { account: { name, password, locale: c.get('view').locale } }
    const refusal = await formRefusal(acceptInvitation(ctx, { token, ...account }, findProducer))
    if (refusal) return invitationPage(c, { token, invitation, name, fault: faultOf(c, refusal) })
    if (!ctx.actor.id) await enter(c, { email: invitation.email, password })
    sayNext(c, 'success', 'people:done.accepted')
    return c.redirect('/work', 303)
  })

  /** Whoever has just set a password need not type it again. */
  async function enter(c: Context<Env>, given: { email: string; password: string }): Promise<void> {
    const answer = await signIn(c.get('ctx'), auth, { ...given, caller: callerOf(c) })
    if ('cookies' in answer) setCookies(c, answer.cookies)
  }

  return routes
}

type Fault = { field: 'name' | 'password' | 'all'; text: string }

function faultOf(c: Context<Env>, refusal: Parameters<typeof sentenceOf>[1]): Fault {
  const text = sentenceOf(c, refusal)
  if (refusal.code === 'people.name_missing') return { field: 'name', text }
  return { field: refusal.code.startsWith('people.password_') ? 'password' : 'all', text }
}

function overCode(c: Context<Env>, invitation: InvitationRow | undefined): string | null {
  if (!invitation) return 'no_such_invitation'
  const state = invitationState(invitation, c.get('ctx').now)
  return state === 'open' ? null : `invitation_${state}`
}

function overPage(c: Context<Env>, code: string): Response {
  const text = c.get('view').t(`people:refusal.${code}`)
  return render(c, <OverInvitationPage text={text} />, code === 'no_such_invitation' ? 404 : 409)
}

async function invitationPage(
  c: Context<Env>,
  page: { token: string; invitation: InvitationRow; name: string; fault?: Fault },
): Promise<Response> {
  const { invitation } = page
  const { db } = c.get('ctx')
  const unit = await findUnit(db, invitation.unitId)
  const inviter = (await namesOf(db, [invitation.invitedBy])).get(invitation.invitedBy)
  const offer = { role: invitation.role, unit: unit?.name ?? invitation.unitPath, by: inviter ?? null }
  const { token, name, fault } = page
  const { email } = invitation
  return render(
    c,
    <InvitationPage as={await invitedAs(c, email)} {...{ token, name, email, offer, fault }} />,
    fault ? 422 : 200,
  )
}

async function invitedAs(c: Context<Env>, email: string): Promise<InvitedAs> {
  const { db, actor } = c.get('ctx')
  const person = actor.id ? await findPerson(db, actor.id) : undefined
  if (person) return person.email === email ? { kind: 'self', name: person.name } : { kind: 'another' }
  return (await findPersonByEmail(db, email)) ? { kind: 'sign_in' } : { kind: 'new' }
}
