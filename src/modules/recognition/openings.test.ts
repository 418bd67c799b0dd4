import { expect, test } from 'vitest'
import { lawRegime } from '#modules/regulation/index.ts'
import { addDays } from '#platform/dates.ts'
import { certificateStatus } from './certificate-status.ts'
import { firstIsOpen, openingsOf } from './openings.ts'

const regime = lawRegime('qd26-2026')
const on = (day: string, expiresOn: string, { stars = 4, revokedOn = null as string | null } = {}) =>
  openingsOf({ stars, expiresOn, status: certificateStatus({ expiresOn, revokedOn }, day) }, { regime, day })

test.each([
  [-181, { open: false, why: 'too_early', opensOn: '2028-01-02', closesOn: '2028-03-02' }],
  [-180, { open: true, closesOn: '2028-03-02' }],
  [-150, { open: true, closesOn: '2028-03-02' }],
  [-120, { open: true, closesOn: '2028-03-02' }],
  [-119, { open: false, why: 'window_closed' }],
  [0, { open: false, why: 'window_closed' }],
  [1, { open: false, why: 'expired' }],
])('%d days from the end, across a 29 February, a reassessment is %j', (days, expected) => {
  expect(on(addDays('2028-06-30', days), '2028-06-30').reassessment).toEqual(expected)
})

test('a certificate whose window had closed before the decision came is reassessed until its end', () => {
  expect(on('2026-09-01', '2026-09-10').reassessment).toEqual({ open: true, closesOn: '2026-09-10' })
  expect(on('2026-09-01', '2026-09-18').reassessment).toEqual({ open: true, closesOn: '2026-09-18' })
  expect(on('2026-09-01', '2026-09-19').reassessment).toEqual({ open: false, why: 'window_closed' })
})

test('an upgrade is open while a star below the highest is in force', () => {
  expect(on('2027-01-01', '2028-06-30').upgrade).toEqual({ open: true, closesOn: null })
  expect(on('2027-01-01', '2028-06-30', { stars: 5 }).upgrade).toEqual({ open: false, why: 'top_star' })
  expect(on('2028-07-01', '2028-06-30').upgrade).toEqual({ open: false, why: 'expired' })
})

test('nothing follows a revoked certificate', () => {
  const shut = { open: false, why: 'revoked' }
  expect(on('2027-01-01', '2028-06-30', { revokedOn: '2026-12-01' })).toEqual({
    upgrade: shut,
    reassessment: shut,
  })
})

test.each([
  ['2027-01-01', null, false],
  ['2028-03-02', null, false],
  ['2028-03-03', null, true],
  ['2028-07-01', null, true],
  ['2027-01-01', '2026-12-01', true],
])(
  'on %s (revoked %s) a product with a star until 30/06/2028 is filed as for the first time: %s',
  (day, revokedOn, open) => {
    const expiresOn = '2028-06-30'
    const status = certificateStatus({ expiresOn, revokedOn }, day)
    expect(firstIsOpen({ stars: 4, expiresOn, status }, { regime, day })).toBe(open)
  },
)
