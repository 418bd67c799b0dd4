import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, nobody, system } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { clearSecondFactor, disablePerson, enablePerson } from './disable-person.ts'
import { endRole } from './end-role.ts'
import { grantRole } from './grant-role.ts'
import { namesOf } from './person-store.ts'
import { readActor } from './read-actor.ts'
import { listPeopleWithRole, listRoleHistory } from './role-store.ts'
import { findTestProducer, makePerson, type PeopleTestTables, teaCooperative } from './testing.ts'

let database: Database
let db: Kysely<PeopleTestTables>

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
})
afterAll(() => database.close())

const as = (actor: Actor, now?: string) => testCtx(db, { actor, ...(now ? { now: new Date(now) } : {}) })
const root = actorWith('administrator', 'vn', { id: 'root' })
const ofProvince = actorWith('administrator', 'vn/14', { id: 'of province' })
const ofCommune = actorWith('administrator', 'vn/14/03868', { id: 'of commune' })
const grant = (actor: Actor, input: Parameters<typeof grantRole>[1]) =>
  grantRole(as(actor), input, findTestProducer)

describe('granting', () => {
  test('a role counts from its day, to the day before its end, and the event says who gave it', async () => {
    const mai = await makePerson(db, 'Mai')
    await grant(ofProvince, {
      personId: mai.id,
      role: 'commune_officer',
      unitId: '03868',
      validFrom: '2026-12-01',
      validTo: '2027-01-01',
    })
    const held = { role: 'commune_officer', unitPath: 'vn/14/03868', producerId: null }
    for (const [day, holdings] of [
      ['2026-11-30', []],
      ['2026-12-01', [held]],
      ['2026-12-31', [held]],
      ['2027-01-01', []],
    ] as const)
      expect((await readActor(db, mai.id, day)).holdings, day).toEqual(holdings)
    const granted = (await listEvents(db, `person:${mai.id}`)).find(({ name }) => name === 'role.granted')
    expect(granted).toMatchObject({
      actorId: 'of province',
      facts: { role: 'commune_officer', unitPath: 'vn/14/03868', validTo: '2027-01-01' },
    })
  })

  test.each<[string, Actor, Partial<Parameters<typeof grantRole>[1]>, string]>([
    ['a visitor', nobody, {}, 'people.may_not_grant'],
    ['an auditor', actorWith('auditor', 'vn'), {}, 'people.may_not_grant'],
    ['an officer', actorWith('province_officer', 'vn/14'), {}, 'people.may_not_grant'],
    ['an administrator of a commune, in the province', ofCommune, {}, 'people.may_not_grant'],
    ['an administrator, in another province', ofProvince, { unitId: '01' }, 'people.may_not_grant'],
    ['a unit of before', root, { unitId: '03715~2025' }, 'people.no_such_unit'],
    ['no unit at all', root, { unitId: '99' }, 'people.no_such_unit'],
    ['a role of another level', root, { role: 'commune_officer' }, 'people.role_elsewhere'],
    [
      'a producer nobody knows',
      root,
      { role: 'producer', unitId: '03868', producerId: newId() },
      'people.no_such_producer',
    ],
    [
      'a producer without saying which',
      root,
      { role: 'producer', unitId: '03868' },
      'people.no_such_producer',
    ],
    [
      'a producer of another commune',
      root,
      { role: 'producer', unitId: '03646', producerId: teaCooperative },
      'people.no_such_producer',
    ],
    ['somebody who does not exist', root, { personId: newId() }, 'people.no_such_person'],
    [
      'an end before the beginning',
      root,
      { validFrom: '2026-12-01', validTo: '2026-12-01' },
      'people.days_wrong',
    ],
    ['a day that does not exist', root, { validFrom: '2026-02-30' }, 'people.days_wrong'],
  ])('refuses %s', async (_, actor, input, code) => {
    const { id } = await makePerson(db, `R${newId()}`)
    await expect(
      grant(actor, { personId: id, role: 'member', unitId: '14', ...input }),
    ).rejects.toMatchObject({
      code,
    })
    expect(await listRoleHistory(db, id)).toEqual([])
  })

  test('the same role in the same unit is held once, even when granted twice at a time', async () => {
    const { id } = await makePerson(db, 'Twice')
    const twice = [1, 2].map(() => grant(root, { personId: id, role: 'member', unitId: '14' }))
    const done = await Promise.allSettled(twice)
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listRoleHistory(db, id)).toHaveLength(1)
  })

  test('a role that ended can be granted again, and the history keeps both', async () => {
    const { id } = await makePerson(db, 'Again')
    const { id: holdingId } = await grant(root, { personId: id, role: 'leader', unitId: '14' })
    await endRole(as(root), { holdingId })
    await grant(root, { personId: id, role: 'leader', unitId: '14' })
    expect((await listRoleHistory(db, id)).map(({ validTo }) => validTo).sort()).toEqual(['2026-11-24', null])
  })
})

