import { expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { demandTwoFactor, twoFactorPath } from './demand-two-factor.ts'
import { type Role, roles } from './holds.ts'

const somebody = (role: Role) => actorWith(role, 'vn/14', { producerId: role === 'producer' ? 'p' : null })

test.each(roles)('%s needs a second factor outside the demonstration, unless a producer', (role) => {
  const actor = somebody(role)
  const expected = role === 'producer' ? null : twoFactorPath
  expect(demandTwoFactor({ actor, twoFactorOn: false, demo: false }, '/dossiers')).toBe(expected)
  expect(demandTwoFactor({ actor, twoFactorOn: true, demo: false }, '/dossiers')).toBe(null)
  expect(demandTwoFactor({ actor, twoFactorOn: false, demo: true }, '/dossiers')).toBe(null)
})

test.each([
  ['/account/two-factor', null],
  ['/account/two-factor/confirmation', null],
  ['/sign-out', null],
  ['/account', twoFactorPath],
  ['/account/two-factors', twoFactorPath],
  ['/', twoFactorPath],
])('an officer without a second factor who asks for %s is sent to %s', (path, expected) => {
  expect(demandTwoFactor({ actor: somebody('leader'), twoFactorOn: false, demo: false }, path)).toBe(expected)
})

test('a visitor is asked for nothing', () => {
  expect(demandTwoFactor({ actor: nobody, twoFactorOn: false, demo: false }, '/')).toBe(null)
})
