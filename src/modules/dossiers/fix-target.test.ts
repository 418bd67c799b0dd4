import { expect, test } from 'vitest'
import { isTarget, mayChange } from './fix-target.ts'
import { dossierStates } from './workflow.ts'

const criteria = new Set(['1.1', '2.3'])

test.each([
  ['registration', true, true],
  ['report', true, true],
  ['criterion:1.1', true, true],
  ['criterion:9.9', false, false],
  ['criterion', false, false],
  ['paper:test_results', true, true],
  ['paper:passport', false, false],
  ['commune:localLabour', false, true],
  ['commune:weather', false, false],
  ['', false, false],
])(
  'the part %s may be sent back by the commune: %s, by the province: %s',
  (target, byCommune, byProvince) => {
    expect(isTarget(target, { criteria, byProvince: false })).toBe(byCommune)
    expect(isTarget(target, { criteria, byProvince: true })).toBe(byProvince)
  },
)

test('a draft is open, a returned dossier only where it was sent back, any other is closed', () => {
  const open = new Set(['criterion:1.1'])
  for (const state of dossierStates) {
    const returned = state === 'returned' || state === 'returned_by_province'
    expect(mayChange(state, open, 'criterion:1.1'), state).toBe(state === 'draft' || returned)
    expect(mayChange(state, open, 'registration'), state).toBe(state === 'draft')
  }
})