describe('ending', () => {
  test('a role ended today no longer counts today', async () => {
    const lan = await makePerson(db, 'Lan', [{ role: 'member', unitId: '14' }])
    const [holding] = await listRoleHistory(db, lan.id)
    await endRole(as(ofProvince), { holdingId: holding?.id ?? '' })
    expect((await readActor(db, lan.id, '2026-11-24')).holdings).toEqual([])
    await expect(endRole(as(ofProvince), { holdingId: holding?.id ?? '' })).rejects.toMatchObject({
      code: 'people.role_over',
    })
  })

  test('an end may be planned and then brought forward', async () => {
    const { id } = await makePerson(db, 'Plan', [{ role: 'member', unitId: '14' }])
    const [holding] = await listRoleHistory(db, id)
    const holdingId = holding?.id ?? ''
    await endRole(as(ofProvince), { holdingId, on: '2027-06-01' })
    expect((await readActor(db, id, '2027-05-31')).holdings).toHaveLength(1)
    await endRole(as(ofProvince), { holdingId, on: '2026-12-01' })
    expect((await readActor(db, id, '2026-12-01')).holdings).toEqual([])
  })

  test.each<[string, Actor, string]>([
    ['a visitor', nobody, 'people.may_not_end'],
    ['an auditor', actorWith('auditor', 'vn'), 'people.may_not_end'],
    ['an administrator of a commune', ofCommune, 'people.may_not_end'],
    ['an administrator of another province', actorWith('administrator', 'vn/01'), 'people.may_not_end'],
  ])('refuses %s', async (_, actor, code) => {
    const { id } = await makePerson(db, `E${newId()}`, [{ role: 'member', unitId: '14' }])
    const [holding] = await listRoleHistory(db, id)
    await expect(endRole(as(actor), { holdingId: holding?.id ?? '' })).rejects.toMatchObject({ code })
  })

  test('a role that nobody knows cannot be ended', async () => {
    await expect(endRole(as(root), { holdingId: newId() })).rejects.toMatchObject({
      code: 'people.no_such_role',
    })
  })
})

