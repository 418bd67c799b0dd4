import type { Quorum } from './attendance/closing-warnings.ts'
import { type RoundStanding, standingOf } from './council-round.ts'
import type { SheetsOpening } from './discussion/discussion-store.ts'
import { roundsHandedIn } from './discussion/rounds-open-to.ts'
import { standingFor } from './discussion/spread-shown.ts'
import type { DossierLabel } from './dossier-labels.ts'
import { openRounds } from './open-sheets.ts'
import { keepsMinutes, type Seat, seatOf } from './positions.ts'
import type { KnockOut, ResultMark } from './result-store.ts'
import type { ScoreSheet } from './score-sheet-store.ts'
import type { AgendaRecord } from './session-record.ts'
import type { AgendaItem } from './session-store.ts'
import { membersCounted, scorersOf, voicesOf } from './voices.ts'
import type { Choice, KnockOutVoteRow } from './votes/vote-tables.ts'

/** How far the reader's own sheet of a dossier has come; null for somebody who does not score. */
export type OwnProgress = 'recused' | 'to_score' | 'begun' | 'handed_in' | null

/** A dossier on the agenda, with no more than its reader may know. */
export interface AgendaLine {
  item: AgendaItem
  label: DossierLabel | undefined
  own: OwnProgress
  /** How many of the sheets awaited are in. */
  handedIn: number
  awaited: number
  /** Who handed in and how far the totals lie apart: for those who run the session. */
  standing: RoundStanding | null
  recused: { personId: string; reason: string | null }[]
  knockOuts: ShownKnockOut[]
  quorum: Quorum
  rounds: { round: number; reason: string }[]
  /** For whom the chair opened sheets, told to those who run the session. */
  openings: Pick<SheetsOpening, 'round' | 'audience' | 'openedAt'>[]
  result: { outcome: 'ranked' | 'rejected'; average: number | null; stars: number | null } | null
}

/** A knock-out as it is shown to those who may know of it. */
export interface ShownKnockOut
  extends Pick<KnockOut, 'id' | 'key' | 'criterion' | 'reason' | 'decision' | 'decisionReason' | 'tally'> {
  voteOpen: boolean
  cast: number
  sitting: number
  own: { choice: Choice; reason: string | null } | null
  reasons: string[]
}

/** The agenda as the reader may see it: never a sheet, and no result that is not open to them. */
export function agendaFor(kept: AgendaRecord, readerId: string | null): AgendaLine[] {
  const seat = seatOf(kept.council.seats, readerId)
  return kept.agenda.map((item) => lineFor(kept, item, { seat, readerId }))
}

interface Reader {
  seat: Seat | undefined
  readerId: string | null
}

function lineFor(kept: AgendaRecord, item: AgendaItem, { seat, readerId }: Reader): AgendaLine {
  const ofItem = <Row extends { dossierId: string }>(rows: readonly Row[]) =>
    rows.filter(({ dossierId }) => dossierId === item.dossierId)
  const recusals = ofItem(kept.recusals)
  const recused = recusals.map(({ personId }) => personId)
  const all = ofItem(kept.sheets)
  const reader = {
    seat,
    recused: recused.includes(readerId ?? ''),
    handedIn: roundsHandedIn(all, readerId),
  }
  const sheets = all.filter(({ round }) => round === item.round)
  const { seats, rules } = kept.council
  const standing = standingOf(sheets, { seats, rules, recused })
  const runs = keepsMinutes(seat) && !reader.recused
  const openings = ofItem(kept.openings)
  const open = openRounds(reader, { item, session: kept.session, openings }).includes(item.round)
  const own = sheets.find(({ memberId }) => memberId === readerId)
  const voices = voicesOf(sheets, { seats, rules, recused })
  const reachable = voices.filter(
    (personId) =>
      !recused.includes(personId) && (kept.inRoom.includes(personId) || standing.handedIn.includes(personId)),
  )
  const sitting = scorersOf(seats)
    .map(({ personId }) => personId)
    .filter((personId) => !recused.includes(personId))
  const shownKnockOut = (knockOut: KnockOut) =>
    withoutProposer(knockOut, { votes: kept.votes, sitting, readerId })
  const mayKnowWhy = (personId: string) => runs || personId === readerId
  return {
    item,
    label: kept.labels.get(item.dossierId),
    own: seat?.scores ? progressOf(own, reader.recused) : null,
    handedIn: standing.handedIn.length,
    awaited: standing.awaited.length,
    standing: runs && seat ? (open ? standing : standingFor(seat, standing)) : null,
    recused: recusals.map(({ personId, reason }) => ({
      personId,
      reason: mayKnowWhy(personId) ? reason : null,
    })),
    knockOuts: open || (seat && !reader.recused) ? ofItem(kept.knockOuts).map(shownKnockOut) : [],
    quorum: {
      members: membersCounted(voices, { seats, rules, recused }),
      needed: standing.needed,
      handedIn: standing.handedIn.length,
      reachable: reachable.length,
    },
    rounds: ofItem(kept.rounds).map(({ round, reason }) => ({ round, reason })),
    openings: runs ? openings : [],
    result: open ? shownResult(ofItem(kept.results)) : null,
  }
}

/** How far a member's own sheet has come. */
export function progressOf(sheet: Pick<ScoreSheet, 'handedInAt'> | undefined, recused: boolean): OwnProgress {
  if (recused) return 'recused'
  if (!sheet) return 'to_score'
  return sheet.handedInAt ? 'handed_in' : 'begun'
}

function shownResult([result]: ResultMark[]): AgendaLine['result'] {
  return result ? { outcome: result.outcome, average: result.average, stars: result.stars } : null
}

interface Voting {
  votes: readonly KnockOutVoteRow[]
  /** Who may score the dossier. */
  sitting: readonly string[]
  readerId: string | null
}

/**
 * A knock-out without its proposer: whose 0 it was would tell of a sheet that is not open. Of its votes the reader's own,
 * and how many are cast; once it is decided how they went, and the reasons without names.
 */
function withoutProposer(knockOut: KnockOut, { votes, sitting, readerId }: Voting): ShownKnockOut {
  const { id, key, criterion, reason, decision, decisionReason, tally, voteOpenedAt } = knockOut
  const cast = votes.filter(({ knockOutId, personId }) => knockOutId === id && sitting.includes(personId))
  const own = cast.find(({ personId }) => personId === readerId)
  return {
    ...{ id, key, criterion, reason, decision, decisionReason, tally },
    voteOpen: voteOpenedAt !== null && decision === null,
    cast: cast.length,
    sitting: sitting.length,
    own: own ? { choice: own.choice, reason: own.reason } : null,
    reasons: decision ? cast.flatMap((vote) => vote.reason ?? []) : [],
  }
}
