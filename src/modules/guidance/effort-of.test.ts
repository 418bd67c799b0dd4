import { expect, test } from 'vitest'
import { criteriaOf, criterionOf, fileSet, fileSetIds } from '#modules/regulation/index.ts'
import { criterionKinds, kindOf, readKind } from './criterion-kinds.ts'
import { effortBy, estimateOf, levelCountOf } from './effort-of.ts'

const sets = fileSetIds()
  .filter((id) => id.startsWith('qd26-2026-'))
  .flatMap((id) => fileSet(id) ?? [])
const coffee = sets.find(({ id }) => id === 'qd26-2026-13')

test('every line of the 26 sheets in force has a kind, and no kind is written for nothing', () => {
  const lines = sets.flatMap((set) => criteriaOf(set).map((line) => [set.id, line] as const))
  const nameless = lines.filter(([, line]) => kindOf(line) === 'other')
  expect(sets).toHaveLength(26)
  expect(nameless.map(([id, { code, nameVi }]) => `${id} ${code} ${nameVi}`)).toEqual([])
  const used = new Set(lines.map(([, line]) => kindOf(line)))
  expect(criterionKinds.filter((kind) => kind !== 'other' && !used.has(kind))).toEqual([])
})

test('every kind has a figure for each level that its sheets offer, and none more', () => {
  const most = new Map<string, number>()
  for (const line of sets.flatMap((set) => criteriaOf(set))) {
    const cases = line.cases?.map(({ no }) => no) ?? [undefined]
    for (const within of cases) {
      const points = line.options
        .filter((one) => one.case === within && one.points > 0)
        .map((one) => one.points)
      most.set(kindOf(line), Math.max(most.get(kindOf(line)) ?? 0, new Set(points).size))
    }
  }
  const have = [...most.keys()].map((kind) => [kind, estimateOf(kindFor(kind)).levels.length])
  expect(Object.fromEntries(have)).toEqual(Object.fromEntries(most))
})

test('a raise takes what every level on the way takes', () => {
  const packaging = coffee && criterionOf(coffee, '2.2')
  if (!packaging) throw new Error('coffee has a line for packaging')
  const effort = effortBy(ofKind)(packaging, 0, { points: 3, options: [4] })
  expect(effort).toEqual({ cost: 65_000_000, months: 6, fixed: false })
  expect(effortBy(ofKind)(packaging, 2, { points: 3, options: [4] })).toMatchObject({ cost: 40_000_000 })
})

test('where a product comes from is not changed at will', () => {
  const idea = coffee && criterionOf(coffee, '2.1')
  expect(idea && effortBy(ofKind)(idea, 0, { points: 1, options: [2] }).fixed).toBe(true)
})

test('every criterion has the levels that its own sheet offers, at most those of its kind', () => {
  for (const line of sets.flatMap((set) => criteriaOf(set))) {
    expect(levelCountOf(line)).toBeGreaterThan(0)
    expect(levelCountOf(line)).toBeLessThanOrEqual(estimateOf(kindOf(line)).levels.length)
  }
})

const ofKind = (criterion: Parameters<typeof kindOf>[0]) => estimateOf(kindOf(criterion))
const kindFor = (text: string) => readKind(text) ?? 'other'
