import { z } from 'zod'

/**
 * What each province's council regulation settles and QĐ 26/2026 leaves open; printed on the minutes.
 * The defaults are those of the platform until the council's own rules are entered.
 */
export const CouncilRules = z.strictObject({
  /** Share of the council's members whose sheets are needed, in per cent, rounded up to a whole member. */
  quorum: z.int().min(1).max(100).default(75),
  /** How many points the highest and the lowest total may lie apart. */
  maxDeviation: z.int().min(0).max(100).default(10),
  /** From how many points of mean distance to the others a member is named to the chair; it counts for no result. */
  outlierPoints: z.int().min(1).max(100).default(5),
  /** How the average is rounded: what is shown is what is ranked. */
  rounding: z
    .strictObject({
      method: z.enum(['half_up', 'half_even', 'down']).default('half_up'),
      decimals: z.int().min(0).max(2).default(2),
    })
    .prefault({}),
  /** When the council meets a star mark: more than half of the sheets, the mean of the points, or every sheet. */
  markRule: z.enum(['majority', 'average', 'all']).default('majority'),
  /** The marks of tourism (set 26) are printed without the sentence that makes them binding. */
  tourismMarks: z.enum(['advisory', 'binding']).default('advisory'),
  /**
   * When a vote establishes a knock-out: more than half of the members who may score the dossier, more votes for than
   * against, or two thirds of the members. No rule of the law: the council's.
   */
  knockOutVote: z.enum(['half_sitting', 'half_voting', 'two_thirds_sitting']).default('half_sitting'),
  /** For how many months after advising a product its consultant does not score it. No rule of the law: the province's. */
  adviserMonths: z.int().min(0).max(120).default(36),
  /** What the quorum is a share of: all members who score, or those of them who are not recused from the product. */
  quorumBase: z.enum(['council', 'sitting']).default('council'),
  /** What becomes of sheets handed in by a member who was replaced later, where the round is still open. */
  replacedSheets: z.enum(['void', 'keep']).default('void'),
  /** How many products a council can do in a day; planning warns above it. No rule of the law: the province's. */
  dailyCapacity: z.int().min(1).max(500).default(30),
})
export type CouncilRules = z.infer<typeof CouncilRules>

export const defaultRules: CouncilRules = CouncilRules.parse({})
