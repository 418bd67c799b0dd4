import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawRegime, lawRegimes, roundFor } from '#modules/regulation/index.ts'
import { addDays } from '#platform/dates.ts'
import { extraRoundFaults } from './add-extra-round.ts'
import { answerClockOf } from './answer-clock.ts'
import {
  carriageOf,
  lastDayBefore,
  lawRoundsOf,
  phaseOf,
  type RoundDays,
  roundMissed,
  roundTaking,
} from './round-rules.ts'

const law = lawRegime('qd26-2026')
const rounds: RoundDays[] = [2026, 2027, 2028].flatMap((year) =>
  lawRoundsOf(law, year).map((days) => ({ id: `${year}/${days.number}`, kind: 'law' as const, ...days })),
)
const extra: RoundDays = {
  ...{ id: 'extra', kind: 'extra', year: 2027, number: 1 },
  ...{ proposalsBefore: '2026-12-20', doneBefore: '2027-02-01' },
}
const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-05-22', days))

describe('the law’s rounds', () => {
  test('are two a year, from the day the decision is in force', () => {
    expect(lawRoundsOf(law, 2027)).toEqual([
      { year: 2027, number: 1, proposalsBefore: '2027-04-30', doneBefore: '2027-06-30' },
      { year: 2027, number: 2, proposalsBefore: '2027-10-30', doneBefore: '2027-12-30' },
    ])
    expect(lawRoundsOf(law, 2026).map(({ number }) => number)).toEqual([2])
    expect(lawRegimes().flatMap((regime) => lawRoundsOf(regime, 2025))).toEqual([])
  })

  test.each([
    ['2026-10-29', '2026/2'],
    ['2026-10-30', '2027/1'],
    ['2026-12-31', '2027/1'],
    ['2027-04-29', '2027/1'],
    ['2027-04-30', '2027/2'],
  ])('take what is proposed on %s into %s: before the day, not on it', (day, id) => {
    expect(roundTaking([...rounds, extra], day)?.id).toBe(id)
  })

  test('take every day as the regime does', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { proposalsBefore, doneBefore } = roundTaking(rounds, day) ?? {}
        expect(roundFor(law, 'province', day)).toMatchObject({ proposedBefore: proposalsBefore, doneBefore })
      }),
    )
  })

  test('are missed only by what comes while they are under way', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const missed = roundMissed(rounds, day)
        if (missed) expect(phaseOf(missed, day)).toBe('assessing')
        expect(missed?.id).not.toBe(roundTaking(rounds, day)?.id)
      }),
    )
  })

  test('are open, under assessment and over; the day before the last is the last in time', () => {
    const [round] = rounds
    if (!round) return expect.fail('no round')
    expect(
      ['2026-10-29', '2026-10-30', '2026-12-29', '2026-12-30'].map((day) => phaseOf(round, day)),
    ).toEqual([...['open', 'assessing', 'assessing', 'over']])
    expect(lastDayBefore(round.doneBefore)).toBe('2026-12-29')
  })
})

describe('carrying', () => {
  const placed = (proposedOn: string, roundId: string, carriedFrom: string[] = []) => ({
    ...{ proposedOn, roundId, carriedFrom },
  })

  test('what came too late is carried from the round that it missed to the law’s next', () => {
    expect(carriageOf(rounds, placed('2026-11-10', '2027/1'), '2026-11-24')).toMatchObject({
      reason: 'late',
      from: { id: '2026/2' },
      targets: [{ id: '2027/1' }, { id: '2027/2' }, { id: '2028/1' }, { id: '2028/2' }],
    })
  })

  test('an extra round takes it too, after the law’s own in the list, before its cut-off only', () => {
    const all = [...rounds, extra]
    expect(
      carriageOf(all, placed('2026-11-10', '2027/1'), '2026-11-24')?.targets.map(({ id }) => id),
    ).toEqual([...['2027/1', '2027/2', '2028/1', '2028/2', 'extra']])
    const late = carriageOf(all, placed('2026-12-20', '2027/1'), '2026-12-21')
    expect(late?.targets.map(({ id }) => id)).not.toContain('extra')
  })

  test('what cannot be finished in its round goes to one that ends later', () => {
    expect(carriageOf(rounds, placed('2026-10-01', '2026/2'), '2026-12-20')).toMatchObject({
      reason: 'unfinished',
      from: { id: '2026/2' },
      targets: [{ id: '2027/1' }, {}, {}, {}],
    })
  })

  test('nothing is carried twice from one round', () => {
    expect(carriageOf(rounds, placed('2026-10-01', '2026/2', ['2026/2']), '2026-12-20')).toBeNull()
    expect(carriageOf(rounds, placed('2026-11-10', '2027/1', ['2026/2']), '2027-05-20')).toMatchObject({
      reason: 'unfinished',
      from: { id: '2027/1' },
    })
  })

  test('out of a round that still takes proposals only an extra one takes it, to be done sooner', () => {
    const told = placed('2026-11-10', '2027/1', ['2026/2'])
    expect(carriageOf(rounds, told, '2026-12-10')).toBeNull()
    expect(carriageOf([...rounds, extra], told, '2026-12-10')).toMatchObject({
      reason: 'sooner',
      targets: [{ id: 'extra' }],
    })
  })

  test('every target takes the proposal and still runs', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (day, after) => {
        const own = roundTaking(rounds, day)
        const today = addDays(day, after)
        const carriage = own && carriageOf([...rounds, extra], placed(day, own.id), today)
        for (const target of carriage?.targets ?? []) {
          expect(day < target.proposalsBefore && today < target.doneBefore).toBe(true)
          expect(target.id).not.toBe(carriage?.from.id)
        }
      }),
    )
  })
})

describe('an extra round', () => {
  const right = {
    planNumber: '185/KH-UBND',
    plannedOn: '2026-11-20',
    proposalsBefore: '2026-12-10',
    doneBefore: '2027-01-20',
  }
  test.each([
    [{}, {}],
    [{ planNumber: ' ' }, { planNumber: 'no_plan' }],
    [{ plannedOn: '2026-11-25' }, { plannedOn: 'plan_in_future' }],
    [{ plannedOn: 'x' }, { plannedOn: 'no_day' }],
    [{ proposalsBefore: '2026-11-24' }, { proposalsBefore: 'cut_off_passed' }],
    [{ doneBefore: '2026-12-10' }, { doneBefore: 'done_too_early' }],
    [{ doneBefore: '' }, { doneBefore: 'no_day' }],
  ])('filled in with %j has the faults %j', (change, faults) => {
    expect(extraRoundFaults({ ...right, ...change }, '2026-11-24')).toEqual(faults)
  })
})

describe('the answer to a reassessment', () => {
  const dossier = {
    kind: 'reassessment',
    regimeId: 'qd26-2026',
    state: 'checked',
    completeOn: '2026-10-12',
  } as const

  test('is due 45 days from the day of the whole proposal, or the next working day', () => {
    expect(answerClockOf(dossier, '2026-11-24')).toEqual({ due: '2026-11-26', left: 2 })
    expect(answerClockOf(dossier, '2026-11-28')?.left).toBe(-2)
  })

  test.each([
    { kind: 'first' as const },
    { kind: 'upgrade' as const },
    { state: 'returned_by_province' as const },
    { state: 'recognised' as const },
    { completeOn: null },
    { regimeId: 'qd148-2023' },
  ])('has no clock with %j', (change) => {
    expect(answerClockOf({ ...dossier, ...change }, '2026-11-24')).toBeNull()
  })
})
