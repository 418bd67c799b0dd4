import { expect, test } from 'vitest'
import { missLimit } from './miss-limit.ts'

const at = (second: number) => new Date(second * 1000)

test('closes to one asker after so many misses, to nobody else, and opens when the span is over', () => {
  const limit = missLimit({ misses: 2, seconds: 60 })
  limit.miss('a', at(0))
  expect(limit.isClosedTo('a', at(1))).toBe(false)
  limit.miss('a', at(30))
  expect(limit.isClosedTo('a', at(59))).toBe(true)
  expect(limit.isClosedTo('b', at(59))).toBe(false)
  expect(limit.isClosedTo('a', at(60))).toBe(false)
})

test('a span that is over is forgotten', () => {
  const limit = missLimit({ misses: 2, seconds: 60 })
  limit.miss('a', at(0))
  limit.miss('a', at(61))
  expect(limit.isClosedTo('a', at(62))).toBe(false)
})
