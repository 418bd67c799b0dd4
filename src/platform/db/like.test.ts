import { expect, test } from 'vitest'
import { holding, literally } from './like.ts'

test.each([
  ['che', '%che%'],
  ['100%', '%100\\%%'],
  ['a_b', '%a\\_b%'],
  ['a\\b', '%a\\\\b%'],
  ['', '%%'],
])('%j is looked for as %j', (typed, pattern) => {
  expect(holding(typed)).toBe(pattern)
  expect(`%${literally(typed)}%`).toBe(pattern)
})
