import type { Level, Regime } from './regime.ts'

/** What may follow a council's result: nothing more, a recognition here, on to the next council, back to the one below. */
export type Consequence =
  | { step: 'decline' }
  | { step: 'recognise'; stars: number; level: Level }
  | { step: 'send'; to: Level }
  | { step: 'return'; to: Level }
  | { step: 'reassess'; level: Level }

/**
 * What follows from the stars that a council of that level gave, under the regime; what regularly follows comes first.
 * An average in the band of a higher level that misses one of its marks may be recognised here or still be sent on:
 * QĐ 26/2026 art. 7.3e speaks of the average alone.
 */
export function consequencesOf(result: {
  stars: number
  band: number
  level: Level
  regime: Regime
}): Consequence[] {
  const { stars, band, level, regime } = result
  const own = rankOf(level, regime)
  const below = regime.councilLevels[own - 1]
  if (stars < 3) return below ? [{ step: 'return', to: below }] : [{ step: 'decline' }]

  const recogniser = rankOf(recogniserOf(stars, regime), regime)
  const above = regime.councilLevels[own + 1]
  if (recogniser > own && above) return [{ step: 'send', to: above }]
  if (recogniser < own && below) return [{ step: 'return', to: below }]
  const maySend = above !== undefined && rankOf(recogniserOf(band, regime), regime) > own
  return [{ step: 'recognise', stars, level }, ...(maySend ? [{ step: 'send' as const, to: above }] : [])]
}

/**
 * What the lower level may do with a product that the higher council sent back: recognise it on that council's result,
 * where its stars allow, or assess it again (QĐ 26/2026 art. 7.4g).
 */
export function consequencesOfReturn({
  stars,
  to,
  regime,
}: {
  stars: number
  to: Level
  regime: Regime
}): Consequence[] {
  const again: Consequence = { step: 'reassess', level: to }
  if (stars < 3 || recogniserOf(stars, regime) !== to) return [again]
  return [{ step: 'recognise', stars, level: to }, again]
}

/** The level whose head recognises that many stars; 3 and up only. */
export function recogniserOf(stars: number, regime: Regime): Level {
  const row = regime.recognisedBy.find((one) => one.stars === stars)
  if (!row) throw new Error(`${regime.id} recognises no product of ${stars} stars`)
  return row.level
}

function rankOf(level: Level, regime: Regime): number {
  return regime.councilLevels.indexOf(level)
}
