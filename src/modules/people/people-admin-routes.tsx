import { type Context, Hono } from 'hono'
import { findUnits } from '#modules/territory/index.ts'
import { addDays, dayOf, isDay } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { clearSecondFactor, disablePerson, enablePerson } from './disable-person.ts'
import { endRole } from './end-role.ts'
import { grantRole } from './grant-role.ts'
import { roles, unitPathsOf } from './holds.ts'
import { isSeenFrom, listPeople, listRolesOf } from './people-list-store.ts'
import type { PeopleParts } from './people-parts.ts'
import { mayEnd, mayGrant, mayManagePerson, placesOfPeopleSeen } from './permissions.ts'
import { findPerson } from './person-store.ts'
import { formOf, sentenceOf } from './request-routes.ts'
import { isRole, unitIdOf } from './role-places.ts'
import { listRoleHistory } from './role-store.ts'
import { unitChoice } from './unit-choice.ts'
import { GrantRolePage } from './views/grant-role-page.tsx'
import { PeoplePage } from './views/people-page.tsx'
import { PersonPage } from './views/person-page.tsx'

const pageSize = 50

/** Who there is and what they hold: for administrators to change, for auditors to read. */
export function peopleAdminRoutes({ findProducer }: PeopleParts): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/admin/people', async (c) => {
    if (!c.get('ctx').actor.id) return c.redirect('/sign-in?back=/admin/people', 303)
    return peoplePage(c)
  })

  routes.get('/admin/people/:id', async (c) => {
    if (!c.get('ctx').actor.id) return c.redirect('/sign-in?back=/admin/people', 303)
    return personPage(c, await seenPersonId(c))
  })

  routes.get('/admin/people/:id/roles/new', async (c) => {
    const { unit = '', find = '' } = c.req.query()
    return grantPage(c, { personId: await seenPersonId(c), unit, find })
  })

  routes.post('/admin/people/:id/roles', async (c) => {
    const personId = await seenPersonId(c)
    const { role, unit, to } = await formOf(c, 'role', 'unit', 'to')
    const { t } = c.get('view')
    if (!isRole(role))
      return grantPage(c, { personId, unit, find: '', fault: t('people:refusal.role_missing') })
    // People say the last day; what is kept is the day after it.
    const validTo = to === '' ? null : isDay(to) ? addDays(to, 1) : to
    const grant = { personId, role, unitId: unit, validTo }
    const refusal = await formRefusal(grantRole(c.get('ctx'), grant, findProducer))
    if (refusal) return grantPage(c, { personId, unit, find: '', role, fault: sentenceOf(c, refusal) })
    sayNext(c, 'success', 'people:done.role_granted')
    return c.redirect(`/admin/people/${personId}`, 303)
  })

  routes.post('/admin/people/:id/roles/:holdingId/end', async (c) => {
    const personId = await seenPersonId(c)
    const holdingId = c.req.param('holdingId')
    if (!isId(holdingId)) throw new Refusal('not_found', 'people.no_such_role')
    await endRole(c.get('ctx'), { holdingId })
    sayNext(c, 'success', 'people:done.role_ended')
    return c.redirect(`/admin/people/${personId}`, 303)
  })

  routes.post('/admin/people/:id/closure', async (c) => {
    const personId = await seenPersonId(c)
    const { reason } = await formOf(c, 'reason')
    const refusal = await formRefusal(disablePerson(c.get('ctx'), { personId, reason }))
    if (refusal?.code === 'people.reason_missing') return personPage(c, personId, sentenceOf(c, refusal))
    if (refusal) throw refusal
    sayNext(c, 'success', 'people:done.disabled')
    return c.redirect(`/admin/people/${personId}`, 303)
  })

  routes.post('/admin/people/:id/reopening', async (c) => {
    const personId = await seenPersonId(c)
    await enablePerson(c.get('ctx'), personId)
    sayNext(c, 'success', 'people:done.enabled')
    return c.redirect(`/admin/people/${personId}`, 303)
  })

  routes.post('/admin/people/:id/second-factor/end', async (c) => {
    const personId = await seenPersonId(c)
    await clearSecondFactor(c.get('ctx'), personId)
    sayNext(c, 'success', 'people:done.second_factor_cleared')
    return c.redirect(`/admin/people/${personId}`, 303)
  })

  return routes
}

