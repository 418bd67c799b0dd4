/** What ties a member to a dossier, in the words of the declaration. */
export const ties = ['owner', 'employee', 'family', 'adviser', 'other'] as const
export type Tie = (typeof ties)[number]
export type Relation = 'none' | Tie

/** How it became known that a member does not score: declared, noted by hand, or by what the system holds. */
export type ConflictSource = 'declared' | 'member' | 'chair' | KnownSource

/** What the system knows for a fact, the strongest first. */
export const knownSources = [
  'mandate',
  'holding',
  'organisation',
  'same_owner',
  'same_contact',
  'same_address',
] as const
export type KnownSource = (typeof knownSources)[number]

/** A tie by its name; a form may hold anything. */
export function tieOf(text: string): Tie | undefined {
  return ties.find((tie) => tie === text)
}
