import { expect, test } from 'vitest'
import { nobody, system } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { holds, producerIdsOf, unitPathsOf } from './holds.ts'

test.each([
  ['its own commune', 'vn/14/03868', 'vn/14/03868', true],
  ['a commune of its province', 'vn/14', 'vn/14/03868', true],
  ['everything from the centre', 'vn', 'vn/14/03868', true],
  ['another commune', 'vn/14/03868', 'vn/14/03646', false],
  ['the province above', 'vn/14/03868', 'vn/14', false],
  ['a unit whose code only begins alike', 'vn/1', 'vn/14', false],
])('a holding reaches %s: %s → %s %s', (_, held, place, expected) => {
  expect(holds(actorWith('commune_officer', held), 'commune_officer', place)).toBe(expected)
})

test('a role is not another role, nobody holds nothing, the platform holds all', () => {
  expect(holds(actorWith('auditor', 'vn'), 'leader', 'vn/14')).toBe(false)
  expect(holds(actorWith('auditor', 'vn'), ['leader', 'auditor'], 'vn/14')).toBe(true)
  expect(holds(nobody, 'producer', 'vn')).toBe(false)
  expect(holds(system, 'leader', 'vn/14')).toBe(true)
})

test('the places and producers of an actor are listed once each', () => {
  const actor = actorWith('producer', 'vn/14/03868', { producerId: 'p1' })
  expect(producerIdsOf(actor)).toEqual(['p1'])
  expect(unitPathsOf({ ...actor, holdings: [...actor.holdings, ...actor.holdings] }, 'producer')).toEqual([
    'vn/14/03868',
  ])
})
