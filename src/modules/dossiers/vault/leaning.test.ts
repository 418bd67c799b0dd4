import { expect, test } from 'vitest'
import { leansUntil } from './leaning.ts'

const regimeId = 'qd26-2026'

/** The province's rounds: proposed before 30/4, done before 30/6; before 30/10, before 30/12 (art. 5). */
test.each([
  ['draft', '2026-10-29', '2026-12-29'],
  ['draft', '2026-10-30', '2027-06-29'],
  ['returned', '2026-12-01', '2027-06-29'],
  ['proposed', '2026-12-01', '2026-12-29'],
  ['in_council', '2026-12-29', '2026-12-29'],
  ['proposed', '2026-12-30', '2027-06-29'],
] as const)('a dossier that is %s on %s leans on its papers to %s', (state, day, until) => {
  expect(leansUntil({ state, regimeId }, day)).toBe(until)
})

test.each(['recognised', 'not_recognised', 'rejected', 'withdrawn'] as const)(
  'a dossier that is %s leans on no paper any more',
  (state) => {
    expect(leansUntil({ state, regimeId }, '2026-11-24')).toBeNull()
  },
)
