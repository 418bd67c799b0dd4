import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CouncilRules } from '#modules/regulation/index.ts'
import { defaultRules } from '#modules/regulation/index.ts'
import { validSheets } from './council-round.ts'
import type { Seat } from './positions.ts'
import { membersCounted, spokenFor, voicesOf } from './voices.ts'

const seat = (personId: string, more: Partial<Seat> = {}): Seat => ({
  personId,
  position: 'member',
  organisation: 'Sở',
  scores: true,
  joinedOn: '2026-10-12',
  leftOn: null,
  succeeds: null,
  positionBefore: null,
  ...more,
})
const sheet = (memberId: string, day = '2026-11-20') => ({ memberId, handedInAt: `${day}T03:00:00.000Z` })
const keep: CouncilRules = { ...defaultRules, replacedSheets: 'keep' }
const left = { leftOn: '2026-11-22' }

/** Hoa left on 22/11, and Minh took her place. */
const replaced = [seat('chair'), seat('hoa', left), seat('minh', { succeeds: 'hoa', joinedOn: '2026-11-22' })]

describe('a replaced member', () => {
  test('has no voice by the default, whatever was handed in', () => {
    const sitting = { seats: replaced, recused: [], rules: defaultRules }
    expect(voicesOf([sheet('hoa')], sitting)).toEqual(['chair', 'minh'])
    expect(validSheets([sheet('hoa'), sheet('chair')], sitting)).toEqual([sheet('chair')])
    expect(spokenFor('minh', [sheet('hoa')], sitting)).toBeNull()
  })

  test('has no voice where nobody says by which rules', () => {
    expect(voicesOf([sheet('hoa')], { seats: replaced, recused: [] })).toEqual(['chair', 'minh'])
  })

  test('keeps the sheet of before the day, where the rules say so, and the successor has none', () => {
    const sitting = { seats: replaced, recused: [], rules: keep }
    expect(voicesOf([sheet('hoa')], sitting)).toEqual(['chair', 'hoa'])
    expect(validSheets([sheet('hoa'), sheet('minh', '2026-11-23')], sitting)).toEqual([sheet('hoa')])
    expect(spokenFor('minh', [sheet('hoa')], sitting)).toBe('hoa')
  })

  test.each([
    ['on the day itself', [sheet('hoa', '2026-11-22')]],
    [
      'late on the day before in Greenwich, the day itself here',
      [{ memberId: 'hoa', handedInAt: new Date('2026-11-21T18:00:00Z') }],
    ],
    ['never', [{ memberId: 'hoa', handedInAt: null }]],
  ])('does not keep a sheet handed in %s', (_, sheets) => {
    expect(voicesOf(sheets, { seats: replaced, recused: [], rules: keep })).toEqual(['chair', 'minh'])
  })

  test('does not keep it where recused, nor where the seat never scored', () => {
    const sitting = { seats: replaced, recused: ['hoa'], rules: keep }
    expect(voicesOf([sheet('hoa')], sitting)).toEqual(['chair', 'minh'])
    const minutes = [seat('chair'), seat('hoa', { ...left, scores: false })]
    expect(voicesOf([sheet('hoa')], { seats: minutes, recused: [], rules: keep })).toEqual(['chair'])
  })

  test('keeps a voice where nobody took the place', () => {
    const seats = [seat('chair'), seat('hoa', left)]
    expect(voicesOf([sheet('hoa')], { seats, recused: [], rules: keep })).toEqual(['chair', 'hoa'])
    expect(membersCounted(['chair', 'hoa'], { seats, recused: [], rules: keep })).toBe(2)
  })

  test('speaks for everybody who held the seat later', () => {
    const seats = [
      seat('hoa', { leftOn: '2026-11-18' }),
      seat('minh', { succeeds: 'hoa', leftOn: '2026-11-22' }),
      seat('lan', { succeeds: 'minh' }),
    ]
    const sitting = { seats, recused: [], rules: keep }
    expect(voicesOf([sheet('hoa', '2026-11-17'), sheet('minh')], sitting)).toEqual(['hoa'])
    expect(voicesOf([sheet('minh')], sitting)).toEqual(['minh'])
    expect(spokenFor('lan', [sheet('minh')], sitting)).toBe('minh')
  })
})

describe('the quorum is a share of', () => {
  const seats = ['a', 'b', 'c', 'd'].map((id) => seat(id))
  const count = (rules: Partial<CouncilRules>) =>
    membersCounted(['a', 'b', 'c', 'd'], { seats, recused: ['d', 'stranger'], rules })
  test('all who score, by the default and by rules of before', () => {
    expect(count(defaultRules)).toBe(4)
    expect(count({ quorum: 75 })).toBe(4)
  })
  test('those not recused, where the rules say so', () => {
    expect(count({ ...defaultRules, quorumBase: 'sitting' })).toBe(3)
  })
})

test('whatever happened to the seats, each has one voice, and never more of them than seats that score now or spoke before', () => {
  const people = ['a', 'b', 'c', 'd', 'e'] as const
  const anySeat = (personId: string) =>
    fc.record({
      personId: fc.constant(personId),
      position: fc.constantFrom('chair' as const, 'member' as const),
      organisation: fc.constant('Sở'),
      scores: fc.boolean(),
      joinedOn: fc.constant('2026-10-12'),
      leftOn: fc.constantFrom(null, '2026-11-20', '2026-11-22'),
      succeeds: fc.constantFrom(null, ...people),
    })
  const anySheets = fc.array(
    fc.record({
      memberId: fc.constantFrom(...people),
      handedInAt: fc.constantFrom(null, '2026-11-19T03:00:00.000Z', '2026-11-21T03:00:00.000Z'),
    }),
  )
  fc.assert(
    fc.property(
      fc.tuple(...people.map(anySeat)),
      anySheets,
      fc.subarray([...people]),
      fc.constantFrom(keep, defaultRules),
      (seats, sheets, recused, rules) => {
        const sitting = { seats, recused, rules }
        const voices = voicesOf(sheets, sitting)
        expect(new Set(voices).size).toBe(voices.length)
        const valid = validSheets(sheets, sitting)
        expect(valid.every(({ memberId }) => !recused.includes(memberId as never))).toBe(true)
        if (rules === defaultRules)
          expect(voices).toEqual(
            seats.filter(({ scores, leftOn }) => scores && leftOn === null).map(({ personId }) => personId),
          )
        expect(membersCounted(voices, sitting)).toBeLessThanOrEqual(voices.length)
      },
    ),
  )
})
