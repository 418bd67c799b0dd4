import fc from 'fast-check'
import { expect, test } from 'vitest'
import { patience, waitAfter } from './attempt-wait.ts'

test.each([
  ['pair', 1, 0],
  ['pair', 4, 0],
  ['pair', 5, 30],
  ['pair', 6, 60],
  ['pair', 9, 480],
  ['pair', 10, 900],
  ['pair', 1000, 900],
  ['caller', 49, 0],
  ['caller', 50, 10],
  ['caller', 60, 300],
  ['codeOfAccount', 49, 0],
  ['codeOfAccount', 50, 600],
  ['resetOfAccount', 2, 0],
  ['resetOfAccount', 3, 600],
] as const)('%s: after %i tries the next waits %i seconds', (kind, tries, seconds) => {
  expect(waitAfter(tries, patience[kind])).toBe(seconds)
})

test('the wait never falls as tries go on, and never passes its longest', () => {
  const kinds = fc.constantFrom(...Object.values(patience))
  fc.assert(
    fc.property(fc.nat(5000), kinds, (tries, kind) => {
      const now = waitAfter(tries, kind)
      return now <= waitAfter(tries + 1, kind) && now <= kind.longestWait
    }),
  )
})
