import type { Translate } from '#platform/text/translator.ts'
import type { Task } from './plan-content.ts'
import type { PlanFigures, YearFigures } from './plan-figures.ts'

interface Words {
  t: Translate
  /** What the output is counted in, as the producer wrote it. */
  unit: string
}

/** What the figures come to, a sentence a year, then whether and when the investment is paid back. */
export function figureSentences(figures: PlanFigures, words: Words): string[] {
  const years = figures.years.flatMap((year, at) => (year ? [yearSentence(year, at, words)] : []))
  return years.length > 0 ? [...years, ...payback(figures, words)] : []
}

/** Year 1, or the calendar year where the first one is written. */
export function yearName(year: YearFigures | null, at: number, t: Translate): string {
  return year?.year
    ? t('plans:figures.calendar_year', { year: year.year })
    : t('plans:figures.year', { no: at + 1 })
}

function yearSentence(year: YearFigures, at: number, words: Words): string {
  const { t } = words
  const { revenue, costs, profit } = year
  const name = yearName(year, at, t)
  const sums = t('plans:figures.sums', { name, revenue, costs })
  const end = t(profit < 0 ? 'plans:figures.loss_end' : 'plans:figures.profit_end', { sum: Math.abs(profit) })
  return [sums + end, breakEvenSentence(year, words)].filter(Boolean).join(' ')
}

/** From where on the year loses nothing, in words; nothing where no output is planned. */
export function breakEvenSentence({ breakEven, output }: YearFigures, { t, unit }: Words): string {
  if (!breakEven) return ''
  if (breakEven.is === 'never') return t('plans:figures.never_even')
  const facts = {
    least: breakEven.output,
    output,
    unit: unit || t('plans:figures.units'),
    percent: Math.round(breakEven.share * 100),
  }
  return t(breakEven.is === 'within' ? 'plans:figures.even' : 'plans:figures.beyond', facts)
}

function payback({ investment, profit, paidBackIn }: PlanFigures, { t }: Words): string[] {
  if (investment === 0) return []
  if (paidBackIn !== null) return [t('plans:figures.paid_back', { investment, no: paidBackIn })]
  if (profit <= 0) return [t('plans:figures.not_paid_back', { investment })]
  return [
    t('plans:figures.partly_paid_back', { investment, percent: Math.floor((profit / investment) * 100) }),
  ]
}

/** When a task is done, in front of its words: "03/2027 đến 05/2027: "; nothing where no month is written. */
export function monthText({ from, to }: Pick<Task, 'from' | 'to'>, t: Translate): string {
  const shown = (month: string) => month.split('-').reverse().join('/')
  if (from && to && from !== to) return t('plans:figures.months', { from: shown(from), to: shown(to) })
  const month = from || to
  return month ? t('plans:figures.month', { month: shown(month) }) : ''
}
