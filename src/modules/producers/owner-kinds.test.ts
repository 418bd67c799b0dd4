import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#platform/db/fold.ts'
import { missingPapers, ownerKindOf, ownerKinds, papersNeeded } from './owner-kinds.ts'
import { peoples } from './peoples.ts'

test.each([
  ['HTX', 'cooperative'],
  ['Hợp tác xã nông nghiệp', 'cooperative'],
  ['cooperative', 'cooperative'],
  ['THT', 'cooperative_group'],
  ['Tổ hợp tác', 'cooperative_group'],
  ['cooperative_group', 'cooperative_group'],
  ['Cooperative group', 'cooperative_group'],
  ['Công ty TNHH', 'company'],
  ['Doanh nghiệp nhỏ và vừa', 'company'],
  ['company', 'company'],
  ['Trang trại', 'farm'],
  ['Hộ kinh doanh', 'household'],
  ['Hộ sản xuất', 'household'],
  ['Cơ sở sản xuất', 'household'],
  ['household', 'household'],
  ['Ban quản lý du lịch cộng đồng', 'tourism_body'],
  ['Trung tâm quản lý du lịch', 'tourism_body'],
  ['Hội làm vườn', 'tourism_body'],
  ['không rõ', null],
  ['', null],
])('the word %j means %s', (word, kind) => {
  expect(ownerKindOf(fold(word))).toBe(kind)
})

test('every kind of owner always needs one paper at least, and says by which rule', () => {
  for (const kind of ownerKinds) {
    expect(papersNeeded[kind].filter(({ need }) => need === 'always')).toHaveLength(1)
    expect(papersNeeded[kind].every(({ source }) => source !== '')).toBe(true)
    expect(ownerKindOf(kind)).toBe(kind)
  }
})

test('a paper that has run out is missing again, and one without an end never is', () => {
  const paper = { kind: 'business_registration', validTo: '2026-11-23' } as const
  expect(missingPapers('cooperative', [paper], '2026-11-23')).toEqual([])
  expect(missingPapers('cooperative', [paper], '2026-11-24').map(({ kind }) => kind)).toEqual([paper.kind])
  expect(missingPapers('cooperative', [{ ...paper, validTo: null }], '2099-01-01')).toEqual([])
})

test('more papers never make more of them missing', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`)
  const paper = fc.record({
    kind: fc.constantFrom('business_registration', 'cooperation_contract', 'founding_decision', 'other'),
    validTo: fc.option(day),
  })
  fc.assert(
    fc.property(fc.constantFrom(...ownerKinds), fc.array(paper), paper, day, (kind, papers, one, on) => {
      const before = missingPapers(kind, papers, on)
      expect(before).toEqual(expect.arrayContaining(missingPapers(kind, [...papers, one], on)))
    }),
  )
})

test('there are 54 peoples, each with its code', () => {
  expect(peoples).toHaveLength(54)
  expect(new Set(peoples.map(({ code }) => code)).size).toBe(54)
  expect(peoples[2]).toEqual({ scheme: '121-TCTK/PPCĐ-1979', code: '03', name: 'Thái' })
})
