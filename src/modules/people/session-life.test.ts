import { expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import { actorWith, testNow } from '#platform/testing/test-ctx.ts'
import { isOver } from './session-life.ts'

const officer = actorWith('commune_officer', 'vn/14/03868')
const producer = actorWith('producer', 'vn/14/03868', { producerId: 'p' })
const hours = (count: number) => new Date(testNow.getTime() - count * 3_600_000)

test.each([
  ['an officer after 11 hours', officer, 11, false],
  ['an officer after 12 hours', officer, 12, true],
  ['a producer after 12 hours', producer, 12, false],
  ['a producer after six days', producer, 144, false],
  ['somebody without a role', nobody, 100, false],
  [
    'a producer who also sits on a council',
    { holdings: [...producer.holdings, ...actorWith('member', 'vn/14').holdings] },
    13,
    true,
  ],
])('the sign-in of %s: over %s', (_, actor, age, expected) => {
  expect(isOver(hours(Number(age)), actor, testNow)).toBe(expected)
})
