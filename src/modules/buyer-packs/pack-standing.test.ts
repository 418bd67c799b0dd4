import { expect, test } from 'vitest'
import { hasEnded, lastDayOf, packStanding } from './pack-standing.ts'

const today = '2026-11-24'
const part = (name: string, lastDay: string | null) => ({ name, lastDay })

test('a pack is whole while every part counts, and knows which ends next', () => {
  const parts = [part('late', '2027-05-01'), part('soon', today), part('never', null)]
  expect(packStanding(parts, today)).toMatchObject({ weakenedBy: [], since: null, next: { name: 'soon' } })
})

test('it is weakened since the day after the first part that ended, by all that have', () => {
  const parts = [part('b', '2026-11-23'), part('a', '2026-10-31'), part('next', '2026-11-24')]
  const { weakenedBy, since, next } = packStanding(parts, today)
  expect(weakenedBy.map(({ name }) => name)).toEqual(['a', 'b'])
  expect([since, next?.name]).toEqual(['2026-11-01', 'next'])
})

test('nothing ends next where nothing has an end', () => {
  expect(packStanding([part('never', null)], today)).toEqual({ weakenedBy: [], since: null, next: null })
})

test.each([
  ['2027-01-01', null, '2027-01-01', false],
  ['2027-01-01', '2026-12-01', '2026-11-30', false],
  ['2027-01-01', '2026-11-24', '2026-11-23', true],
  ['2026-11-23', null, '2026-11-23', true],
  ['2026-10-01', '2026-11-24', '2026-10-01', true],
])('a certificate to %s, revoked %s, counts to %s', (expiresOn, revokedOn, lastDay, ended) => {
  expect(lastDayOf({ expiresOn, revokedOn })).toBe(lastDay)
  expect(hasEnded({ lastDay }, today)).toBe(ended)
})
