import { describe, expect, test } from 'vitest'
import { criteriaOf, criterionOf, marksOf } from './criteria-of.ts'
import { integrityOf } from './integrity.ts'
import {
  classificationOf,
  dossierDocumentsOf,
  fileSet,
  fileSetIds,
  lawMinistries,
  lawRegime,
  lawRegimes,
} from './law-files.ts'
import { theSet } from './testing.ts'

const sets = fileSetIds().map(theSet)
const idsOf = (prefix: string) => fileSetIds().filter((id) => id.startsWith(prefix))

describe('the criteria sets on file', () => {
  test('are all 26 of 26/2026, all 26 of 1048/2019 with the earlier tourism sheet, and the one known of 148/2023', () => {
    expect(idsOf('qd26-2026-')).toHaveLength(26)
    expect(idsOf('qd1048-2019-')).toHaveLength(27)
    expect(idsOf('qd148-2023-')).toEqual(['qd148-2023-01'])
  })

  test('hold 1,624 criteria and 5,573 options', () => {
    expect(sets.reduce((sum, set) => sum + criteriaOf(set).length, 0)).toBe(1624)
    expect(sets.reduce((sum, set) => sum + integrityOf(set).options, 0)).toBe(5573)
  })

  test.each(idsOf('qd26-2026-'))('%s adds up to 100 from its options', (id) => {
    const report = integrityOf(theSet(id))
    expect(report.reachable).toBe(100)
    expect(report.findings.filter(({ expected }) => expected !== undefined && id !== 'qd26-2026-26')).toEqual(
      [],
    )
  })

  test.each(fileSetIds())('%s has no finding that its anomalies do not explain', (id) => {
    expect(integrityOf(theSet(id)).unexplained).toEqual([])
  })

  test.each(fileSetIds())('%s names each anomaly once, and each explains something that is found', (id) => {
    const { anomalies, findings } = integrityOf(theSet(id))
    expect(new Set(anomalies).size).toBe(anomalies.length)
    const found = new Set(findings.map((finding) => finding.id))
    expect(theSet(id).anomalies.flatMap(({ explains }) => explains.filter((one) => !found.has(one)))).toEqual(
      [],
    )
  })

  test('keep the part maxima of their regime', () => {
    for (const set of sets) {
      const maxima = Object.fromEntries(set.parts.map(({ code, max }) => [code, max]))
      expect(maxima, set.id).toEqual(lawRegime(set.regimeId).partMaxima)
    }
  })

  test('name ministries that are listed', () => {
    const known = lawMinistries().map(({ code }) => code)
    for (const set of sets) for (const ministry of set.ministries) expect(known).toContain(ministry)
  })

  test('mark 3, 4 and 5 stars on every goods sheet of 26/2026, on two lines of tourism, nowhere in 1048/2019', () => {
    for (const id of idsOf('qd26-2026-').filter((one) => one !== 'qd26-2026-26')) {
      expect(new Set(marksOf(theSet(id)).map(({ rank }) => rank)), id).toEqual(new Set([3, 4, 5]))
    }
    expect(marksOf(theSet('qd26-2026-26')).map(({ criterion }) => criterion)).toEqual(['3.5', '3.4', '3.5'])
    for (const id of idsOf('qd1048-2019-')) expect(marksOf(theSet(id))).toEqual([])
  })

  test('keep what is printed where points were mended', () => {
    expect(criterionOf(theSet('qd26-2026-04'), '7')?.options.map(({ printed }) => printed)).toContain('13')
    expect(theSet('qd26-2026-26').parts[0]?.printedMax).toBe(35)
  })

  test('are not found by a name that is no id', () => {
    for (const id of ['', '../regime', 'qd26-2026-27', 'qd26-2026', 'constructor'])
      expect(fileSet(id)).toBeUndefined()
  })
})

describe('the classification', () => {
  test.each([
    ['qd26-2026', 26, 0],
    ['qd148-2023', 1, 25],
    ['qd148-2023-qd1489', 1, 25],
    ['qd1048-2019', 27, 0],
  ])('of %s has %i sheets and misses %i', (id, complete, missing) => {
    const all = classificationOf(id).flatMap(({ subgroups }) => subgroups.flatMap((one) => one.sets))
    expect(all.filter(({ sheet }) => sheet === 'complete')).toHaveLength(complete)
    expect(all.filter(({ sheet }) => sheet === 'missing')).toHaveLength(missing)
    for (const { id: set, sheet } of all) expect(fileSet(set) !== undefined, set).toBe(sheet === 'complete')
  })

  test('has six groups', () => {
    expect(classificationOf('qd26-2026')).toHaveLength(6)
  })
})

test('Form 02 asks for fifteen kinds of evidence', () => {
  expect(dossierDocumentsOf('qd26-2026').filter(({ evidence }) => evidence)).toHaveLength(15)
})

test('every regime has five bands, an owner of each star, and 36 months', () => {
  for (const regime of lawRegimes()) {
    expect(regime.bands.map(({ from }) => from)).toEqual([9000, 7000, 5000, 3000, 0])
    expect(regime.recognisedBy.map(({ stars }) => stars)).toEqual([3, 4, 5])
    expect(regime.certificateMonths).toBe(36)
  }
})
