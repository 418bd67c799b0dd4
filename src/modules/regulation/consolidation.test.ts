import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Consolidation, consolidate, type ScoringRound, sheetsNeeded } from './consolidation.ts'
import { type CouncilRules, defaultRules } from './council-rules.ts'
import { criteriaOf, marksOf } from './criteria-of.ts'
import type { CriteriaSet } from './criteria-set.ts'
import { lawRegime } from './law-files.ts'
import { type Answers, type SheetPoints, scoreOf, scoreOfPoints } from './scoring.ts'
import { anyAnswers, goodAnswers } from './testing/any-answers.ts'
import { fullPoints, pointsOf, pointsOfTotal, theSet } from './testing.ts'
import { traceInWords } from './trace.ts'

const { bands } = lawRegime('qd26-2026')
const coffee = theSet('qd26-2026-13')
const bottled = theSet('qd26-2026-16')
const tourism = theSet('qd26-2026-26')

function round(sheets: readonly SheetPoints[], more: Partial<ScoringRound> = {}): Consolidation {
  const set = more.set ?? coffee
  return consolidate({
    set,
    bands,
    rules: defaultRules,
    ...more,
    sheets: sheets.map((one) => scoreOfPoints(one, set)),
  })
}

function ranked(result: Consolidation) {
  if (!result.ranking) throw new Error(`Not ranked: ${result.outcome}`)
  return result.ranking
}

const rulesWith = (change: Partial<CouncilRules>): CouncilRules => ({ ...defaultRules, ...change })
const coffeeOf = (total: number, but: SheetPoints = {}, keep = 5) => pointsOfTotal(coffee, total, but, keep)

describe('the worked examples', () => {
  const first = [92, 92, 93, 92, 92, 93, 92].map((total, at) =>
    coffeeOf(total, { '4.1': [5, 5, 3, 3, 5, 3, 3][at] ?? 0 }),
  )

  test('92.29 lies in band 5, but 3 of 7 at 4.1 is no majority: 4 stars', () => {
    expect(ranked(round(first))).toMatchObject({
      average: 9229,
      band: 5,
      stars: 4,
      missedMarks: [{ criterion: '4.1', rank: 5, needed: 5 }],
      deviation: { highest: 93, lowest: 92, spread: 1, exceeded: false },
    })
  })

  test('its trace says why in both languages', () => {
    const { trace } = round(first)
    expect(traceInWords(trace, 'en')).toEqual([
      'Valid sheets: 7.',
      'Highest sheet 93, lowest 92: a deviation of 1 (10 allowed).',
      'Sum of the totals 646, sheets 7: average 92.29.',
      'Average 92.29 → band 5.',
      'Mark for 5 stars missed at 4.1 (points needed: 5; reached by 3 of 7 sheets).',
      '20 of 21 star marks within this band are met.',
      '→ Stars: 4.',
    ])
    expect(traceInWords(trace, 'vi').slice(3, 5)).toEqual([
      'Trung bình 92,29 → khung điểm hạng 5.',
      'Chưa đạt mức tối thiểu 5 sao tại tiêu chí 4.1 (cần 5 điểm, 3 trên 7 phiếu đạt).',
    ])
  })

  test.each([
    [[69, 70, 70, 70, 71], 7000, 4, 4],
    [[69, 70, 70, 70, 70], 6980, 3, 3],
    [[90, 89, 90], 8967, 4, 4],
  ])('totals %j: average %i, band %i, %i stars', (totals, average, band, stars) => {
    expect(ranked(round(totals.map((total) => coffeeOf(total, {}, 4))))).toMatchObject({
      average,
      band,
      stars,
      missedMarks: [],
    })
  })

  test('totals 60 and 71 lie too far apart to close without a reason', () => {
    const sheets = [60, 71].map((total) => coffeeOf(total, {}, 3))
    expect(round(sheets)).toMatchObject({
      outcome: 'undecided',
      because: 'deviation',
      ranking: { average: 6550 },
    })
    expect(round(sheets, { deviationReason: '  ' })).toMatchObject({ outcome: 'undecided' })
    expect(round(sheets, { deviationReason: 'Đã thảo luận' })).toMatchObject({
      outcome: 'ranked',
      ranking: { stars: 3 },
    })
  })

  test('totals 60 and 70 lie 10 apart, which is allowed', () => {
    expect(round([60, 70].map((total) => coffeeOf(total, {}, 3)))).toMatchObject({ outcome: 'ranked' })
  })
})

