import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileSetIds } from './law-files.ts'
import { faultsOf, pointFaultsOf, scoreOf, scoreOfPoints } from './scoring.ts'
import { anyAnswers } from './testing/any-answers.ts'
import { answersOf, fullPoints, pointsOf, theSet } from './testing.ts'

const coffee = theSet('qd26-2026-13')
const tourism = theSet('qd26-2026-26')
const checklist = theSet('qd1048-2019-26-original')
const full = fullPoints(coffee)

describe('one sheet', () => {
  test('adds up to 100 by parts of 40, 25 and 35 when every answer is the best', () => {
    expect(scoreOfPoints(full, coffee)).toMatchObject({ total: 100, parts: { A: 40, B: 25, C: 35 } })
  })

  test('counts the story structure only when there is a story', () => {
    expect(scoreOfPoints({ ...full, '5.1': 0 }, coffee)).toMatchObject({
      total: 93,
      points: { '5.1': 0, '5.2': 0 },
    })
    expect(scoreOfPoints({ ...full, '5.1': 1 }, coffee).points['5.2']).toBe(2)
  })

  test('adds the ticked options where the sheet is a checklist', () => {
    const answers = { ...answersOf(checklist, fullPoints(checklist)), '6': [1, 3], '7': [] }
    expect(scoreOf(answers, checklist).points).toMatchObject({ '6': 3, '7': 0 })
    expect(faultsOf(answers, checklist)).toEqual([])
  })

  test('takes an option of either case', () => {
    const answers = answersOf(tourism, fullPoints(tourism))
    expect(scoreOf({ ...answers, '8': [1] }, tourism).points['8']).toBe(1)
    expect(scoreOf({ ...answers, '8': [4] }, tourism).points['8']).toBe(3)
  })

  test('counts what is not answered yet as 0', () => {
    expect(scoreOf({ '1.1': [3] }, coffee)).toMatchObject({ total: 3, parts: { A: 3, B: 0, C: 0 } })
  })
})

describe('the faults of a sheet', () => {
  const answers = answersOf(coffee, full)

  test('are none when it is complete', () => {
    expect(faultsOf(answers, coffee)).toEqual([])
    expect(pointFaultsOf(full, coffee)).toEqual([])
  })

  test.each([
    ['an option that the criterion lacks', { '4.1': [9] }, { criterion: '4.1', fault: 'not_an_option' }],
    ['two options where one is asked', { '4.1': [1, 2] }, { criterion: '4.1', fault: 'not_an_option' }],
    ['none where an option is worth 0', { '1.2': [] }, { criterion: '1.2', fault: 'missing' }],
    ['a criterion of no sheet', { '9.9': [1] }, { criterion: '9.9', fault: 'unknown_criterion' }],
    [
      'a name that every object has',
      { constructor: [1] },
      { criterion: 'constructor', fault: 'unknown_criterion' },
    ],
  ])('name %s', (_, change, fault) => {
    expect(faultsOf({ ...answers, ...change }, coffee)).toEqual([fault])
  })

  test('name a criterion without an answer', () => {
    const { '4.1': _, ...rest } = full
    expect(pointFaultsOf(rest, coffee)).toEqual([{ criterion: '4.1', fault: 'missing' }])
  })

  test('let "none of these" stand where no option is worth 0', () => {
    expect(faultsOf({ ...answers, '1.1': [] }, coffee)).toEqual([])
    expect(pointFaultsOf({ ...full, '1.1': 0 }, coffee)).toEqual([])
  })

  test.each([4, -1, 2.5, 6, Number.NaN])('name points that no option is worth: %d', (points) => {
    expect(pointFaultsOf({ ...full, '4.1': points }, coffee)).toEqual([
      { criterion: '4.1', fault: 'not_an_option' },
    ])
  })

  test('let a checklist come to any sum of its options, and no other', () => {
    const whole = fullPoints(checklist)
    expect(pointFaultsOf({ ...whole, '8': 4 }, checklist)).toEqual([])
    expect(pointFaultsOf({ ...whole, '8': 3 }, checklist)).toEqual([
      { criterion: '8', fault: 'not_an_option' },
    ])
  })
})

test.each(fileSetIds())('%s: answers and the same sheet in points agree', (id) => {
  const set = theSet(id)
  fc.assert(
    fc.property(anyAnswers(set), (answers) => {
      const points = pointsOf(set, answers)
      expect(faultsOf(answers, set)).toEqual([])
      expect(pointFaultsOf(points, set)).toEqual([])
      expect(scoreOfPoints(points, set)).toEqual(scoreOf(answers, set))
    }),
    { numRuns: 20 },
  )
})

test('every total lies between 0 and 100, and the parts add up to it', () => {
  fc.assert(
    fc.property(anyAnswers(coffee), (answers) => {
      const { total, parts } = scoreOf(answers, coffee)
      expect(total).toBe(Object.values(parts).reduce((sum, part) => sum + part, 0))
      expect(total).toBeGreaterThanOrEqual(0)
      expect(total).toBeLessThanOrEqual(100)
    }),
  )
})
