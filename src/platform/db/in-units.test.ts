import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDb } from '#platform/testing/test-db.ts'
import type { Database } from './connect.ts'
import { inUnits } from './in-units.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())

const found = async (paths: string[]) => {
  const rows = await database.db
    .selectFrom('unit')
    .select('path')
    .where((eb) => inUnits(eb, 'path', paths))
    .where('id', 'in', ['14', '03868', '11', '1'])
    .orderBy('path')
    .execute()
  return rows.map(({ path }) => path)
}

test.each([
  [['vn/14'], ['vn/14', 'vn/14/03868']],
  [['vn/14/03868'], ['vn/14/03868']],
  // A path is no beginning of a word: vn/1 holds nothing of vn/14 and vn/11.
  [['vn/1'], []],
  [[], []],
])('in %j lie %j', async (paths, expected) => {
  expect(await found(paths)).toEqual(expected)
})
