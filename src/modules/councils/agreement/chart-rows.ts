import { criteriaOf, type MarkStanding } from '#modules/regulation/index.ts'
import { type Locale, showNumber, showScore } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { DotRow } from '#platform/ui/dot-chart.tsx'
import type { ScoredProduct } from './scored-product.ts'
import './text.ts'

interface Saying {
  t: Translate
  locale: Locale
  names: ReadonlyMap<string, string>
}

/** For each criterion every sheet's points, with the star marks printed there. */
export function criterionRows(
  { set, sheets }: ScoredProduct,
  marks: readonly MarkStanding[],
  saying: Saying,
): DotRow[] {
  const { t } = saying
  return criteriaOf(set).map(({ code, max }) => {
    const given = sheets.map(({ memberId, score }) => ({ memberId, value: score.points[code] ?? 0 }))
    const lines = marks
      .filter(({ criterion }) => criterion === code)
      .map(({ rank, needed }) => ({
        value: needed,
        title: t('agreement:chart.line', {
          label: t('agreement:chart.mark', { stars: rank }),
          value: needed,
        }),
      }))
    return { label: code, max, words: rangeWords(given, max, saying), dots: dotsOf(given, saying), lines }
  })
}

/** For each part every member's points, with the council's average. */
export function partRows(
  { set, sheets }: ScoredProduct,
  averages: Readonly<Record<string, number>> | null,
  saying: Saying,
): DotRow[] {
  return set.parts.map(({ code, max }) => {
    const given = sheets.map(({ memberId, score }) => ({ memberId, value: score.parts[code] ?? 0 }))
    return {
      label: saying.t('agreement:chart.part', { code }),
      ...{ max, words: rangeWords(given, max, saying), dots: dotsOf(given, saying) },
      lines: averageLine(averages?.[code] ?? null, saying),
    }
  })
}

/** Each member's total on a scale of the tens around them, with the council's average. */
export function totalRows({ sheets }: ScoredProduct, average: number | null, saying: Saying): DotRow[] {
  const { from, to } = totalScale(sheets.map(({ score }) => score.total))
  return sheets.map(({ memberId, score: { total } }) => {
    const given = [{ memberId, value: total }]
    return {
      label: saying.names.get(memberId) ?? memberId,
      ...{ min: from, max: to, words: rangeWords(given, 100, saying), dots: dotsOf(given, saying) },
      lines: averageLine(average, saying),
    }
  })
}

/** The tens between which all totals lie. */
export function totalScale(totals: readonly number[]): { from: number; to: number } {
  const from = Math.floor(Math.min(...totals, 90) / 10) * 10
  const to = Math.max(from + 10, Math.ceil(Math.max(...totals) / 10) * 10)
  return { from, to }
}

type Given = readonly { memberId: string; value: number }[]

function dotsOf(given: Given, { t, names }: Saying): DotRow['dots'] {
  const values = [...new Set(given.map(({ value }) => value))].sort((one, other) => one - other)
  return values.map((value) => {
    const who = given.filter((one) => one.value === value)
    const said = who.map(({ memberId }) => names.get(memberId) ?? memberId).join(', ')
    return { value, count: who.length, title: t('agreement:chart.dot', { value, names: said }) }
  })
}

function rangeWords(given: Given, max: number, { t, locale }: Saying): string {
  const values = given.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const show = (value: number) => showNumber(value, locale)
  return low === high
    ? t('agreement:chart.single', { value: show(low), max: show(max) })
    : t('agreement:chart.range', { low: show(low), high: show(high), max: show(max) })
}

function averageLine(average: number | null, { t, locale }: Saying): DotRow['lines'] {
  if (average === null) return []
  const facts = { label: t('agreement:chart.average'), value: showScore(average, locale) }
  return [{ value: average / 100, title: t('agreement:chart.line', facts) }]
}
