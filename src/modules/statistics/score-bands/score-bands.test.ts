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
import { api } from '../statistics-api.ts'
import { routes } from '../statistics-routes.tsx'

let database: Database
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  const averages = [7840, 7110, 5555, 8999]
  for (const average of averages) await makeCertificate(as(database.db, lan), { average })
})
afterAll(() => database.close())

const groups = async (query = '') => {
  const answer = await testApp(database.db, api).request(`/statistics/score-bands${query}`)
  return ((await answer.json()) as { groups: unknown[] }).groups
}
const csv = async () => (await testApp(database.db, routes).request('/thong-ke/khung-diem.csv')).text()
const page = async () => (await testApp(database.db, routes).request('/thong-ke')).text()

test('four products are too few', async () => {
  expect(await groups()).toEqual([{ year: 2026, criteriaSet: null, products: null, bands: null }])
  expect(await csv()).toContain('Quá ít, không công bố')
  expect(await page()).toContain('Quá ít, không công bố')
})

test('five decided ones are shown in bands; a sixth holds the group back until its decision', async () => {
  await makeCertificate(as(database.db, lan), { average: 5000 })
  const five = await groups()
  expect(five).toMatchObject([{ year: 2026, criteriaSet: { id: 'qd26-2026-12' }, products: 5 }])
  const bands = (five[0] as { bands: { from: number; to: number; products: number }[] }).bands
  expect(bands.filter(({ products }) => products > 0)).toEqual([
    { from: 50, to: 59, products: 2 },
    { from: 70, to: 79, products: 2 },
    { from: 80, to: 89, products: 1 },
  ])
  expect(await csv()).toContain('50–59,2')
  expect(await groups('?year=2025')).toEqual([])

  const { dossierId } = await makeDossier(database.db, { average: 6543 })
  expect(await groups()).toEqual([])
  expect(await page()).not.toMatch(/6543|65,43/)
  await decideRecognition(as(database.db, lan), { dossierIds: [dossierId], decision: newDecision() })
  expect(await groups()).toMatchObject([{ products: 6 }])
})

test.each(['?year=soon', '?year=1800'])('%s is refused', async (query) => {
  expect((await testApp(database.db, api).request(`/statistics/score-bands${query}`)).status).toBe(400)
})