describe('the star marks', () => {
  test('a missed mark of 3 stars gives 2, whatever the average', () => {
    expect(ranked(round([fullPoints(coffee, { '8': 0 })]))).toMatchObject({
      average: 9500,
      band: 5,
      stars: 2,
      missedMarks: [{ criterion: '8', rank: 3, needed: 2 }],
    })
  })

  test('only marks of ranks within the band are listed as missed', () => {
    const poor = ranked(round([Object.fromEntries(criteriaOf(coffee).map(({ code }) => [code, 0]))]))
    expect(poor).toMatchObject({ average: 0, band: 1, stars: 1, missedMarks: [] })
  })

  test.each([
    ['majority', [5, 5, 3], true],
    ['majority', [5, 3], false],
    ['majority', [5, 5, 3, 3], false],
    ['average', [5, 5, 3], false],
    ['average', [5, 5, 5], true],
    ['all', [5, 5, 3], false],
    ['all', [5, 5, 5], true],
  ] as const)('by %s, points %j at 4.1 meet the mark of 5: %s', (markRule, points, met) => {
    const sheets = points.map((value) => fullPoints(coffee, { '4.1': value }))
    expect(ranked(round(sheets, { rules: rulesWith({ markRule }) })).stars === 5).toBe(met)
  })

  test('by average, a mean that reaches the mark is enough', () => {
    const sheets = [3, 1].map((value) => fullPoints(coffee, { '1.5': value }))
    expect(marksOf(coffee)).toContainEqual({ criterion: '1.5', rank: 4, needed: 2 })
    const at = (markRule: CouncilRules['markRule']) =>
      ranked(round(sheets, { rules: rulesWith({ markRule }) })).stars
    expect([at('majority'), at('average')]).toEqual([3, 4])
  })

  test('of tourism are shown and not applied, unless the rules say so', () => {
    const sheets = [fullPoints(tourism, { '3.4': 1 })]
    const missedMarks = [{ criterion: '3.4', rank: 4, needed: 3 }]
    expect(ranked(round(sheets, { set: tourism }))).toMatchObject({
      stars: 5,
      marks: 'advisory',
      missedMarks,
    })
    const binding = rulesWith({ tourismMarks: 'binding' })
    expect(ranked(round(sheets, { set: tourism, rules: binding }))).toMatchObject({
      stars: 3,
      marks: 'binding',
      missedMarks,
    })
  })

  test('of 1048/2019 are none, and the band is the rank', () => {
    const set = theSet('qd1048-2019-13')
    expect(ranked(round([fullPoints(set)], { set }))).toMatchObject({
      stars: 5,
      marks: 'none',
      missedMarks: [],
    })
  })
})

describe('the quorum', () => {
  test.each([
    [7, 6],
    [9, 7],
    [8, 6],
    [1, 1],
  ])('of a council of %i is %i sheets', (members, needed) => {
    expect(sheetsNeeded(members, defaultRules)).toBe(needed)
  })

  test('below it there is no result', () => {
    const sheets = Array.from({ length: 5 }, () => fullPoints(coffee))
    expect(round(sheets, { council: { members: 7, chairScored: true } })).toMatchObject({
      outcome: 'undecided',
      because: 'quorum',
      ranking: null,
    })
    expect(
      round([...sheets, fullPoints(coffee)], { council: { members: 7, chairScored: true } }).outcome,
    ).toBe('ranked')
  })

  test('needs the chair or the delegated chair', () => {
    const sheets = Array.from({ length: 7 }, () => fullPoints(coffee))
    expect(round(sheets, { council: { members: 7, chairScored: false } })).toMatchObject({
      because: 'quorum',
    })
  })

  test('no sheet at all is no result', () => {
    expect(round([])).toMatchObject({ outcome: 'undecided', because: 'quorum' })
  })
})

describe('the knock-outs', () => {
  test('an established one ends the assessment without stars', () => {
    const knockout = { key: '1.1', reason: 'toàn bộ nguyên liệu nhập khẩu' }
    const result = round([fullPoints(coffee)], { knockout })
    expect(result).toMatchObject({ outcome: 'rejected', ranking: null, knockout })
    expect(traceInWords(result.trace, 'vi')).toContain(
      'Hội đồng quyết định loại tại tiêu chí 1.1: toàn bộ nguyên liệu nhập khẩu. Không xếp hạng.',
    )
  })

  test('a 0 where the sheet stops at 0 proposes one', () => {
    const sheets = [fullPoints(bottled, { '6.2': 0 }), fullPoints(bottled)]
    expect(ranked(round(sheets, { set: bottled })).proposedKnockouts).toEqual([
      { key: '6.4', criterion: '6.2', sheets: 1 },
    ])
  })

  test('a 0 elsewhere proposes none', () => {
    expect(ranked(round([fullPoints(coffee, { '6.1.1': 0 })])).proposedKnockouts).toEqual([])
  })
})

