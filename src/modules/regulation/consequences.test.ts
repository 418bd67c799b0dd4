import { describe, expect, test } from 'vitest'
import { consequencesOf, consequencesOfReturn } from './consequences.ts'
import { lawRegime } from './law-files.ts'

const send = (to: string) => ({ step: 'send', to })
const back = (to: string) => ({ step: 'return', to })
const recognise = (stars: number, level: string) => ({ step: 'recognise', stars, level })
const decline = { step: 'decline' }

describe('what follows from the stars', () => {
  test.each([
    ['qd26-2026', 'province', 1, 1, [decline]],
    ['qd26-2026', 'province', 2, 5, [decline]],
    ['qd26-2026', 'province', 3, 3, [recognise(3, 'province')]],
    ['qd26-2026', 'province', 4, 4, [recognise(4, 'province')]],
    ['qd26-2026', 'province', 4, 5, [recognise(4, 'province'), send('centre')]],
    ['qd26-2026', 'province', 5, 5, [send('centre')]],
    ['qd26-2026', 'centre', 5, 5, [recognise(5, 'centre')]],
    ['qd26-2026', 'centre', 4, 4, [back('province')]],
    ['qd26-2026', 'centre', 2, 2, [back('province')]],
    ['qd148-2023', 'district', 2, 2, [decline]],
    ['qd148-2023', 'district', 3, 3, [recognise(3, 'district')]],
    ['qd148-2023', 'district', 4, 4, [send('province')]],
    ['qd148-2023', 'province', 4, 4, [recognise(4, 'province')]],
    ['qd148-2023', 'province', 3, 3, [back('district')]],
    ['qd148-2023', 'province', 5, 5, [send('centre')]],
    ['qd148-2023-qd1489', 'province', 3, 3, [recognise(3, 'province')]],
    ['qd1048-2019', 'district', 3, 3, [send('province')]],
    ['qd1048-2019', 'province', 3, 3, [recognise(3, 'province')]],
  ] as const)('under %s at the %s, %i stars in band %i', (regime, level, stars, band, expected) => {
    expect(consequencesOf({ stars, band, level, regime: lawRegime(regime) })).toEqual(expected)
  })

  test('a product that the centre sent back is recognised on its result, or assessed again', () => {
    const regime = lawRegime('qd26-2026')
    const again = { step: 'reassess', level: 'province' }
    expect(consequencesOfReturn({ stars: 4, to: 'province', regime })).toEqual([
      recognise(4, 'province'),
      again,
    ])
    expect(consequencesOfReturn({ stars: 2, to: 'province', regime })).toEqual([again])
  })
})
