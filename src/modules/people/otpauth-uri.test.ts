import { expect, test } from 'vitest'
import { otpauthUri, readableKey } from './otpauth-uri.ts'

// The vectors of RFC 4648, section 10, without padding.
test.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW 6'],
  ['foob', 'MZXW 6YQ'],
  ['fooba', 'MZXW 6YTB'],
  ['foobar', 'MZXW 6YTB OI'],
])('the secret %s is typed as %s', (secret, key) => {
  expect(readableKey(secret)).toBe(key)
})

test('the address for the app names us and the account', () => {
  expect(otpauthUri({ secret: 'foobar', email: 'mai@saolang.example' })).toBe(
    'otpauth://totp/Sao%20L%C3%A0ng:mai%40saolang.example?secret=MZXW6YTBOI&issuer=Sao%20L%C3%A0ng&digits=6&period=30',
  )
})
