import { expect, test } from 'vitest'
import { form02Papers, form02RowOf, paperKinds } from './paper-kinds.ts'
import { isWeak, paperStatus } from './paper-status.ts'

const paper = {
  kind: 'test_results',
  number: '12',
  issuer: null,
  issuedOn: null,
  validTo: null,
  replacedById: null,
} as const

test.each([
  ['2026-11-23', 'expired'],
  ['2026-11-24', 'expiring'],
  ['2027-02-22', 'expiring'],
  ['2027-02-23', 'valid'],
  [null, 'endless'],
] as const)('on 24/11/2026 a paper valid to %s is %s', (validTo, status) => {
  expect(paperStatus({ ...paper, validTo }, '2026-11-24')).toBe(status)
})

test('of a paper that nobody has described nothing is known, save what a producer makes itself', () => {
  const bare = { ...paper, number: null }
  expect(paperStatus(bare, '2026-11-24')).toBe('unknown')
  expect(paperStatus({ ...bare, kind: 'product_story' }, '2026-11-24')).toBe('endless')
})

test('a replaced paper counts no more, whatever its days', () => {
  const old = { ...paper, validTo: '2020-01-01', replacedById: 'newer' }
  expect(paperStatus(old, '2026-11-24')).toBe('replaced')
  expect(isWeak(old, '2026-12-31')).toBe(false)
})

test.each([
  ['2026-12-30', '2026-12-31', true],
  ['2026-12-31', '2026-12-31', false],
  [null, '2026-12-31', false],
  ['2026-12-30', null, false],
])('a paper valid to %s under what lasts to %s is weak: %s', (validTo, until, weak) => {
  expect(isWeak({ validTo, replacedById: null }, until)).toBe(weak)
})

test('Form 02 has fifteen rows; a group’s contract stands where others have a registration', () => {
  expect(form02Papers).toHaveLength(15)
  expect(paperKinds.filter((kind) => form02RowOf(kind) === 'business_registration')).toEqual([
    'business_registration',
    'cooperation_contract',
    'founding_decision',
  ])
  expect(form02RowOf('other')).toBeNull()
})
