import type { Translate } from '#platform/text/translator.ts'
import type { RoundDays } from './round-rules.ts'
import './text.ts'

export type RoundNamed = Pick<RoundDays, 'kind' | 'number'> & { year: number | string }

/** "Đợt 2 năm 2026" */
export function roundName({ kind, number, year }: RoundNamed, t: Translate): string {
  return t(`rounds:name.${kind}`, { number, year: String(year) })
}
