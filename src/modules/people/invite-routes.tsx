import { type Context, Hono } from 'hono'
import { findUnits } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { roles, unitPathsOf } from './holds.ts'
import { listOpenInvitations } from './invitation-store.ts'
import { invitePerson, revokeInvitation } from './invite-person.ts'
import type { PeopleParts } from './people-parts.ts'
import { mayInvite, rolesToInvite } from './permissions.ts'
import { namesOf } from './person-store.ts'
import { formOf, sentenceOf } from './request-routes.ts'
import { isRole } from './role-places.ts'
import { unitChoice } from './unit-choice.ts'
import { InvitationsPage } from './views/invitations-page.tsx'
import { type InviteFaults, InvitePage } from './views/invite-page.tsx'

const inviters = ['administrator', 'province_officer', 'commune_officer', 'producer'] as const

/** Inviting somebody, and the invitations that nobody has answered yet. */
export function inviteRoutes({ auth, findProducer }: PeopleParts): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/invitations', async (c) => {
    const places = placesOf(c)
    if (!places) return c.redirect('/sign-in?back=/invitations', 303)
    const { db, actor, now } = c.get('ctx')
    const open = await listOpenInvitations(db, { places, invitedBy: actor.id, now })
    const mine = open.filter((one) => one.invitedBy === actor.id || mayInvite(actor, one))
    const names = await namesOf(
      db,
      mine.map(({ invitedBy }) => invitedBy),
    )
    const units = await findUnits(
      db,
      mine.map(({ unitId }) => unitId),
    )
    const lines = mine.map(({ id, name, email, role, unitId, unitPath, invitedBy, expiresAt }) => ({
      id,
      name,
      email,
      role,
      unit: units.get(unitId)?.name ?? unitPath,
      by: names.get(invitedBy) ?? '',
      expiresAt,
    }))
    return render(c, <InvitationsPage invitations={lines} />)
  })

  routes.get('/invitations/new', async (c) => {
    if (!placesOf(c)) return c.redirect('/sign-in?back=/invitations/new', 303)
    const { unit = '', find = '', producer = '' } = c.req.query()
    return invitePage(c, findProducer, { unit, find, producer, name: '', email: '', role: '' })
  })

  routes.post('/invitations', async (c) => {
    if (!placesOf(c)) return c.redirect('/sign-in?back=/invitations/new', 303)
    const form = await formOf(c, 'name', 'email', 'role', 'unit', 'producer')
    const { name, email, role, unit, producer } = form
    if (!isRole(role)) return invitePage(c, findProducer, { ...form, find: '' }, { role: true })
    const invite = { name, email, role, unitId: unit, producerId: producer || null }
    const work = invitePerson(c.get('ctx'), invite, { baseUrl: auth.baseUrl, findProducer })
    const refusal = await formRefusal(work)
    if (refusal) return invitePage(c, findProducer, { ...form, find: '' }, { refusal })
    sayNext(c, 'success', 'people:done.invited', { email })
    return c.redirect('/invitations', 303)
  })

  routes.post('/invitations/:id/revocation', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw new Refusal('not_found', 'people.no_such_invitation')
    await revokeInvitation(c.get('ctx'), id)
    sayNext(c, 'success', 'people:done.revoked')
    return c.redirect('/invitations', 303)
  })

  return routes
}

/** Where one may invite; null for a visitor, who may sign in. @throws Refusal `people.may_invite_nobody` */
function placesOf(c: Context<Env>): string[] | null {
  const { actor } = c.get('ctx')
  const places = unitPathsOf(actor, inviters)
  if (places.length > 0) return places
  if (actor.id) throw new Refusal('forbidden', 'people.may_invite_nobody')
  return null
}

interface Typed {
  name: string
  email: string
  role: string
  unit: string
  producer: string
  find: string
}

async function invitePage(
  c: Context<Env>,
  findProducer: PeopleParts['findProducer'],
  typed: Typed,
  fault: { refusal?: Refusal; role?: boolean } = {},
): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const places = placesOf(c) ?? []
  const choice = await unitChoice(db, { places, unitId: typed.unit, find: typed.find })
  const producer = isId(typed.producer) ? await findProducer(db, typed.producer) : undefined
  const path = choice.chosen?.path ?? ''
  const offered = producer
    ? ([{ role: 'producer', unitPath: path, producerId: typed.producer }] as const)
        .filter((place) => mayInvite(actor, place))
        .map(({ role }) => role)
    : rolesToInvite(actor, path, roles)
  return render(
    c,
    <InvitePage
      choice={choice}
      roles={offered}
      typed={typed}
      producerName={producer?.name ?? null}
      faults={faultsOf(c, fault)}
    />,
    fault.refusal || fault.role ? 422 : 200,
  )
}

function faultsOf(c: Context<Env>, { refusal, role }: { refusal?: Refusal; role?: boolean }): InviteFaults {
  const { t } = c.get('view')
  if (role) return { role: t('people:refusal.role_missing') }
  if (!refusal) return {}
  const text = sentenceOf(c, refusal)
  if (refusal.code === 'people.email_wrong') return { email: text }
  return refusal.code === 'people.name_missing' ? { name: text } : { role: text }
}
