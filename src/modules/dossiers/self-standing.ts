import {
  type CriteriaSet,
  defaultRules,
  type Gap,
  gapTo,
  lawRegime,
  type SheetLaw,
  type SheetStanding,
  sheetStanding,
} from '#modules/regulation/index.ts'
import type { Answers } from './answer-store.ts'

/** What a self-assessment comes to, and what the next rank on the way lacks: null at five stars. */
export type SelfStanding = SheetStanding & { next: Gap | null }

/** The law that a self-assessment is read by: the dossier's sheet and regime, and the usual rules of a council. */
export function selfLaw(set: CriteriaSet, regimeId: string): SheetLaw {
  return { set, bands: lawRegime(regimeId).bands, rules: defaultRules }
}

/** What the answers come to by the dossier's regime, and what is lacking for the next star; never a result of recognition. */
export function selfStanding(set: CriteriaSet, regimeId: string, answers: Answers): SelfStanding {
  const law = selfLaw(set, regimeId)
  const standing = sheetStanding(law, answers)
  return { ...standing, next: gapTo(law, answers, Math.max(standing.stars + 1, 3)) }
}
