import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newVerificationCode, readVerificationCode } from './verification-code.ts'

test('a code has two groups of four signs, none of which is taken for another', () => {
  for (let count = 0; count < 500; count += 1)
    expect(newVerificationCode()).toMatch(/^[0-9A-HJ-NP-TV-Y]{4}-[0-9A-HJ-NP-TV-Y]{4}$/)
})

test('every sign is as likely as any other', () => {
  const signs = new Set(
    Array.from({ length: 256 }, (_, byte) => newVerificationCode(() => new Uint8Array(8).fill(byte))[0]),
  )
  expect(signs.size).toBe(32)
})

test.each([
  ['SL7K-4M2Q', 'SL7K-4M2Q'],
  ['sl7k4m2q', 'SL7K-4M2Q'],
  [' sl7k – 4m2q ', 'SL7K-4M2Q'],
  ['SL7K 4M2Q', 'SL7K-4M2Q'],
  ['ＳＬ７Ｋ－４Ｍ２Ｑ', 'SL7K-4M2Q'],
  ['SL7K-4M2O', 'SL7K-4M20'],
  ['iloz-uuuu', '1L02-VVVV'],
  ['SL7K-4M2', null],
  ['SL7K-4M2QQ', null],
  ['SL7K-4M2#', null],
  ['', null],
  ["' or 1=1", null],
  ['đặc-sản', null],
])('what was typed as "%s" means %s', (typed, code) => {
  expect(readVerificationCode(typed)).toBe(code)
})

test('a code that was made is read as itself, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
      const code = newVerificationCode(() => bytes)
      expect(readVerificationCode(code)).toBe(code)
      expect(readVerificationCode(code.toLowerCase().replace('-', ' '))).toBe(code)
    }),
  )
})

test('reading what anybody types ends in a code or in nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => void readVerificationCode(typed)),
  )
})
