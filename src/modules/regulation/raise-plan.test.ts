import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultRules } from './council-rules.ts'
import { criteriaOf, criterionOf } from './criteria-of.ts'
import type { CriteriaSet, Criterion, Option } from './criteria-set.ts'
import { gapTo, type SheetLaw, sheetStanding } from './gap.ts'
import { fileSetIds, lawRegime } from './law-files.ts'
import { type Effort, type EffortOf, planRaises, type RaisePlan } from './raise-plan.ts'
import { type Answers, faultsOf, offersNone } from './scoring.ts'
import { anyAnswers, goodAnswers } from './testing/any-answers.ts'
import { answersOf, fullPoints, pointsOfTotal, theSet } from './testing.ts'

const coffee = theSet('qd26-2026-13')
const { bands } = lawRegime('qd26-2026')
const lawOf = (set: CriteriaSet): SheetLaw => ({ set, bands, rules: defaultRules })
const sets = fileSetIds()
  .filter((id) => id.startsWith('qd26-2026-'))
  .map(theSet)

/** Each point costs a million and a month; the representative cannot be changed at will. */
const even: EffortOf = ({ code }, from, { points }) => ({
  cost: (points - from) * 1_000_000,
  months: points - from,
  fixed: code === '3.2',
})

const planned = (answers: Answers, stars: number, effortOf = even, law = lawOf(coffee)) =>
  planRaises(law, answers, { stars, effortOf })

describe('the gap', () => {
  test('names the points and every mark of ranks 3 up to the target', () => {
    const answers = answersOf(coffee, pointsOfTotal(coffee, 84, { '1.5': 0, '3.5': 0, '8': 0 }, 4))
    expect(gapTo(lawOf(coffee), answers, 4)).toMatchObject({ from: 70, lackingPoints: 0 })
    const lacking = gapTo(lawOf(coffee), answers, 5)
    expect(lacking?.lackingPoints).toBe(6)
    expect(lacking?.lackingMarks.map(({ criterion, rank }) => `${criterion} ${rank}`)).toEqual(
      expect.arrayContaining(['3.5 3', '8 3', '1.5 4', '3.5 4', '1.5 5']),
    )
    expect(sheetStanding(lawOf(coffee), answers)).toMatchObject({ band: 4, stars: 2, marks: 'binding' })
  })

  test('tourism prints marks that do not decide, so none is lacking', () => {
    const tourism = lawOf(theSet('qd26-2026-26'))
    expect(gapTo(tourism, {}, 4)).toMatchObject({ lackingPoints: 70, lackingMarks: [] })
    expect(sheetStanding(tourism, {}).marks).toBe('advisory')
  })

  test('a rank that the regime has not has no gap and no plan', () => {
    expect(gapTo(lawOf(coffee), {}, 6)).toBeNull()
    expect(planned({}, 6)).toBeNull()
  })
})

