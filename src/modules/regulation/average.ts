import type { CouncilRules } from './council-rules.ts'

/**
 * The arithmetic mean of whole points in hundredths of a point, rounded as the council's rules say.
 * Whole numbers throughout: 646 / 7 is 9229, never 92.28571.
 */
export function averageOf(points: readonly number[], { method, decimals }: CouncilRules['rounding']): number {
  const sum = points.reduce((total, value) => total + value, 0)
  const unit = 10 ** (2 - decimals)
  return roundedQuotient(sum * 100, points.length * unit, method) * unit
}

function roundedQuotient(value: number, by: number, method: CouncilRules['rounding']['method']): number {
  const whole = Math.floor(value / by)
  const rest = 2 * (value - whole * by)
  if (method === 'down' || rest < by) return whole
  if (method === 'half_even' && rest === by && whole % 2 === 0) return whole
  return whole + 1
}
