import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readActor } from '#modules/people/index.ts'
import { makePerson } from '#modules/people/testing.ts'
import type { Actor } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { addPaper } from './add-paper.ts'
import { changeProducer } from './change-producer.ts'
import { listPapers } from './paper-store.ts'
import { producersSeenBy } from './producer-rights.ts'
import { findProducer, listProducers, type Producer } from './producer-store.ts'
import { registerProducer } from './register-producer.ts'
import { removePaper } from './remove-paper.ts'
import { registerTeaCooperative, typedTeaCooperative } from './testing.ts'

let database: Database
let tea: Producer
const as = (actor: Actor) => testCtx(database.db, { actor })
const lan = actorWith('commune_officer', 'vn/14/03868', { id: 'lan' })
const province = actorWith('province_officer', 'vn/14')
const mai = () => actorWith('producer', 'vn/14/03868', { id: 'mai', producerId: tea.id })
const paper = {
  kind: 'business_registration',
  title: '',
  number: '12',
  issuer: '',
  issuedOn: '',
  validTo: '',
  note: '',
}

beforeAll(async () => {
  database = await openTestDb()
  tea = await registerTeaCooperative(as(lan))
})
afterAll(() => database.close())

describe('registering', () => {
  test('keeps what was typed and says what happened', async () => {
    const found = await findProducer(database.db, tea.id)
    expect(found).toMatchObject({
      fold: 'hop tac xa che may ta xua',
      unitPath: 'vn/14/03868',
      representativeEthnicity: { scheme: '121-TCTK/PPCĐ-1979', code: '08', name: 'HMông' },
      foundedOn: '2017-03-15',
      source: 'counter',
      version: 1,
    })
    const [event] = await listEvents(database.db, `producer:${tea.id}`)
    expect(event).toMatchObject({ name: 'producer.registered', actorId: 'lan' })
    expect(JSON.stringify(event?.facts)).not.toContain('HMông')
  })

  test('refuses faults by field, a unit of the past among them', async () => {
    const typed = typedTeaCooperative({ name: '', unitId: '03646~2025' })
    await expect(registerProducer(as(province), { typed })).rejects.toMatchObject({
      kind: 'invalid',
      facts: { faults: { name: 'name_missing', unitId: 'unit_unknown' } },
    })
  })

  test('refuses a registration number that another producer has', async () => {
    const typed = typedTeaCooperative({ name: 'Hợp tác xã khác' })
    await expect(registerProducer(as(lan), { typed })).rejects.toMatchObject({
      code: 'producers.registered_already',
    })
  })

  test('lets a newcomer register theirs, once: it then is what they act for', async () => {
    const { id } = await makePerson(database.db, 'Lò Văn Lan')
    const unit = { unitId: '03868', unitPath: 'vn/14/03868' }
    const held = { id: newId(), personId: id, role: 'producer', ...unit, validFrom: '2026-01-01' }
    await database.db
      .insertInto('roleHolding')
      .values({ ...held, grantedAt: testNow })
      .execute()
    const newcomer = await readActor(database.db, id, dayOf(testNow))
    const typed = typedTeaCooperative({ name: 'Hộ Lò Văn Lan', kind: 'household', registrationNumber: '' })
    const registered = await registerProducer(as(newcomer), { typed })
    expect(registered).toMatchObject({ source: 'self' })
    const { holdings } = await readActor(database.db, id, dayOf(testNow))
    expect(holdings).toEqual([{ role: 'producer', unitPath: unit.unitPath, producerId: registered.id }])
    const again = registerProducer(as(newcomer), { typed: { ...typed, name: 'Hộ thứ hai' } })
    await expect(again).rejects.toMatchObject({ code: 'people.acts_already' })
    const second = database.db.selectFrom('producer').select('id').where('name', '=', 'Hộ thứ hai')
    expect(await second.execute()).toEqual([])
  })

  test.each([
    ['an officer of another commune', () => actorWith('commune_officer', 'vn/14/03646')],
    ['an officer of another province', () => actorWith('province_officer', 'vn/11')],
    ['a producer who has one already', mai],
    ['an auditor', () => actorWith('auditor', 'vn')],
    ['nobody', () => ({ id: null, name: '', holdings: [] })],
  ])('refuses %s', async (_, actor) => {
    const typed = typedTeaCooperative({ registrationNumber: newId() })
    await expect(registerProducer(as(actor()), { typed })).rejects.toMatchObject({
      code: 'producers.may_not_register',
    })
  })
})

