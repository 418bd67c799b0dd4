import { describe, expect, test } from 'vitest'
import type { CriteriaSet } from './criteria-set.ts'
import { integrityOf } from './integrity.ts'
import { theSet } from './testing.ts'
import vi from './text/vi.json' with { type: 'json' }

const coffee = theSet('qd26-2026-13')

/** The coffee sheet with one thing spoilt, as a faulty transcript would have it. */
function spoilt(spoil: (set: CriteriaSet) => void): CriteriaSet {
  const copy = structuredClone(coffee)
  spoil(copy)
  return copy
}

describe('the integrity report', () => {
  test('of the coffee sheet: 100 points, marks of all ranks, one anomaly to accept', () => {
    expect(integrityOf(coffee)).toMatchObject({
      setId: 'qd26-2026-13',
      reachable: 100,
      marks: { '3': 8, '4': 10, '5': 3 },
      findings: [{ id: 'implied:2.4', at: '2.4' }],
      unexplained: [],
      anomalies: ['2.4-options-implied'],
    })
  })

  test.each<[string, (set: CriteriaSet) => void, string[]]>([
    [
      'an option worth too much',
      (set) => at(set, 0, 0, 0, (one) => bump(one.options[2], 2)),
      ['criterion:1.1', 'reachable'],
    ],
    [
      'a criterion whose maximum is wrong',
      (set) => at(set, 0, 0, 0, (one) => bumpMax(one)),
      ['section:1', 'criterion:1.1'],
    ],
    ['a group that does not add up', (set) => at(set, 2, 0, 0, (one) => delete one.group), ['group:6.1']],
    [
      'a mark of a higher rank at fewer points',
      (set) => at(set, 1, 0, 0, (one) => mark(one.options[0], 5)),
      ['mark_twice:4.1:5', 'mark_order:4.1'],
    ],
    [
      'a text that is missing',
      (set) => at(set, 0, 0, 0, (one) => blank(one.options[0])),
      ['text_missing:parts.0.sections.0.criteria.0.options.0.textVi'],
    ],
    [
      'a knock-out at no criterion',
      (set) => set.knockouts.push({ key: 'x', criterion: '99', textVi: 'x', textEn: 'x' }),
      ['unknown:99'],
    ],
    [
      'a criterion printed twice',
      (set) => at(set, 0, 0, 1, (one) => Object.assign(one, { code: '1.1' })),
      ['code_twice:1.1'],
    ],
    [
      'options out of order',
      (set) => at(set, 0, 0, 0, (one) => one.options.reverse()),
      ['option_numbers:1.1'],
    ],
    ['a rank without marks', (set) => unmark(set, 5), ['marks_missing:5']],
  ])('finds %s, which no anomaly explains', (_, spoil, ids) => {
    const found = integrityOf(spoilt(spoil)).unexplained.map(({ id }) => id)
    expect(found).toEqual(expect.arrayContaining(ids))
    for (const id of found) expect(Object.keys(vi.finding)).toContain(id.split(':')[0])
  })
})

type Line = CriteriaSet['parts'][number]['sections'][number]['criteria'][number]
type Choice = Line['options'][number]

function at(set: CriteriaSet, part: number, section: number, line: number, change: (line: Line) => void) {
  const found = set.parts[part]?.sections[section]?.criteria[line]
  if (found) change(found)
}

function bump(option: Choice | undefined, by: number) {
  if (option) option.points += by
}

function bumpMax(line: Line) {
  line.max += 1
}

function mark(option: Choice | undefined, rank: number) {
  if (option) option.minForRank = rank
}

function blank(option: Choice | undefined) {
  if (option) option.textVi = ' '
}

function unmark(set: CriteriaSet, rank: number) {
  const lines = set.parts.flatMap((part) => part.sections.flatMap((section) => section.criteria))
  for (const option of lines.flatMap((line) => line.options))
    if (option.minForRank === rank) delete option.minForRank
}
