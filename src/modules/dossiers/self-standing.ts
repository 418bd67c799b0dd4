import {
  bandOf,
  type CriteriaSet,
  criteriaOf,
  defaultRules,
  lawRegime,
  type MarkStanding,
  marksDecide,
  type SheetScore,
  scoreOf,
  standingsOf,
  starsOf,
} from '#modules/regulation/index.ts'
import type { Answers } from './answer-store.ts'

/** What a self-assessment comes to; never a result of recognition. */
export interface SelfStanding {
  score: SheetScore
  answered: number
  all: number
  /** The stars that these answers would come to. */
  stars: number
  /** The next rank on the way: from how many points it begins, and what is lacking for it. Null at five stars. */
  next: { stars: number; from: number; lackingPoints: number; lackingMarks: MarkStanding[] } | null
}

/** What the answers come to by the dossier's regime, and what is lacking for the next star. */
export function selfStanding(set: CriteriaSet, regimeId: string, answers: Answers): SelfStanding {
  const { bands } = lawRegime(regimeId)
  const score = scoreOf(answers, set)
  const marks = standingsOf(set, [score], defaultRules.markRule)
  const decisive = marksDecide(set, defaultRules) ? marks : []
  const stars = starsOf(bandOf(score.total * 100, bands), decisive)
  const criteria = criteriaOf(set)
  const answered = criteria.filter(({ code }) => Object.hasOwn(answers, code)).length
  const band = bands.find(({ rank }) => rank === Math.max(stars + 1, 3))
  if (!band) return { score, answered, all: criteria.length, stars, next: null }
  const from = band.from / 100
  const lackingMarks = decisive.filter(({ rank, met }) => rank <= band.rank && !met)
  const next = { stars: band.rank, from, lackingPoints: Math.max(0, from - score.total), lackingMarks }
  return { score, answered, all: criteria.length, stars, next }
}
