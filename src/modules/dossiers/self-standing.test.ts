import { expect, test } from 'vitest'
import { fileSet } from '#modules/regulation/index.ts'
import { selfStanding } from './self-standing.ts'
import { answersNear } from './testing/file-dossier.ts'

const tea = teaSheet()

test('nothing answered is no star, and all of the way to three', () => {
  const standing = selfStanding(tea, 'qd26-2026', {})
  expect(standing).toMatchObject({ answered: 0, next: { stars: 3, from: 50, lackingPoints: 50 } })
  expect(standing.stars).toBeLessThan(3)
})

test('full marks are five stars, with nothing left to reach', () => {
  const standing = selfStanding(tea, 'qd26-2026', answersNear(tea, 100))
  expect(standing).toMatchObject({ score: { total: 100 }, stars: 5, next: null })
})

test('points alone do not make a star where a mark is missed', () => {
  const full = answersNear(tea, 100)
  const standing = selfStanding(tea, 'qd26-2026', { ...full, '9': [1] })
  expect(standing.score.total).toBeGreaterThanOrEqual(90)
  expect(standing.stars).toBeLessThan(5)
  expect(standing.next?.lackingPoints).toBe(0)
  expect(standing.next?.lackingMarks.map(({ criterion }) => criterion)).toContain('9')
})

function teaSheet() {
  const set = fileSet('qd26-2026-11')
  if (!set) throw new Error('the sheet of tea is gone')
  return set
}