describe('whatever the sheets', () => {
  const anyRules: fc.Arbitrary<CouncilRules> = fc.record({
    quorum: fc.constant(75),
    maxDeviation: fc.nat(100),
    rounding: fc.record({ method: fc.constantFrom('half_up', 'half_even', 'down'), decimals: fc.nat(2) }),
    markRule: fc.constantFrom('majority', 'average', 'all'),
    tourismMarks: fc.constantFrom('advisory', 'binding'),
    knockOutVote: fc.constant('half_sitting' as const),
    adviserMonths: fc.nat(120),
    quorumBase: fc.constantFrom('council', 'sitting'),
    replacedSheets: fc.constantFrom('void', 'keep'),
    dailyCapacity: fc.integer({ min: 1, max: 500 }),
    outlierPoints: fc.constant(5),
  })
  const anySet = fc.constantFrom(
    coffee,
    bottled,
    tourism,
    theSet('qd26-2026-01'),
    theSet('qd148-2023-01'),
    theSet('qd1048-2019-04'),
  )
  const anyRound = fc.tuple(anySet, anyRules).chain(([set, rules]) =>
    fc.record({
      set: fc.constant(set),
      rules: fc.constant(rules),
      sheets: fc.array(fc.oneof(goodAnswers(set), anyAnswers(set)), { minLength: 1, maxLength: 7 }),
    }),
  )
  const rankOf = (set: CriteriaSet, rules: CouncilRules, sheets: readonly Answers[]) =>
    ranked(consolidate({ set, bands, rules, sheets: sheets.map((one) => scoreOf(one, set)) }))

  test('stars and average never fall when an answer rises, all else equal, under every rule', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(), fc.nat(), fc.nat(), ({ set, rules, sheets }, which, line, choice) => {
        const at = which % sheets.length
        const criterion = criteriaOf(set)[line % criteriaOf(set).length]
        const sheet = sheets[at]
        if (!criterion || !sheet) return
        const before = pointsOf(set, sheet)[criterion.code] ?? 0
        const higher = criterion.options.filter(({ points }) => points > before)
        const raised = higher[choice % Math.max(1, higher.length)]
        if (!raised) return
        const after = sheets.map((one, index) =>
          index === at ? { ...one, [criterion.code]: [raised.no] } : one,
        )
        const [low, high] = [rankOf(set, rules, sheets), rankOf(set, rules, after)]
        expect(high.stars).toBeGreaterThanOrEqual(low.stars)
        expect(high.average).toBeGreaterThanOrEqual(low.average)
        expect(high.proposedKnockouts.length).toBeLessThanOrEqual(low.proposedKnockouts.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('the order of the sheets does not matter', () => {
    fc.assert(
      fc.property(anyRound, fc.infiniteStream(fc.nat()), ({ set, rules, sheets }, order) => {
        const mixed = sheets.map((sheet) => ({ sheet, at: order.next().value })).sort((a, b) => a.at - b.at)
        expect(
          rankOf(
            set,
            rules,
            mixed.map(({ sheet }) => sheet),
          ),
        ).toEqual(rankOf(set, rules, sheets))
      }),
    )
  })

  test('the average lies between the lowest and the highest total, and equal sheets average to their total', () => {
    fc.assert(
      fc.property(anyRound, ({ set, rules, sheets }) => {
        const { average, deviation } = rankOf(set, rules, sheets)
        expect(average).toBeGreaterThanOrEqual(deviation.lowest * 100)
        expect(average).toBeLessThanOrEqual(deviation.highest * 100)
        const same = sheets.flatMap((_, at) => (sheets[0] && at < 5 ? [sheets[0]] : []))
        expect(rankOf(set, rules, same).average).toBe(rankOf(set, rules, same.slice(0, 1)).average)
      }),
    )
  })

  test('stars lie between 1 and the band, and equal the band when no deciding mark is missed', () => {
    fc.assert(
      fc.property(anyRound, ({ set, rules, sheets }) => {
        const { stars, band, marks, missedMarks } = rankOf(set, rules, sheets)
        const lowest = Math.min(...missedMarks.map(({ rank }) => rank), 6)
        expect(stars).toBe(marks === 'binding' ? Math.min(band, lowest - 1) : band)
        expect(missedMarks.every(({ rank }) => rank >= 3 && rank <= band)).toBe(true)
      }),
    )
  })

  test('the trace tells the same as the result', () => {
    fc.assert(
      fc.property(anyRound, ({ set, rules, sheets }) => {
        const result = consolidate({ set, bands, rules, sheets: sheets.map((one) => scoreOf(one, set)) })
        const { average, band, stars, missedMarks, deviation, proposedKnockouts } = ranked(result)
        const steps = result.trace
        expect(steps).toContainEqual(
          expect.objectContaining({ step: 'average', average, sheets: sheets.length }),
        )
        expect(steps).toContainEqual({ step: 'band', average, band })
        expect(steps).toContainEqual({ step: 'stars', stars })
        expect(steps).toContainEqual({ step: 'deviation', ...deviation, reason: null })
        expect(steps.filter(({ step }) => step === 'mark_missed')).toMatchObject(missedMarks)
        expect(steps.filter(({ step }) => step === 'knockout_proposed')).toMatchObject(proposedKnockouts)
        expect(steps.some(({ step }) => step === 'not_closed')).toBe(result.outcome === 'undecided')
        for (const locale of ['vi', 'en'] as const) {
          const words = traceInWords(steps, locale)
          expect(words).toHaveLength(steps.length)
          expect(words.join(' ')).not.toMatch(/\{\{|undefined|null|NaN/)
        }
      }),
    )
  })
})