describe('the last administrator', () => {
  // Lạng Sơn, code 20, is nobody else's in these tests.
  const admin = { role: 'administrator', unitId: '20' } as const
  const holdingOf = async (personId: string) => (await listRoleHistory(db, personId))[0]?.id ?? ''

  test('cannot end or disable himself, a second one can, and two at once leave one', async () => {
    const first = await makePerson(db, 'First', [admin])
    await expect(endRole(as(first), { holdingId: await holdingOf(first.id) })).rejects.toMatchObject({
      code: 'people.last_administrator',
    })
    await expect(disablePerson(as(first), { personId: first.id, reason: 'thử' })).rejects.toMatchObject({
      code: 'people.last_administrator',
    })
    const second = await makePerson(db, 'Second', [admin])
    const [ofFirst, ofSecond] = [await holdingOf(first.id), await holdingOf(second.id)]
    const done = await Promise.allSettled([
      endRole(as(first), { holdingId: ofSecond }),
      endRole(as(second), { holdingId: ofFirst }),
    ])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('one whose role has an end, and one who is disabled, do not count', async () => {
    const leaving = { role: 'administrator', unitId: '22', validTo: '2027-01-01' } as const
    const stays = await makePerson(db, 'Stays', [{ role: 'administrator', unitId: '22' }])
    await makePerson(db, 'Leaves', [leaving])
    const closed = await makePerson(db, 'Closed', [{ role: 'administrator', unitId: '22' }])
    await disablePerson(as(stays), { personId: closed.id, reason: 'nghỉ việc' })
    await expect(endRole(as(stays), { holdingId: await holdingOf(stays.id) })).rejects.toMatchObject({
      code: 'people.last_administrator',
    })
  })

  test('an administrator above is enough for a unit below', async () => {
    await makePerson(db, 'Above', [{ role: 'administrator', unitId: '14' }])
    const below = await makePerson(db, 'Below', [{ role: 'administrator', unitId: '03868' }])
    await endRole(as(below), { holdingId: await holdingOf(below.id) })
    expect((await readActor(db, below.id, '2026-11-24')).holdings).toEqual([])
  })
})

describe('an account', () => {
  test('is closed and opened by one who administers all its places, and closed it is nobody', async () => {
    const hoa = await makePerson(db, 'Hoa', [
      { role: 'member', unitId: '14' },
      { role: 'inspector', unitId: '03868' },
    ])
    for (const [actor, code] of [
      [ofCommune, 'people.may_not_manage'],
      [actorWith('auditor', 'vn'), 'people.may_not_manage'],
      [nobody, 'people.may_not_manage'],
    ] as const) {
      await expect(disablePerson(as(actor), { personId: hoa.id, reason: 'thử' })).rejects.toMatchObject({
        code,
      })
      await expect(enablePerson(as(actor), hoa.id)).rejects.toMatchObject({ code })
      await expect(clearSecondFactor(as(actor), hoa.id)).rejects.toMatchObject({ code })
    }
    await disablePerson(as(ofProvince), { personId: hoa.id, reason: 'chuyển công tác' })
    expect(await readActor(db, hoa.id, '2026-11-24')).toEqual(nobody)
    await expect(disablePerson(as(ofProvince), { personId: hoa.id, reason: 'thử' })).rejects.toMatchObject({
      code: 'people.disabled_already',
    })
    await expect(grant(ofProvince, { personId: hoa.id, role: 'leader', unitId: '14' })).rejects.toMatchObject(
      {
        code: 'people.no_such_person',
      },
    )
    await enablePerson(as(ofProvince), hoa.id)
    expect((await readActor(db, hoa.id, '2026-11-24')).holdings).toHaveLength(2)
    const events = (await listEvents(db, `person:${hoa.id}`)).map(({ name, facts }) => [name, facts.reason])
    expect(events.slice(-2)).toEqual([
      ['person.disabled', 'chuyển công tác'],
      ['person.enabled', undefined],
    ])
  })

  test('that holds nothing any more still belongs to where it held something', async () => {
    const past = await makePerson(db, 'Past', [{ role: 'member', unitId: '14' }])
    await endRole(as(ofProvince), { holdingId: (await listRoleHistory(db, past.id))[0]?.id ?? '' })
    await disablePerson(as(ofProvince), { personId: past.id, reason: 'thử' })
    const never = await makePerson(db, 'Never')
    await expect(disablePerson(as(ofProvince), { personId: never.id, reason: 'thử' })).rejects.toMatchObject({
      code: 'people.may_not_manage',
    })
    await disablePerson(as(root), { personId: never.id, reason: 'thử' })
  })

  test('without a second factor has none to clear, and nobody clears his own', async () => {
    const self = await makePerson(db, 'Self', [{ role: 'administrator', unitId: '14' }])
    await expect(clearSecondFactor(as(self), self.id)).rejects.toMatchObject({
      code: 'people.not_for_oneself',
    })
    await expect(clearSecondFactor(as(root), self.id)).rejects.toMatchObject({
      code: 'people.no_second_factor',
    })
  })
})

test('people with a role are found in a unit and below it, in Vietnamese order, without those who are gone', async () => {
  const inLaoCai = (name: string, unitId = '15') => makePerson(db, name, [{ role: 'advisory', unitId }])
  await inLaoCai('Lò Văn Đạt')
  await inLaoCai('Trần Thị Ánh')
  const gone = await inLaoCai('Vàng A Dua')
  await disablePerson(as(root), { personId: gone.id, reason: 'thử' })
  const found = await listPeopleWithRole(db, 'advisory', 'vn/15', '2026-11-24')
  expect(found.map(({ name }) => name)).toEqual(['Trần Thị Ánh', 'Lò Văn Đạt'])
  expect(await listPeopleWithRole(db, 'advisory', 'vn/1', '2026-11-24')).toEqual([])
  expect(await listPeopleWithRole(db, 'advisory', 'vn/15', '2026-11-23')).toEqual([])
})

test('names are given for the ids that somebody has', async () => {
  const { id } = await makePerson(db, 'Named')
  expect(await namesOf(db, [id, 'system', null, id])).toEqual(new Map([[id, 'Named']]))
  expect(await namesOf(db, [])).toEqual(new Map())
})

test('the platform itself may grant', async () => {
  const { id } = await makePerson(db, 'Seed')
  await grant(system, { personId: id, role: 'auditor', unitId: 'vn' })
  expect((await readActor(db, id, '2026-11-24')).holdings).toHaveLength(1)
})
