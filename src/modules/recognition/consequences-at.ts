import {
  bandOf,
  type Consequence,
  consequencesOf,
  consequencesOfReturn,
  lawRegime,
} from '#modules/regulation/index.ts'

interface Standing {
  state: string
  regimeId: string
  stars: number
  /** In hundredths of a point. */
  average: number
}

/**
 * What the province may decide on a dossier: after its own council (`scored`) or after the centre sent it back. In any
 * other state nothing.
 */
export function consequencesAt({ state, regimeId, stars, average }: Standing): Consequence[] {
  const regime = lawRegime(regimeId)
  if (state === 'returned_by_centre') return consequencesOfReturn({ stars, to: 'province', regime })
  if (state !== 'scored') return []
  return consequencesOf({ stars, band: bandOf(average, regime.bands), level: 'province', regime })
}
