import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#platform/dates.ts'
import type { Database } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { insertRole } from './grant-role.ts'
import { readActor } from './read-actor.ts'
import { takeProducer } from './take-producer.ts'
import { makePerson, type PeopleTestTables } from './testing.ts'

let database: Database
let db: Kysely<PeopleTestTables>
const unitPath = 'vn/14/03868'

beforeAll(async () => {
  database = await openTestDb()
  db = database.db as Kysely<PeopleTestTables>
})
afterAll(() => database.close())

async function newcomer(name: string) {
  const person = await makePerson(db, name)
  const held = { personId: person.id, role: 'producer', unitId: '03868', unitPath } as const
  await insertRole(testCtx(db), held)
  return readActor(db, person.id, dayOf(testNow))
}

test('the role without a producer becomes that of the producer', async () => {
  const person = await newcomer('Lò Văn An')
  const producerId = newId()
  await takeProducer(testCtx(db, { actor: person }), { producerId, unitPath })
  const now = await readActor(db, person.id ?? '', dayOf(testNow))
  expect(now.holdings).toEqual([{ role: 'producer', unitPath, producerId }])
})

test('it is filled once, also when two registrations come at once', async () => {
  const person = await newcomer('Lò Văn Bình')
  const take = () => takeProducer(testCtx(db, { actor: person }), { producerId: newId(), unitPath })
  const outcomes = await Promise.allSettled([take(), take()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'people.acts_already' },
  })
  expect((await readActor(db, person.id ?? '', dayOf(testNow))).holdings).toHaveLength(1)
})

test('nobody takes a producer elsewhere than where they hold the role', async () => {
  const person = await newcomer('Lò Văn Cường')
  const elsewhere = takeProducer(testCtx(db, { actor: person }), {
    producerId: newId(),
    unitPath: 'vn/14/03646',
  })
  await expect(elsewhere).rejects.toMatchObject({ code: 'people.acts_already' })
})
