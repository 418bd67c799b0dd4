import type { Kysely } from 'kysely'
import {
  type Answers,
  criterionOf,
  type Preference,
  planRaises,
  type RaisePlan,
  type SheetLaw,
  type SheetStanding,
  sheetStanding,
} from '#modules/regulation/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import type { Day } from '#platform/dates.ts'
import { type FiguresAt, figuresAt } from './criterion-effort-store.ts'
import { kindOf } from './criterion-kinds.ts'
import { effortBy } from './effort-of.ts'
import type { GuidanceTables } from './guidance-tables.ts'
import { listPolicies, type SupportPolicy } from './policy-store.ts'

/** A plan with all that its page tells: what the answers come to, the province's figures, the policies that help. */
export interface ToldPlan {
  law: SheetLaw
  answers: Answers
  standing: SheetStanding
  stars: number
  prefer: Preference
  /** Null when the sheet cannot give the rank. */
  plan: RaisePlan | null
  figures: FiguresAt
  /** The place whose figures these are. */
  province: string
  policies: SupportPolicy[]
}

interface PlanAsked {
  law: SheetLaw
  answers: Answers
  /** The rank to reach; without it the next one on the way. */
  stars?: number | undefined
  prefer?: Preference
  /** The province whose figures count. */
  unitId: string
  day: Day
}

/** The plan of raises by the figures of the province, with its policies that are valid that day and help with it. */
export async function planFor(db: Kysely<GuidanceTables>, asked: PlanAsked): Promise<ToldPlan> {
  const { law, answers, prefer = 'cost', unitId, day } = asked
  const [figures, all, unit] = await Promise.all([
    figuresAt(db, { unitId, set: law.set }),
    listPolicies(db, { unitId, on: day }),
    findUnit(db, unitId),
  ])
  const standing = sheetStanding(law, answers)
  const stars = asked.stars ?? Math.min(5, Math.max(3, standing.stars + 1))
  const plan = planRaises(law, answers, { stars, effortOf: effortBy(figures), prefer })
  const kinds = new Set(plan?.raises.map(({ criterion }) => kindAt(law, criterion)))
  const policies = all.filter((one) => one.kinds.length === 0 || one.kinds.some((kind) => kinds.has(kind)))
  return { law, answers, standing, stars, prefer, plan, figures, policies, province: inSentence(unit?.name) }
}

function kindAt({ set }: SheetLaw, code: string): string {
  const criterion = criterionOf(set, code)
  return criterion ? kindOf(criterion) : 'other'
}

/** The target that an address or a form asks for: 3, 4 or 5 stars; anything else is the next on the way. */
export function readTarget(text: string | undefined): number | undefined {
  return [3, 4, 5].find((stars) => String(stars) === text)
}

/** What is to weigh most: money unless time is asked for. */
export function readPreference(text: string | undefined): Preference {
  return text === 'months' ? 'months' : 'cost'
}

/** The name of a place inside a sentence: its kind is no proper name. */
export function inSentence(name = ''): string {
  return name.replace(/^(Tỉnh|Thành phố) /, (kind) => kind.toLowerCase())
}
