import { type RoundStanding, standingOf } from './council-round.ts'
import type { SheetsOpening } from './discussion/discussion-store.ts'
import { roundsHandedIn } from './discussion/rounds-open-to.ts'
import { standingFor } from './discussion/spread-shown.ts'
import type { DossierLabel } from './dossier-labels.ts'
import { openRounds } from './open-sheets.ts'
import { keepsMinutes, type Seat, seatOf } from './positions.ts'
import type { CouncilResult, KnockOut } from './result-store.ts'
import type { ScoreSheet } from './score-sheet-store.ts'
import type { SessionRecord } from './session-minutes.ts'
import type { AgendaItem } from './session-store.ts'

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
  knockOuts: Pick<KnockOut, 'id' | 'key' | 'criterion' | 'reason' | 'decision' | 'decisionReason'>[]
  rounds: { round: number; reason: string }[]
  /** For whom the chair opened sheets, told to those who run the session. */
  openings: Pick<SheetsOpening, 'round' | 'audience' | 'openedAt'>[]
  result: { outcome: 'ranked' | 'rejected'; average: number | null; stars: number | null } | null
}

/** The agenda as the reader may see it: never a sheet, and no result that is not open to them. */
export function agendaFor(kept: SessionRecord, readerId: string | null): AgendaLine[] {
  const seat = seatOf(kept.council.seats, readerId)
  return kept.agenda.map((item) => lineFor(kept, item, { seat, readerId }))
}

interface Reader {
  seat: Seat | undefined
  readerId: string | null
}

function lineFor(kept: SessionRecord, item: AgendaItem, { seat, readerId }: Reader): AgendaLine {
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
    knockOuts: open || (seat && !reader.recused) ? ofItem(kept.knockOuts).map(withoutProposer) : [],
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

function shownResult([result]: CouncilResult[]): AgendaLine['result'] {
  return result ? { outcome: result.outcome, average: result.average, stars: result.stars } : null
}

// Whose 0 it was would tell of a sheet that is not open.
function withoutProposer({ id, key, criterion, reason, decision, decisionReason }: KnockOut) {
  return { id, key, criterion, reason, decision, decisionReason }
}
