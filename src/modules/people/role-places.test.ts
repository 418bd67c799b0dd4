import { expect, test } from 'vitest'
import { roles } from './holds.ts'
import { levelOf, roleFits, unitIdOf, worksHere } from './role-places.ts'

test.each([
  ['vn', 'country'],
  ['vn/14', 'province'],
  ['vn/14/03868', 'commune'],
  ['vn/14/0386', null],
  ['vn/14/03868/1', null],
  ['la/14', null],
  ['vn/', null],
  ['', null],
])('%s is a path of level %s', (path, level) => {
  expect(levelOf(path)).toBe(level)
})

const places = ['vn', 'vn/14', 'vn/14/03868'] as const

test.each([
  ['producer', 'no no yes'],
  ['commune_officer', 'no no yes'],
  ['province_officer', 'no yes no'],
  ['chair', 'yes yes no'],
  ['secretary', 'yes yes no'],
  ['member', 'yes yes no'],
  ['advisory', 'yes yes yes'],
  ['leader', 'yes yes yes'],
  ['central_officer', 'yes no no'],
  ['inspector', 'yes yes yes'],
  ['consultant', 'yes yes yes'],
  ['administrator', 'yes yes yes'],
  ['auditor', 'yes yes yes'],
] as const)('%s is held at the centre, in a province, in a commune: %s', (role, expected) => {
  expect(places.map((path) => (roleFits(role, path) ? 'yes' : 'no')).join(' ')).toBe(expected)
})

test('no role is held in a place that does not exist, and the code of a unit ends its path', () => {
  expect(roles.some((role) => roleFits(role, 'vn/1'))).toBe(false)
  expect(unitIdOf('vn/14/03868')).toBe('03868')
  expect(unitIdOf('vn')).toBe('vn')
})

test('everybody who holds more than a producer works for the programme', () => {
  const producer = { role: 'producer', unitPath: 'vn/14/03868', producerId: 'p' }
  expect(worksHere({ holdings: [producer] })).toBe(false)
  expect(worksHere({ holdings: [] })).toBe(false)
  expect(worksHere({ holdings: [producer, { role: 'member', unitPath: 'vn/14', producerId: null }] })).toBe(
    true,
  )
})
