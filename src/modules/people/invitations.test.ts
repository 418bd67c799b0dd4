import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, nobody, system } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { createFirstAdministrator } from './create-first-administrator.ts'
import { findPasswordHash } from './credential-store.ts'
import { disablePerson } from './disable-person.ts'
import { listOpenInvitations } from './invitation-store.ts'
import { type Invite, invitePerson, revokeInvitation } from './invite-person.ts'
import { isPassword } from './password-hash.ts'
import { findPersonByEmail } from './person-store.ts'
import { readActor } from './read-actor.ts'
import {
  findTestProducer,
  goodPassword,
  lastToken,
  lettersTo,
  makePerson,
  type PeopleTestTables,
  teaCooperative,
} from './testing.ts'

let database: Database
let db: Kysely<PeopleTestTables>
let admin: Actor & { id: string }

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
  admin = await makePerson(db, 'Admin', [{ role: 'administrator', unitId: '14' }])
})
afterAll(() => database.close())

const baseUrl = 'https://saolang.example'
const as = (actor: Actor, now = testNow) => testCtx(db, { actor, now })
const later = (days: number, seconds = 0) => new Date(testNow.getTime() + (days * 86_400 + seconds) * 1000)
const fresh = () => `p${newId()}@saolang.example`
const officer = (email: string): Invite => ({
  name: 'Lò Thị Mai',
  email,
  role: 'commune_officer',
  unitId: '03868',
})
const invite = (actor: Actor, input: Invite) =>
  invitePerson(as(actor), input, { baseUrl, findProducer: findTestProducer })
const account = { name: 'Lò Thị Mai', password: goodPassword }

async function invited(email: string, actor: Actor = admin): Promise<string> {
  await invite(actor, officer(email))
  return lastToken(db, email)
}

function accept(token: string, { actor = nobody, now = testNow, withAccount = true } = {}) {
  return acceptInvitation(as(actor, now), { token, ...(withAccount ? { account } : {}) }, findTestProducer)
}

test('a letter in both languages leads to an account with the role, and the event says who invited', async () => {
  const email = fresh()
  const token = await invited(email)
  const [letter] = await lettersTo(db, email)
  expect(letter?.text).toContain('Admin mời bạn làm Cán bộ cấp xã tại Xã Tà Xùa')
  expect(letter?.text).toContain('Admin invites you to be Commune officer in Xã Tà Xùa')
  expect(letter?.text).toContain(`${baseUrl}/invitation?token=${token}`)

  const { personId } = await accept(token)
  expect(await readActor(db, personId, '2026-11-24')).toEqual({
    id: personId,
    name: 'Lò Thị Mai',
    holdings: [{ role: 'commune_officer', unitPath: 'vn/14/03868', producerId: null }],
  })
  expect(await isPassword(goodPassword, await findPasswordHash(db, personId))).toBe(true)
  const granted = (await listEvents(db, `person:${personId}`)).find(({ name }) => name === 'role.granted')
  expect(granted?.facts).toMatchObject({ grantedBy: admin.id })
})

test('only the hash of the link is kept', async () => {
  const token = await invited(fresh())
  const rows = await db.selectFrom('invitation').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(token)
})

describe('inviting', () => {
  test.each<[string, Actor, Partial<Invite>, string]>([
    ['a visitor', nobody, {}, 'people.may_not_invite'],
    ['an auditor', actorWith('auditor', 'vn'), {}, 'people.may_not_invite'],
    [
      'an officer of the same commune',
      actorWith('commune_officer', 'vn/14/03868'),
      {},
      'people.may_not_invite',
    ],
    ['an officer of another province', actorWith('province_officer', 'vn/01'), {}, 'people.may_not_invite'],
    ['a wrong address', system, { email: 'không phải thư' }, 'people.email_wrong'],
    ['two addresses', system, { email: 'a@b.example,c@d.example' }, 'people.email_wrong'],
    ['no name', system, { name: '  ' }, 'people.name_missing'],
    ['a unit of before', system, { unitId: '03715~2025' }, 'people.no_such_unit'],
    ['a level without that role', system, { unitId: '14' }, 'people.role_elsewhere'],
  ])('refuses %s', async (_, actor, input, code) => {
    await expect(invite(actor, { ...officer(fresh()), ...input })).rejects.toMatchObject({ code })
  })

  test('a producer invites to his own producer, an officer to those of his commune, neither to others', async () => {
    const email = fresh()
    const producer = actorWith('producer', 'vn/14/03868', { producerId: teaCooperative })
    const wanted = {
      name: 'Mùa A Páo',
      email,
      role: 'producer',
      unitId: '03868',
      producerId: teaCooperative,
    } as const
    await invite(producer, wanted)
    await invite(actorWith('commune_officer', 'vn/14/03868'), wanted)
    const elsewhere = actorWith('commune_officer', 'vn/14/03646')
    // A producer of one commune is never opened from another, even by who may invite producers there.
    await expect(invite(elsewhere, { ...wanted, unitId: '03646' })).rejects.toMatchObject({
      code: 'people.no_such_producer',
    })
    await expect(
      invite(actorWith('producer', 'vn/14/03868', { producerId: newId() }), wanted),
    ).rejects.toMatchObject({ code: 'people.may_not_invite' })
  })
})

