import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { type EventTables, listEvents } from '#platform/events/event-store.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { checkSeries, takeNumber, voidNumber } from './number-series.ts'
import { listNumbersOf, type NumberTables } from './number-store.ts'

let database: Database
let db: Kysely<NumberTables & EventTables>

beforeAll(async () => {
  database = await openTestDb({
    damaged: { 'every number series is without gap and without double': 'a gap is made, to be found' },
  })
  db = database.db
})
afterAll(() => database.close())

const ctx = () => testCtx(db)

test('a series counts from 1, and each series and year by itself', async () => {
  const taken: number[] = []
  for (const [series, year] of [
    ['a', 2026],
    ['a', 2026],
    ['b', 2026],
    ['a', 2027],
    ['a', 2026],
  ] as const) {
    taken.push(await takeNumber(ctx(), { series, year, subject: `decision:${taken.length}` }))
  }
  expect(taken).toEqual([1, 2, 1, 1, 3])
  expect(await listNumbersOf(db, 'decision:4')).toMatchObject([
    { series: 'a', year: 2026, number: 3, takenBy: 'system' },
  ])
  expect(await checkSeries(db)).toEqual([])
})

test('a number of a transaction that is rolled back is given to the next', async () => {
  const series = { series: 'rolled back', year: 2026, subject: 'decision:x' }
  const failing = inTransaction(ctx(), async (ctx) => {
    await takeNumber(ctx, series)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await takeNumber(ctx(), series)).toBe(1)
})

test('fifty takers at once get the numbers 1 to 50', async () => {
  const series = { series: 'busy', year: 2026, subject: 'decision:x' }
  const numbers = await Promise.all(Array.from({ length: 50 }, () => takeNumber(ctx(), series)))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  expect(await checkSeries(db)).toEqual([])
})

test('a void number keeps its reason, its event and its place', async () => {
  const series = { series: 'void', year: 2026 }
  await takeNumber(ctx(), { ...series, subject: 'decision:x' })
  await voidNumber(ctx(), { ...series, number: 1, reason: 'Ghi nhầm ngày' })
  expect(await takeNumber(ctx(), { ...series, subject: 'decision:y' })).toBe(2)
  expect(await listEvents(db, 'number_series:void')).toMatchObject([
    { name: 'number.voided', facts: { number: 1, reason: 'Ghi nhầm ngày' } },
  ])
  expect(await checkSeries(db)).toEqual([])
})

test.each([
  ['a number that nobody took', 7],
  ['a number that is void already', 1],
])('refuses to void %s', async (_, number) => {
  await expect(voidNumber(ctx(), { series: 'void', year: 2026, number, reason: 'x' })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'numbers.not_taken',
  })
})

test('a gap is found', async () => {
  await sql`delete from number_taken where series = 'busy' and number = 17`.execute(db)
  await sql`update number_series set last = 9 where series = 'b'`.execute(db)
  expect(await checkSeries(db)).toEqual([
    { series: 'b', year: 2026, last: 9, taken: 1 },
    { series: 'busy', year: 2026, last: 50, taken: 49 },
  ])
})
