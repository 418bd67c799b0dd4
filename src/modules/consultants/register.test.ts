import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson } from '#modules/people/testing.ts'
import type { UnitTables } from '#modules/territory/index.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { changeConsultant } from './change-consultant.ts'
import { findConsultant, listDecisions, listMembers } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { decideConsultant } from './decide-consultant.ts'
import { getConsultant } from './get-consultant.ts'
import { applyAsConsultant, registerConsultant } from './register-consultant.ts'
import { addConsultantMember, removeConsultantMember } from './seat-consultant-member.ts'
import { buildConsultant, filledConsultant } from './testing.ts'

let database: Database
let db: Kysely<ConsultantTables & UnitTables>
let files: FileStore
let tuan: Actor & { id: string; email: string }
const hoa = actorWith('province_officer', 'vn/14', { id: 'hoa' })
const as = (actor: Actor) => testCtx(db, { actor })

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
  files = await testFiles()
  tuan = await makePerson(db, 'Bùi Anh Tuấn', [{ role: 'consultant', unitId: '14' }])
})
afterAll(() => database.close())

const proof = (mark: string) => ({ name: 'chung-nhan.pdf', bytes: smallPdf({ objects: `% ${mark}` }) })
const apply = (actor: Actor, change = {}) =>
  applyAsConsultant(as(actor), files, {
    typed: filledConsultant({ kind: 'person', name: actor.name, ...change }),
    upload: proof(actor.name),
    unitPath: 'vn/14',
  })
const decide = (consultantId: string, outcome: 'register' | 'suspend' | 'resume' | 'remove' | 'decline') =>
  decideConsultant(as(hoa), {
    consultantId,
    outcome,
    number: '90/QĐ-UBND',
    decidedOn: '2026-11-20',
    reason: 'Số liệu trong hồ sơ sai nhiều lần',
  })

test('somebody applies with a proof of training; the province registers, suspends, resumes and removes by decision', async () => {
  const { id } = await apply(tuan)
  expect(await findConsultant(db, id)).toMatchObject({ state: 'applied', activeSince: null })
  await decide(id, 'register')
  expect(await findConsultant(db, id)).toMatchObject({ state: 'active', activeSince: '2026-11-20' })
  await decide(id, 'suspend')
  await decide(id, 'resume')
  await decide(id, 'remove')
  expect(await findConsultant(db, id)).toMatchObject({ state: 'removed', activeSince: '2026-11-20' })
  expect((await listDecisions(db, [id])).map(({ outcome }) => outcome).sort()).toEqual([
    'register',
    'remove',
    'resume',
    'suspend',
  ])
  expect(await listMembers(db, id)).toEqual([])
  expect((await listEvents(db as never, `consultant:${id}`)).map(({ name }) => name)).toEqual([
    'consultant.applied',
    'consultant.registered',
    'consultant.suspended',
    'consultant.resumed',
    'consultant.removed',
  ])
  await expect(decide(id, 'resume')).rejects.toMatchObject({ code: 'consultants.nothing_to_decide' })
})

test('an application without a proof, or a form with faults, is not taken', async () => {
  const lan = await makePerson(db, 'Lê Thị Lan', [{ role: 'consultant', unitId: '14' }])
  const typed = filledConsultant({ trainedOn: '2026-12-01', fields: ['magic'], taxCode: '12' })
  const applied = applyAsConsultant(as(lan), files, { typed, upload: null, unitPath: 'vn/14' })
  await expect(applied).rejects.toMatchObject({
    kind: 'invalid',
    facts: { faults: { file: 'missing', trainedOn: 'future', fields: 'choose', taxCode: 'tax_code' } },
  })
})

test('a decision against a consultant has a reason, and no decision is of tomorrow', async () => {
  const id = await buildConsultant(as(hoa), files, { name: 'Hội Tư vấn Mường La', number: '12/QĐ-UBND' })
  const suspended = decideConsultant(as(hoa), {
    consultantId: id,
    outcome: 'suspend',
    number: '',
    decidedOn: '2026-11-25',
    reason: ' ',
  })
  await expect(suspended).rejects.toMatchObject({
    facts: { faults: { number: 'missing', decidedOn: 'future', reason: 'missing' } },
  })
})