describe('the plan of raises', () => {
  test('raises the marks alone where the points are there', () => {
    const answers = answersOf(coffee, fullPoints(coffee, { '4.1': 3 }))
    const plan = planned(answers, 5)
    expect(plan?.raises).toEqual([
      {
        criterion: '4.1',
        from: [3],
        to: [4],
        points: 2,
        why: 'mark',
        effort: { cost: 2_000_000, months: 2, fixed: false },
      },
    ])
  })

  test('leaves alone what nobody changes at will, unless there is no other way', () => {
    const law = lawOf(coffee)
    const freeButFixed =
      (fixed: string): EffortOf =>
      (criterion, from, to) =>
        criterion.code === fixed ? { cost: 0, months: 0, fixed: true } : even(criterion, from, to)
    const oneShort = answersOf(coffee, pointsOfTotal(coffee, 89, { '2.4': 0, '3.2': 0 }, 5))
    const around = planRaises(law, oneShort, { stars: 5, effortOf: freeButFixed('3.2') })
    expect(around?.raises.map(({ effort }) => effort.fixed)).toEqual([false])
    const markMissed = answersOf(coffee, fullPoints(coffee, { '4.1': 3 }))
    const forced = planRaises(law, markMissed, { stars: 5, effortOf: freeButFixed('4.1') })
    expect(forced?.raises).toMatchObject([{ criterion: '4.1', effort: { fixed: true } }])
  })

  test('a story that is begun makes its structure count: the points of both are told', () => {
    const answers = { ...answersOf(coffee, fullPoints(coffee)), '5.1': [1] }
    const plan = planned(answers, 5)
    expect(plan?.raises).toMatchObject([{ criterion: '5.1', points: 7, why: 'mark' }])
    expect(plan?.total).toBe(100)
  })

  test('of the two cases of tourism the one answered is kept', () => {
    const set = theSet('qd26-2026-26')
    const answers = { ...answersOf(set, fullPoints(set)), '8': [3] }
    const all: EffortOf = ({ code }, from, { points }) => ({
      cost: code === '8' ? 1 : 1_000_000,
      months: points - from,
      fixed: false,
    })
    const short = { ...answers, '13': [], '7': [] }
    const plan = planRaises(lawOf(set), short, { stars: 5, effortOf: all })
    expect(plan?.raises.find(({ criterion }) => criterion === '8')?.to ?? [4]).toEqual([4])
  })

  test('prefers the fast way where that is asked for', () => {
    const answers = answersOf(coffee, pointsOfTotal(coffee, 89, { '2.4': 0, '1.7': 0 }, 5))
    const known: Record<string, Effort> = {
      '2.4': { cost: 1, months: 12, fixed: false },
      '1.7': { cost: 9, months: 1, fixed: false },
    }
    const effortOf: EffortOf = ({ code }) => known[code] ?? { cost: 1000, months: 24, fixed: false }
    const law = lawOf(coffee)
    const raised = (prefer: 'cost' | 'months') =>
      planRaises(law, answers, { stars: 5, effortOf, prefer })?.raises.map(({ criterion }) => criterion)
    expect([raised('cost'), raised('months')]).toEqual([['2.4'], ['1.7']])
  })

  test.each(sets.map((set) => [set.id, set] as const))(
    'leads to the rank by the rules of ranking: %s',
    (_, set) => {
      const law = lawOf(set)
      fc.assert(
        fc.property(
          fc.oneof(anyAnswers(set), goodAnswers(set)),
          fc.constantFrom(3, 4, 5),
          (answers, stars) => {
            const plan = planRaises(law, answers, { stars, effortOf: even })
            if (!plan) throw new Error('every rank can be reached on the sheets of 26/2026')
            expect(faultsOf(plan.answers, set)).toEqual([])
            const standing = sheetStanding(law, plan.answers)
            expect(standing.stars).toBeGreaterThanOrEqual(stars)
            expect(standing.score.total).toBe(plan.total)
            const gained = plan.raises.reduce((sum, { points }) => sum + points, 0)
            expect(sheetStanding(law, answers).score.total + gained).toBe(plan.total)
          },
        ),
        { numRuns: 12 },
      )
    },
  )

  test('no raise of a plan can be left out', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyAnswers(coffee), goodAnswers(coffee)),
        fc.constantFrom(3, 4, 5),
        (answers, stars) => {
          const plan = planned(answers, stars)
          for (const { criterion } of plan?.raises ?? []) {
            const { [criterion]: _, ...others } = plan?.answers ?? {}
            const without = answers[criterion] ? { ...others, [criterion]: answers[criterion] } : others
            expect(sheetStanding(lawOf(coffee), without).stars).toBeLessThan(stars)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a higher rank never costs less, and better answers never more', () => {
    const weigh = (plan: RaisePlan | null) => plan?.cost ?? Number.POSITIVE_INFINITY
    const willing: EffortOf = (criterion, from, to) => ({ ...even(criterion, from, to), fixed: false })
    fc.assert(
      fc.property(anyAnswers(coffee), fc.nat(33), (answers, at) => {
        const three = weigh(planned(answers, 3, willing))
        const four = weigh(planned(answers, 4, willing))
        expect(three).toBeLessThanOrEqual(four)
        const line = criteriaOf(coffee)[at] ?? coffeeLine('1.1')
        const best = line.options.find(({ points }) => points === line.max)?.no ?? 1
        expect(weigh(planned({ ...answers, [line.code]: [best] }, 4, willing))).toBeLessThanOrEqual(four)
      }),
      { numRuns: 40 },
    )
  })

  test('no plan asks for less, among all that there are on small sheets', () => {
    fc.assert(
      fc.property(smallSheet(), fc.constantFrom(3, 4, 5), ({ set, answers, efforts }, stars) => {
        const effortOf: EffortOf = ({ code }, _, { options }) => efforts[`${code} ${options}`] ?? nothing
        const law = { ...lawOf(set), bands: smallBands }
        const plan = planRaises(law, answers, { stars, effortOf })
        const all = everyPlan(law, answers, stars, effortOf)
        expect(plan && weightOf(plan.raises.map(({ effort }) => effort))).toEqual(all)
      }),
      { numRuns: 150 },
    )
  })
})

