import { describe, expect, test } from 'vitest'
import {
  certificateExpiresOn,
  communeDueOn,
  expiryNoticeBy,
  extendedTo,
  reassessmentDueOn,
  regimeForDossier,
  regimesOn,
  renewalOf,
  revocationDueOn,
  roundFor,
  roundsRunning,
} from './deadlines.ts'
import { lawRegime, lawRegimes, workingCalendar } from './law-files.ts'

const regimes = lawRegimes()
const calendar = workingCalendar()
const today = lawRegime('qd26-2026')
const former = lawRegime('qd148-2023-qd1489')

describe('the regime in force', () => {
  test.each([
    ['2019-08-20', []],
    ['2019-08-21', ['qd1048-2019']],
    ['2020-06-08', ['qd1048-2019-qd781']],
    ['2023-02-24', ['qd148-2023']],
    ['2025-07-05', ['qd148-2023']],
    ['2025-07-06', ['qd148-2023-qd1489']],
    ['2026-05-21', ['qd148-2023-qd1489']],
    ['2026-05-22', ['qd26-2026', 'qd148-2023-qd1489']],
    ['2026-07-21', ['qd26-2026', 'qd148-2023-qd1489']],
    ['2026-07-22', ['qd26-2026']],
    ['2026-11-24', ['qd26-2026']],
  ])('on %s is %j', (day, ids) => {
    expect(regimesOn(regimes, day).map(({ id }) => id)).toEqual(ids)
  })

  test.each([
    ['2026-05-21', 'first', 'qd148-2023-qd1489', '2026-07-21'],
    ['2026-05-21', 'upgrade', 'qd148-2023-qd1489', '2026-07-21'],
    ['2026-05-21', 'reassessment', 'qd148-2023-qd1489', '2026-06-21'],
    ['2025-05-01', 'first', 'qd148-2023-qd1489', '2026-07-21'],
    ['2026-05-22', 'first', 'qd26-2026', null],
    ['2026-11-24', 'first', 'qd26-2026', null],
    ['2019-12-01', 'first', 'qd1048-2019', null],
  ] as const)('of a dossier filed on %s (%s) is %s, to finish by %s', (filedOn, kind, id, finishBy) => {
    expect(regimeForDossier(regimes, { filedOn, kind })).toMatchObject({ regime: { id }, finishBy })
  })

  test('of a dossier before all regimes is none', () => {
    expect(regimeForDossier(regimes, { filedOn: '2018-01-01', kind: 'first' })).toBeUndefined()
  })
})

describe('the rounds', () => {
  test.each([
    ['province', '2026-04-29', '2026-04-30', '2026-06-30'],
    ['province', '2026-04-30', '2026-10-30', '2026-12-30'],
    ['province', '2026-10-29', '2026-10-30', '2026-12-30'],
    ['province', '2026-10-30', '2027-04-30', '2027-06-30'],
    ['centre', '2026-01-29', '2026-01-30', '2026-03-30'],
    ['centre', '2026-07-29', '2026-07-30', '2026-09-30'],
    ['centre', '2026-12-01', '2027-01-30', '2027-03-30'],
  ] as const)(
    'of the %s take a proposal of %s before %s and are done before %s',
    (level, day, proposedBefore, doneBefore) => {
      expect(roundFor(today, level, day)).toEqual({ level, proposedBefore, doneBefore })
    },
  )

  test('the second round of 2026 is running in the province today, none at the centre', () => {
    expect(roundsRunning(today, 'province', '2026-11-24')).toMatchObject([{ proposedBefore: '2026-10-30' }])
    expect(roundsRunning(today, 'centre', '2026-11-24')).toEqual([])
    expect(roundsRunning(today, 'province', '2026-12-30')).toEqual([])
  })

  test('are not set by the former regimes', () => {
    expect(roundFor(former, 'province', '2026-01-01')).toBeNull()
  })
})

describe('the clocks of 26/2026', () => {
  test('the commune has 15 working days', () => {
    expect(communeDueOn(today, calendar, '2026-11-20')).toEqual({ day: '2026-12-14', provisional: false })
    expect(communeDueOn(former, calendar, '2026-11-20')).toBeNull()
  })

  test('a certificate lasts 36 months', () => {
    expect(certificateExpiresOn(today, '2026-08-05')).toBe('2029-08-05')
    expect(certificateExpiresOn(today, '2028-02-29')).toBe('2031-02-28')
  })

  test('reassessment is filed 180 to 120 days before the end, with a warning from 210', () => {
    expect(renewalOf(today, '2027-06-30')).toEqual({
      warnFrom: '2026-12-02',
      window: { opensOn: '2027-01-01', closesOn: '2027-03-02' },
    })
    expect(renewalOf(former, '2026-06-30').window).toBeNull()
  })

  test('a reassessment is done in 45 days, a revocation in 15, on the next working day when that is a day of rest', () => {
    expect(reassessmentDueOn(today, calendar, '2026-10-10')).toEqual({
      day: '2026-11-25',
      provisional: false,
    })
    expect(revocationDueOn(today, calendar, '2026-11-14')).toEqual({ day: '2026-11-30', provisional: false })
    expect(revocationDueOn(former, calendar, '2026-11-14')).toBeNull()
  })

  test('148/2023 asked for a notice 30 days before the end; 26/2026 does not', () => {
    expect(expiryNoticeBy(lawRegime('qd148-2023'), '2026-03-31')).toBe('2026-03-01')
    expect(expiryNoticeBy(today, '2026-03-31')).toBeNull()
  })

  test.each([
    ['2026-07-01', '2026-12-28'],
    ['2026-05-22', '2026-11-18'],
    ['2026-05-21', null],
    ['2026-09-19', null],
    ['2026-09-18', '2027-03-17'],
  ])('a certificate ending %s may be kept to %s while it is reassessed', (expiresOn, until) => {
    expect(extendedTo(today, expiresOn)).toBe(until)
  })
})
