import { keepsMinutes, type Seat } from '../positions.ts'

/** `open`: it can be typed in and countersigned; everything else says why it cannot, or that it is done. */
export type PaperStanding =
  | 'open'
  | 'done'
  | 'not_open'
  | 'round_over'
  | 'member_left'
  | 'member_recused'
  | 'other_criteria'
  | 'handed_in'

export interface PaperFacts {
  paper: { round: number; criteriaDigest: string; countersignedAt: Date | null }
  item: { round: number; status: string }
  /** The seat of the paper's member today. */
  member: Pick<Seat, 'scores'> | undefined
  recused: boolean
  /** Of the criteria set by which the dossier is judged now. */
  digest: string
  /** Whether the member's sheet of the round is in already. */
  handedIn: boolean
}

/** Whether a code still stands for a sheet that may be handed in. A stale one says why. */
export function paperStanding({ paper, item, member, recused, digest, handedIn }: PaperFacts): PaperStanding {
  if (paper.countersignedAt) return 'done'
  if (!member?.scores) return 'member_left'
  if (recused) return 'member_recused'
  if (item.status === 'waiting') return 'not_open'
  if (item.status !== 'scoring' || item.round !== paper.round) return 'round_over'
  if (digest !== paper.criteriaDigest) return 'other_criteria'
  return handedIn ? 'handed_in' : 'open'
}

export interface PaperReader {
  seat: Seat
  /** Whether the reader's own sheet of the round is in; who scores sees no other sheet before. */
  ownIsIn: boolean
}

/** Chair, delegated chair or secretary type a paper in; never their own, and who scores only after handing in. */
export function mayType({ seat, ownIsIn }: PaperReader, { memberId }: { memberId: string }): boolean {
  return keepsMinutes(seat) && seat.personId !== memberId && (!seat.scores || ownIsIn)
}

/** A second person: the member, or one who may type, never the one who typed. */
export function mayCountersign(
  reader: PaperReader,
  paper: { memberId: string; typedBy: string | null },
): boolean {
  const { personId } = reader.seat
  if (paper.typedBy === null || paper.typedBy === personId) return false
  return personId === paper.memberId || mayType(reader, paper)
}

/**
 * Whether somebody opens the paper: its member, and those who may type it in or countersign it. Once it is in, it is a
 * sheet like any other: those who had no part in bringing it in see it when the sheets of its round are opened.
 */
export function mayOpen(
  reader: PaperReader,
  paper: { memberId: string; typedBy: string | null; countersignedBy: string | null },
): boolean {
  const { personId } = reader.seat
  const hadPart = [paper.memberId, paper.typedBy, paper.countersignedBy].includes(personId)
  if (paper.countersignedBy !== null) return hadPart
  return hadPart || mayType(reader, paper) || mayCountersign(reader, paper)
}
