import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeSigns } from '#platform/code-signs.ts'
import { newLookUpCode, readLookUpCode } from './look-up-code.ts'

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 })

test('a code has three groups of three signs, none of which is taken for another', () => {
  for (let count = 0; count < 200; count += 1)
    expect(newLookUpCode()).toMatch(/^[0-9A-HJ-NP-TV-Y]{3}-[0-9A-HJ-NP-TV-Y]{3}-[0-9A-HJ-NP-TV-Y]{3}$/)
})

test('a code is read as itself, however it is typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = newLookUpCode(() => random)
      expect(readLookUpCode(code)).toBe(code)
      expect(readLookUpCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
      expect(readLookUpCode(code.replaceAll('0', 'O').replaceAll('1', 'i'))).toBe(code)
    }),
  )
})

test('one wrong sign is never another code', () => {
  fc.assert(
    fc.property(bytes, fc.nat(8), fc.nat(31), (random, place, sign) => {
      const signs = newLookUpCode(() => random).replaceAll('-', '')
      const wrong = signs.slice(0, place) + codeSigns[sign] + signs.slice(place + 1)
      fc.pre(wrong !== signs)
      expect(readLookUpCode(wrong)).toBeNull()
    }),
  )
})

test.each([[''], ['SL7K-4M2Q'], ["' or 1=1 --"], ['mã hồ sơ'], ['7KM-2QX-4TD-1']])(
  'what was typed as "%s" is no code',
  (typed) => {
    expect(readLookUpCode(typed)).toBeNull()
  },
)