describe('changing', () => {
  const change = (actor: Actor, typed = {}, version?: number) =>
    findProducer(database.db, tea.id).then((now) =>
      changeProducer(as(actor), {
        producerId: tea.id,
        version: version ?? now?.version ?? 0,
        typed: typedTeaCooperative(typed),
      }),
    )

  test('stores the change and names what changed, not to what', async () => {
    await change(mai(), { phone: '0987 654 321', representativePeople: '03' })
    expect(await findProducer(database.db, tea.id)).toMatchObject({
      phone: '0987 654 321',
      representativeEthnicity: { name: 'Thái' },
    })
    const events = await listEvents(database.db, `producer:${tea.id}`)
    expect(events.at(-1)?.facts).toEqual({ changed: ['phone', 'representativeEthnicity'], version: 2 })
  })

  test('of two changes that started from the same version the second is refused', async () => {
    const { version = 0 } = (await findProducer(database.db, tea.id)) ?? {}
    const outcomes = await Promise.allSettled([
      change(mai(), { story: 'A' }, version),
      change(lan, { story: 'B' }, version),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'producers.changed_meanwhile' },
    })
  })

  test('leaves the ethnicity alone when the one who changes may not see it', async () => {
    const before = await findProducer(database.db, tea.id)
    await change(actorWith('administrator', 'vn/14'), { representativePeople: '' })
    expect(await findProducer(database.db, tea.id)).toMatchObject({
      representativeEthnicity: before?.representativeEthnicity,
    })
  })

  test('moving to another commune is for one who works in both', async () => {
    const fault = { facts: { faults: { unitId: 'unit_out_of_reach' } } }
    await expect(change(mai(), { unitId: '03646' })).rejects.toMatchObject(fault)
    await expect(change(lan, { unitId: '03646' })).rejects.toMatchObject(fault)
    await change(province, { unitId: '03646' })
    await change(province)
  })

  test.each([
    ['an officer of another commune', () => actorWith('commune_officer', 'vn/14/03646'), 'producers.unknown'],
    [
      'another producer',
      () => actorWith('producer', 'vn/14/03868', { producerId: newId() }),
      'producers.unknown',
    ],
    ['an auditor', () => actorWith('auditor', 'vn/14'), 'producers.may_not_change'],
    ['a leader', () => actorWith('leader', 'vn/14'), 'producers.may_not_change'],
  ])('refuses %s', async (_, actor, code) => {
    await expect(change(actor())).rejects.toMatchObject({ code })
    await expect(addPaper(as(actor()), { producerId: tea.id, typed: paper })).rejects.toMatchObject({ code })
  })
})

describe('papers', () => {
  test('are added and removed by the producer, once', async () => {
    const added = await addPaper(as(mai()), {
      producerId: tea.id,
      typed: { ...paper, issuedOn: '2017-03-15' },
    })
    expect(await listPapers(database.db, tea.id)).toMatchObject([
      { id: added.id, issuedOn: '2017-03-15', issuer: null },
    ])
    await removePaper(as(mai()), { producerId: tea.id, paperId: added.id })
    await expect(removePaper(as(mai()), { producerId: tea.id, paperId: added.id })).rejects.toMatchObject({
      code: 'producers.paper_unknown',
    })
    expect(await listPapers(database.db, tea.id)).toEqual([])
  })

  test('refuse faults by field', async () => {
    const typed = { ...paper, kind: 'letter', issuedOn: '2026-02-30', validTo: '2020-01-01' }
    await expect(addPaper(as(lan), { producerId: tea.id, typed })).rejects.toMatchObject({
      facts: { faults: { kind: 'paper_kind_missing', issuedOn: 'not_a_day' } },
    })
  })
})

describe('reading', () => {
  test('is bounded by the place, and lists page by key in Vietnamese order', async () => {
    for (const name of ['Cơ sở Đào', 'Cơ sở Ánh', 'Cơ sở Dung'])
      await registerProducer(as(province), {
        typed: typedTeaCooperative({ name, unitId: '03646', registrationNumber: '' }),
      })
    const reach = producersSeenBy(actorWith('commune_officer', 'vn/14/03646'))
    const first = await listProducers(database.db, { reach }, { limit: 2 })
    expect(first.map(({ name }) => name)).toEqual(['Cơ sở Ánh', 'Cơ sở Dung'])
    const rest = await listProducers(database.db, { reach }, { limit: 2, after: first[1] })
    expect(rest.map(({ name }) => name)).toEqual(['Cơ sở Đào'])
  })

  test('finds without diacritics, by number, by kind, by place', async () => {
    const reach = producersSeenBy(province)
    const search = async (filter: object) =>
      (await listProducers(database.db, { reach, ...filter }, { limit: 50 })).map(({ name }) => name)
    expect(await search({ search: 'che may' })).toEqual([tea.name])
    expect(await search({ search: '241407000012' })).toEqual([tea.name])
    expect(await search({ kind: 'household' })).toEqual(['Hộ Lò Văn Lan'])
    expect(await search({ unitPath: 'vn/14/03646', search: 'đào' })).toEqual(['Cơ sở Đào'])
    expect(await search({ search: '%' })).toEqual([])
  })

  test('nobody sees any, and the public view says nothing of the people behind', async () => {
    const nobody = producersSeenBy({ id: null, name: '', holdings: [] })
    expect(await listProducers(database.db, { reach: nobody }, { limit: 5 })).toEqual([])
    const [seen] = await database.db.selectFrom('publicProducer').selectAll().execute()
    expect(Object.keys(seen ?? {}).filter((column) => column.startsWith('representative'))).toEqual([])
  })
})
