import type { CouncilRules } from '#modules/regulation/index.ts'
import type { Choice, Tally } from './vote-tables.ts'

type VoteRule = CouncilRules['knockOutVote']

/** The votes of the members who sit for the dossier; others are not counted. */
export function tallyOf(
  votes: readonly { personId: string; choice: Choice }[],
  sitting: readonly string[],
): Tally {
  const tally = { establish: 0, dismiss: 0, abstain: 0, sitting: sitting.length }
  for (const { personId, choice } of votes) if (sitting.includes(personId)) tally[choice] += 1
  return tally
}

/** Whether the votes establish the knock-out. A tie does not. */
export function establishes({ establish, dismiss, sitting }: Tally, rule: VoteRule): boolean {
  switch (rule) {
    case 'half_sitting':
      return establish * 2 > sitting
    case 'half_voting':
      return establish > dismiss
    case 'two_thirds_sitting':
      return establish > 0 && establish * 3 >= sitting * 2
  }
}