const coffeeLine = (code: string) => criterionOf(coffee, code) as Criterion
const nothing = { cost: 0, months: 0, fixed: false }
const smallBands = [2, 3, 4, 5].map((rank) => ({ rank, from: (rank - 1) * 200, printed: '' }))

/** A sheet of three or four lines, the last of which hangs on the first, with any marks, answers and efforts. */
function smallSheet() {
  const option = fc.record({ points: fc.nat(4), mark: fc.option(fc.constantFrom(3, 4, 5), { freq: 3 }) })
  const line = fc.array(option, { minLength: 1, maxLength: 3 })
  return fc.array(line, { minLength: 3, maxLength: 4 }).chain((lines) => {
    const set = sheetOf(lines)
    const some = fc.record(
      Object.fromEntries(
        criteriaOf(set).map((one) => [
          one.code,
          fc.constantFrom(...one.options.map(({ no }) => [no]), ...(offersNone(one) ? [[]] : [])),
        ]),
      ),
      { requiredKeys: [] },
    )
    const effort = fc.record({ cost: fc.nat(3), months: fc.nat(3), fixed: fc.boolean() })
    const keys = criteriaOf(set).flatMap((one) =>
      one.options.map(({ no }) => [`${one.code} ${no}`, effort] as const),
    )
    return fc.record({
      set: fc.constant(set),
      answers: some as fc.Arbitrary<Answers>,
      efforts: fc.record(Object.fromEntries(keys)),
    })
  })
}

function sheetOf(lines: readonly (readonly { points: number; mark: number | null }[])[]): CriteriaSet {
  const criteria = lines.map((options, at) => ({
    code: `${at + 1}`,
    nameVi: '',
    nameEn: '',
    max: Math.max(1, ...options.map(({ points }) => points)),
    scoring: 'one' as const,
    ...(at === lines.length - 1 ? { onlyIf: '1' } : {}),
    options: options.map(
      ({ points, mark }, no): Option => ({
        no: no + 1,
        points,
        textVi: '',
        textEn: '',
        ...(mark ? { minForRank: mark } : {}),
      }),
    ),
  }))
  const [part] = coffee.parts
  if (!part) throw new Error('the coffee sheet has parts')
  const section = { code: '1', nameVi: '', nameEn: '', max: 9, criteria }
  return { ...coffee, parts: [{ ...part, sections: [section] }] }
}

function weightOf(efforts: readonly { cost: number; months: number; fixed: boolean }[]): number[] {
  return [
    efforts.filter(({ fixed }) => fixed).length,
    efforts.reduce((sum, { cost }) => sum + cost, 0),
    efforts.reduce((sum, { months }) => sum + months, 0),
    efforts.length,
  ]
}

/** The least weight among all answers that are nowhere worse; null when none reaches the rank. */
function everyPlan(law: SheetLaw, answers: Answers, stars: number, effortOf: EffortOf): number[] | null {
  let all: { answers: Answers; efforts: ReturnType<EffortOf>[] }[] = [{ answers, efforts: [] }]
  for (const line of criteriaOf(law.set)) {
    const now = line.options.find(({ no }) => answers[line.code]?.includes(no))?.points ?? 0
    all = all.flatMap((one) => [
      one,
      ...line.options
        .filter(({ points }) => points > now)
        .map(({ no, points }) => ({
          answers: { ...one.answers, [line.code]: [no] },
          efforts: [...one.efforts, effortOf(line, now, { points, options: [no] })],
        })),
    ])
  }
  const weights = all
    .filter((one) => sheetStanding(law, one.answers).stars >= stars)
    .map(({ efforts }) => weightOf(efforts))
  return weights.sort((a, b) => a.map((v, i) => v - (b[i] ?? 0)).find((d) => d !== 0) ?? 0)[0] ?? null
}