/** The units whose people this request may see. @throws Refusal `people.may_not_see_people` */
function placesSeen(c: Context<Env>): string[] {
  const places = placesOfPeopleSeen(c.get('ctx').actor)
  if (places.length === 0) throw new Refusal('forbidden', 'people.may_not_see_people')
  return places
}

/** The person of the address. @throws Refusal `people.no_such_person` also for one out of reach */
async function seenPersonId(c: Context<Env>): Promise<string> {
  const id = c.req.param('id') ?? ''
  const seen = isId(id) && (await isSeenFrom(c.get('ctx').db, placesSeen(c), id))
  if (!seen) throw new Refusal('not_found', 'people.no_such_person')
  return id
}

async function peoplePage(c: Context<Env>): Promise<Response> {
  const { db, now, actor } = c.get('ctx')
  const { q = '', after = '' } = c.req.query()
  const cursor = isId(after) ? after : null
  const places = placesSeen(c)
  const people = await listPeople(db, { places, text: q.slice(0, 100), after: cursor, limit: pageSize + 1 })
  const shown = people.slice(0, pageSize)
  const held = await listRolesOf(
    db,
    shown.map(({ id }) => id),
    dayOf(now),
  )
  const units = await findUnits(
    db,
    held.map(({ unitPath }) => unitIdOf(unitPath)),
  )
  const href = (last?: string) => `/admin/people?${new URLSearchParams({ q, ...(last && { after: last }) })}`
  return render(
    c,
    <PeoplePage
      q={q}
      people={shown.map((person) => ({
        id: person.id,
        name: person.name,
        email: person.email,
        twoFactorOn: person.twoFactorEnabled,
        disabled: person.disabledAt !== null,
        roles: held
          .filter(({ personId }) => personId === person.id)
          .map(({ role, unitPath }) => ({ role, unit: units.get(unitIdOf(unitPath))?.name ?? unitPath })),
      }))}
      mayInvite={unitPathsOf(actor, 'administrator').length > 0}
      nextHref={people.length > pageSize ? href(shown.at(-1)?.id) : undefined}
      firstHref={cursor ? href() : undefined}
    />,
  )
}

async function personPage(c: Context<Env>, personId: string, reasonFault?: string): Promise<Response> {
  const { db, now, actor } = c.get('ctx')
  const person = await findPerson(db, personId)
  if (!person) throw new Refusal('not_found', 'people.no_such_person')
  const history = await listRoleHistory(db, personId)
  const today = dayOf(now)
  const current = history.filter(({ validTo }) => validTo === null || validTo > today)
  const units = await findUnits(
    db,
    history.map(({ unitId }) => unitId),
  )
  const { name, email, twoFactorEnabled, disabledAt, createdAt, isDemo } = person
  return render(
    c,
    <PersonPage
      person={{ id: personId, name, email, twoFactorOn: twoFactorEnabled, disabledAt, createdAt, isDemo }}
      roles={history.map(({ id, role, unitId, unitPath, validFrom, validTo }) => ({
        id,
        role,
        unit: units.get(unitId)?.name ?? unitPath,
        from: validFrom,
        to: validTo && addDays(validTo, -1),
        over: validTo !== null && validTo <= today,
        mayEnd: (validTo === null || validTo > today) && mayEnd(actor, unitPath),
      }))}
      may={{
        grant: unitPathsOf(actor, 'administrator').length > 0 && disabledAt === null,
        manage: mayManagePerson(actor, current.length > 0 ? current : history),
        clearSecondFactor: twoFactorEnabled && personId !== actor.id,
      }}
      reasonFault={reasonFault}
    />,
    reasonFault ? 422 : 200,
  )
}

interface GrantForm {
  personId: string
  unit: string
  find: string
  role?: string
  fault?: string
}

async function grantPage(
  c: Context<Env>,
  { personId, unit, find, role, fault }: GrantForm,
): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const person = await findPerson(db, personId)
  const places = unitPathsOf(actor, 'administrator')
  if (!person || places.length === 0) throw new Refusal('forbidden', 'people.may_not_manage')
  const choice = await unitChoice(db, { places, unitId: unit, find })
  const unitPath = choice.chosen?.path ?? ''
  // A producer's role belongs to one producer and is given by invitation from the producer's page.
  const offered = roles.filter((one) => one !== 'producer' && mayGrant(actor, { role: one, unitPath }))
  const { id, name } = person
  return render(
    c,
    <GrantRolePage person={{ id, name }} choice={choice} roles={offered} role={role ?? ''} fault={fault} />,
    fault ? 422 : 200,
  )
}
