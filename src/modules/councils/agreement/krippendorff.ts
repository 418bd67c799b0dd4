/**
 * Krippendorff's alpha for interval data: how far the members' values agree beyond chance, 1 for complete agreement, 0
 * for what chance would give, below 0 where they contradict each other. Each unit has the values that members gave it;
 * units with fewer than two are left out, so a member may be missing from some. Null where nothing can be said: fewer
 * than two values, or all of them the same.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section E.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[]): number | null {
  const pairable = units.filter(({ length }) => length > 1)
  const all = pairable.flat()
  if (all.length < 2) return null
  const expected = squaredDifferences(all) / (all.length - 1)
  if (expected === 0) return null
  const observed = pairable.reduce((sum, unit) => sum + squaredDifferences(unit) / (unit.length - 1), 0)
  return 1 - observed / expected
}

/** Of every ordered pair, the squared difference, added up: twice (n Σv² − (Σv)²), exact for whole values. */
function squaredDifferences(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0)
  const squares = values.reduce((total, value) => total + value * value, 0)
  return 2 * (values.length * squares - sum * sum)
}

export type AgreementLevel = 'high' | 'fair' | 'low'

/** In words, by Krippendorff's own advice: from 0.800 reliable, from 0.667 for tentative conclusions only. */
export function levelOf(alpha: number): AgreementLevel {
  if (alpha >= 0.8) return 'high'
  return alpha >= 0.667 ? 'fair' : 'low'
}
