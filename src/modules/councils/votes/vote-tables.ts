export const choices = ['establish', 'dismiss', 'abstain'] as const
export type Choice = (typeof choices)[number]

export interface KnockOutVoteRow {
  knockOutId: string
  personId: string
  choice: Choice
  reason: string | null
  castAt: Date
}

/** How a vote went. `sitting`: the members who may score the dossier. */
export interface Tally extends Record<Choice, number> {
  sitting: number
}

export interface VoteTables {
  knockOutVote: KnockOutVoteRow
}