test('of two decisions at once one counts', async () => {
  const id = await buildConsultant(as(hoa), files, { name: 'Hội Tư vấn Phù Yên', number: '13/QĐ-UBND' })
  const both = await Promise.allSettled([decide(id, 'suspend'), decide(id, 'suspend')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await listDecisions(db, [id])).length).toBe(2)
})

test('somebody works for one consultant at a time, also when two officers add them at once', async () => {
  const one = await buildConsultant(as(hoa), files, { name: 'Công ty Một', number: '14/QĐ-UBND' })
  const two = await buildConsultant(as(hoa), files, { name: 'Công ty Hai', number: '15/QĐ-UBND' })
  const mai = await makePerson(db, 'Lò Thị Mai', [{ role: 'consultant', unitId: '14' }])
  const add = (consultantId: string) => addConsultantMember(as(hoa), { consultantId, email: mai.email })
  const both = await Promise.allSettled([add(one), add(two)])
  expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  const home = both[0].status === 'fulfilled' ? one : two
  await removeConsultantMember(as(hoa), { consultantId: home, personId: mai.id })
  await add(two)
  expect((await listMembers(db, two)).map(({ name }) => name)).toEqual(['Lò Thị Mai'])
  await expect(addConsultantMember(as(hoa), { consultantId: two, email: 'x@y.vn' })).rejects.toMatchObject({
    code: 'consultants.no_such_account',
  })
})

test('a change made over a version that is gone is refused', async () => {
  const id = await buildConsultant(as(hoa), files, { name: 'Công ty Ba', number: '16/QĐ-UBND' })
  const change = {
    consultantId: id,
    version: 1,
    typed: filledConsultant({ name: 'Công ty Bốn' }),
    upload: null,
  }
  await changeConsultant(as(hoa), files, change)
  await expect(changeConsultant(as(hoa), files, change)).rejects.toMatchObject({
    code: 'consultants.changed_meanwhile',
  })
  expect(await findConsultant(db, id)).toMatchObject({ name: 'Công ty Bốn', version: 2 })
})

test.each<[string, Actor]>([
  ['nobody', nobody],
  ['the office of another province', actorWith('province_officer', 'vn/11')],
  ['a commune officer', actorWith('commune_officer', 'vn/14/03868')],
  ['an auditor', actorWith('auditor', 'vn/14')],
  ['the leader', actorWith('leader', 'vn/14')],
  ['a consultant', actorWith('consultant', 'vn/14')],
  ['a producer', actorWith('producer', 'vn/14/03868', { producerId: 'p' })],
])('%s registers, changes and decides nothing', async (_, actor) => {
  const id = await buildConsultant(as(hoa), files, { name: `Công ty ${_}`, number: `${_}/QĐ` })
  const refused = [
    () =>
      registerConsultant(as(actor), files, {
        typed: filledConsultant(),
        upload: null,
        unitPath: 'vn/14',
        decision: { number: '1/QĐ', decidedOn: '2026-11-01' },
      }),
    () =>
      changeConsultant(as(actor), files, {
        consultantId: id,
        version: 1,
        typed: filledConsultant(),
        upload: null,
      }),
    () =>
      decideConsultant(as(actor), {
        consultantId: id,
        outcome: 'remove',
        number: '1/QĐ',
        decidedOn: '2026-11-01',
        reason: 'không rõ',
      }),
    () => addConsultantMember(as(actor), { consultantId: id, email: tuan.email }),
  ]
  for (const attempt of refused)
    await expect(attempt()).rejects.toMatchObject({ kind: expect.stringMatching(/^(forbidden|not_found)$/) })
})

test.each<[string, Actor, boolean]>([
  ['its province’s office', hoa, true],
  ['an auditor of the province', actorWith('auditor', 'vn/14'), true],
  ['the centre', actorWith('central_officer', 'vn'), true],
  ['another province’s office', actorWith('province_officer', 'vn/11'), false],
  ['a commune officer', actorWith('commune_officer', 'vn/14/03868'), false],
  ['another consultant', actorWith('consultant', 'vn/14'), false],
  ['nobody', nobody, false],
])('the register is read by %s: %s', async (_, actor, reads) => {
  const id = await buildConsultant(as(hoa), files, { name: `Hội ${_}`, number: `${_}/QĐ-UB` })
  const read = getConsultant(as(actor), id)
  if (reads) expect((await read).id).toBe(id)
  else await expect(read).rejects.toMatchObject({ kind: 'not_found' })
})
