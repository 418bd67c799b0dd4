import type { RoundStanding } from '../council-round.ts'

/** What still stands against closing a dossier, told before it is tried. */
export interface Warning {
  key: 'few_sheets' | 'no_chair' | 'few_present' | 'too_wide' | 'knock_out'
  facts: Readonly<Record<string, number>>
}

/** How many of the council are needed for a dossier, have handed in and are in the room. */
export interface Quorum {
  /** How many the needed are a share of, as the council's rules count them. */
  members: number
  needed: number
  handedIn: number
  /** Who may score the dossier and is in the room, or has handed in. */
  reachable: number
}

export function closingWarnings({
  quorum,
  standing,
  undecided,
  limit,
  ended,
}: {
  quorum: Quorum
  standing: Pick<RoundStanding, 'chairScored' | 'tooWide' | 'spread'>
  /** Knock-outs that the council has not decided on. */
  undecided: number
  limit: number
  /** Whether the round has ended: nobody hands in any more. */
  ended: boolean
}): Warning[] {
  const { needed, handedIn, reachable } = quorum
  const missing = needed - handedIn
  return [
    ...(missing > 0 ? [{ key: 'few_sheets' as const, facts: { missing, handedIn, needed } }] : []),
    ...(standing.chairScored ? [] : [{ key: 'no_chair' as const, facts: {} }]),
    ...(missing > 0 && !ended && reachable < needed
      ? [{ key: 'few_present' as const, facts: { reachable, needed } }]
      : []),
    ...(standing.tooWide && standing.spread !== null
      ? [{ key: 'too_wide' as const, facts: { spread: standing.spread, limit } }]
      : []),
    ...(undecided > 0 ? [{ key: 'knock_out' as const, facts: { count: undecided } }] : []),
  ]
}