describe('accepting', () => {
  test('works within seven days and not after', async () => {
    const email = fresh()
    const token = await invited(email)
    await expect(accept(token, { now: later(7) })).rejects.toMatchObject({
      code: 'people.invitation_expired',
    })
    expect(await findPersonByEmail(db, email)).toBeUndefined()
    await accept(token, { now: later(7, -1) })
  })

  test('works once, even when clicked twice at a time', async () => {
    const token = await invited(fresh())
    const twice = await Promise.allSettled([accept(token), accept(token)])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(accept(token)).rejects.toMatchObject({ code: 'people.invitation_used' })
  })

  test.each([
    ['short', 'people.password_too_short'],
    ['Matkhau123456', 'people.password_too_common'],
    ['lò thị mai 2026', 'people.password_like_account'],
  ])('refuses the password %j and leaves the link good', async (password, code) => {
    const token = await invited(fresh())
    const poor = { token, account: { ...account, password } }
    await expect(acceptInvitation(as(nobody), poor, findTestProducer)).rejects.toMatchObject({ code })
    await accept(token)
  })

  test('refuses a link nobody sent', async () => {
    await expect(accept('AAAA')).rejects.toMatchObject({ code: 'people.no_such_invitation' })
    await expect(accept('')).rejects.toMatchObject({ code: 'people.no_such_invitation' })
  })

  test('never opens an account that exists: its owner signs in and takes the role', async () => {
    const lan = await makePerson(db, 'Lan')
    const token = await invited(lan.email)
    await expect(accept(token)).rejects.toMatchObject({ code: 'people.sign_in_first' })
    await expect(accept(token, { withAccount: false })).rejects.toMatchObject({
      code: 'people.sign_in_first',
    })
    expect(await isPassword(goodPassword, await findPasswordHash(db, lan.id))).toBe(true)
    expect(await accept(token, { actor: lan, withAccount: false })).toEqual({ personId: lan.id })
    expect((await readActor(db, lan.id, '2026-11-24')).holdings).toHaveLength(1)
  })

  test('is not for somebody signed in with another address', async () => {
    const other = await makePerson(db, 'Other')
    const token = await invited(fresh())
    await expect(accept(token, { actor: other, withAccount: false })).rejects.toMatchObject({
      code: 'people.invitation_for_another',
    })
    expect((await readActor(db, other.id, '2026-11-24')).holdings).toEqual([])
  })

  test('is over when who invited may no longer do so', async () => {
    const dismissed = await makePerson(db, 'Dismissed', [{ role: 'province_officer', unitId: '14' }])
    const token = await invited(fresh(), dismissed)
    await disablePerson(as(admin), { personId: dismissed.id, reason: 'thử' })
    await expect(accept(token)).rejects.toMatchObject({ code: 'people.inviter_gone' })
  })
})

describe('taking an invitation back', () => {
  test('makes the link worthless, once', async () => {
    const email = fresh()
    const { id } = await invite(admin, officer(email))
    const token = await lastToken(db, email)
    const open = () => listOpenInvitations(db, { places: ['vn/14'], invitedBy: null, now: testNow })
    expect((await open()).map((one) => one.id)).toContain(id)
    await revokeInvitation(as(admin), id)
    expect((await open()).map((one) => one.id)).not.toContain(id)
    await expect(accept(token)).rejects.toMatchObject({ code: 'people.invitation_revoked' })
    await expect(revokeInvitation(as(admin), id)).rejects.toMatchObject({ code: 'people.invitation_over' })
  })

  test.each<[string, Actor]>([
    ['a visitor', nobody],
    ['an auditor', actorWith('auditor', 'vn')],
    ['an administrator elsewhere', actorWith('administrator', 'vn/01')],
    ['somebody of a unit whose code only begins alike', actorWith('administrator', 'vn/1')],
  ])('is not for %s', async (_, actor) => {
    const { id } = await invite(admin, officer(fresh()))
    await expect(revokeInvitation(as(actor), id)).rejects.toMatchObject({ code: 'people.no_such_invitation' })
    await expect(revokeInvitation(as(actor), newId())).rejects.toMatchObject({
      code: 'people.no_such_invitation',
    })
  })
})

test('the first administrator is made once, with a good password, in a unit of today', async () => {
  const other = await openTestDb()
  const ctx = testCtx<PeopleTestTables>(other.db)
  const first = { name: 'Quàng Văn An', email: 'An@SonLa.example ', password: goodPassword, unitId: '14' }
  try {
    for (const [input, code] of [
      [{ password: 'password' }, 'people.password_too_short'],
      [{ unitId: 'nowhere' }, 'people.no_such_unit'],
      [{ email: 'an' }, 'people.email_wrong'],
    ] as const)
      await expect(createFirstAdministrator(ctx, { ...first, ...input })).rejects.toMatchObject({ code })
    const { id } = await createFirstAdministrator(ctx, first)
    expect((await readActor(other.db, id, '2026-11-24')).holdings).toEqual([
      { role: 'administrator', unitPath: 'vn/14', producerId: null },
    ])
    expect((await findPersonByEmail(other.db, 'an@sonla.example'))?.id).toBe(id)
    const second = { ...first, email: 'two@sonla.example' }
    await expect(createFirstAdministrator(ctx, second)).rejects.toMatchObject({
      code: 'people.has_administrator',
    })
  } finally {
    await other.close()
  }
})
