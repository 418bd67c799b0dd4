import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideRecognition } from '#modules/recognition/index.ts'
import {
  as,
  bareResults,
  lan,
  makeCertificate,
  makeDossier,
  newDecision,
} from '#modules/recognition/testing.ts'
import type { Database } from '#platform/db/connect.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { api } from './statistics-api.ts'
import { importRecognised2019 } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  await importRecognised2019(database.db)
})
afterAll(() => database.close())

const get = async (query: string) => {
  const answer = await testApp(database.db, api).request(`/statistics/recognitions${query}`)
  return { status: answer.status, body: await answer.json() }
}

test('the figures of 2019 are those of the council of Sơn La', async () => {
  expect(await get('?year=2019')).toEqual({
    status: 200,
    body: {
      year: 2019,
      total: 28,
      producers: 17,
      byStars: { '3': 19, '4': 9, '5': 0 },
      byProducerType: { cooperative: 22, cooperative_group: 2, company: 1, household: 3 },
    },
  })
})

test('a year without recognitions has none', async () => {
  expect((await get('?year=2021')).body).toMatchObject({ year: 2021, total: 0, producers: 0 })
})

test('a product recognised twice in a year counts once, at its last rank', async () => {
  const first = await makeCertificate(as(database.db, lan), { issuedOn: '2026-07-24', average: 6000 })
  const { dossierId } = await makeDossier(database.db, {
    productId: first.productId,
    producerId: first.producerId,
  })
  await decideRecognition(as(database.db, lan), { dossierIds: [dossierId], decision: newDecision() })
  expect((await get('?year=2026')).body).toMatchObject({ total: 1, byStars: { '3': 0, '4': 1, '5': 0 } })
  expect((await get('')).body).toMatchObject({ year: null, total: 29, producers: 18 })
})

test.each([['?year=soon'], ['?year=1800']])('%s is refused', async (query) => {
  expect((await get(query)).status).toBe(400)
})
