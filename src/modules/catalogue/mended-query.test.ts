import { expect, test } from 'vitest'
import { isOneSlip, mendedQuery } from './mended-query.ts'

test.each([
  ['sahn', 'shan', true],
  ['meeo', 'meo', true],
  ['tuyt', 'tuyet', true],
  ['chr', 'che', true],
  ['che', 'che', false],
  ['sahn', 'san', true],
  ['mat', 'tam', false],
  ['ab', 'ba', true],
  ['chuoi', 'che', false],
])('%s and %s are one slip apart: %s', (one, other, expected) => {
  expect([isOneSlip(one, other), isOneSlip(other, one)]).toEqual([expected, expected])
})

test('only words that nothing begins with are mended', () => {
  expect(mendedQuery('Chè sahn', ['che', 'shan', 'san'])).toBe('che:* & (sahn:* | shan | san)')
  expect(mendedQuery('chè sha', ['che', 'shan'])).toBeNull()
  expect(mendedQuery('zzzz', ['che'])).toBeNull()
})
