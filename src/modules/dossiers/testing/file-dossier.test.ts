import { expect, test } from 'vitest'
import { lawRegime } from '#modules/regulation/index.ts'
import { theSet } from '#modules/regulation/testing.ts'
import { selfStanding } from '../self-standing.ts'
import { answersNear } from './file-dossier.ts'

const set = theSet('qd26-2026-11')

test.each([
  [30, 2],
  [55, 3],
  [70, 4],
  [82, 4],
  [92, 5],
  [100, 5],
])('a self-assessment near %i points comes close to it and meets the marks of %i stars', (total, stars) => {
  const standing = selfStanding(set, lawRegime(set.regimeId).id, answersNear(set, total))
  expect(Math.abs(standing.score.total - total)).toBeLessThanOrEqual(2)
  expect(standing).toMatchObject({ answered: standing.all, stars })
})
