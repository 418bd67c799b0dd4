import type { CouncilRules } from './council-rules.ts'
import { criteriaOf } from './criteria-of.ts'
import type { CriteriaSet } from './criteria-set.ts'
import { bandOf, type MarkStanding, marksDecide, standingsOf, starsOf } from './ranking.ts'
import type { Band } from './regime.ts'
import { type Answers, type SheetScore, scoreOf } from './scoring.ts'

/** The law that one sheet is read by: its set, the bands of the regime, what the council's rules settle. */
export interface SheetLaw {
  set: CriteriaSet
  bands: readonly Band[]
  rules: CouncilRules
}

/** What one sheet comes to by itself; never a result of recognition. */
export interface SheetStanding {
  score: SheetScore
  answered: number
  all: number
  band: number
  /** The stars that these answers would come to. */
  stars: number
  marks: 'binding' | 'advisory' | 'none'
}

/** What a sheet lacks on its way to a rank. Points are whole. */
export interface Gap {
  stars: number
  /** From how many points the rank begins. */
  from: number
  lackingPoints: number
  /** The marks of ranks 3 up to it that decide and are not met. */
  lackingMarks: MarkStanding[]
}

/** What the answers come to; what is not answered yet counts 0. */
export function sheetStanding(law: SheetLaw, answers: Answers): SheetStanding {
  const { set, bands } = law
  const score = scoreOf(answers, set)
  const marks = marksOn(law, score)
  const band = bandOf(score.total * 100, bands)
  const decide = marksDecide(set, law.rules)
  const criteria = criteriaOf(set)
  const answered = criteria.filter(({ code }) => Object.hasOwn(answers, code)).length
  const stars = decide ? starsOf(band, marks) : band
  const kind = marks.length === 0 ? 'none' : decide ? 'binding' : 'advisory'
  return { score, answered, all: criteria.length, band, stars, marks: kind }
}

/** What the answers lack for the rank; null when the regime has no such rank. */
export function gapTo(law: SheetLaw, answers: Answers, stars: number): Gap | null {
  const band = law.bands.find(({ rank }) => rank === stars)
  if (!band) return null
  const score = scoreOf(answers, law.set)
  const decisive = marksDecide(law.set, law.rules) ? marksOn(law, score) : []
  const from = Math.ceil(band.from / 100)
  const lackingMarks = decisive.filter(({ rank, met }) => rank <= stars && !met)
  return { stars, from, lackingPoints: Math.max(0, from - score.total), lackingMarks }
}

function marksOn({ set, rules }: SheetLaw, score: SheetScore): MarkStanding[] {
  return standingsOf(set, [score], rules.markRule)
}
