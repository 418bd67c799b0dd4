import type { CriteriaSet } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { criteriaSetOf } from '../own-sheet.ts'
import { type Seat, seatOf } from '../positions.ts'
import { findSheet } from '../score-sheet-store.ts'
import { askToBeImpartial, type DossierRoom, enterDossier } from '../session-room.ts'
import { readPaperCode } from './paper-code.ts'
import { findPaperSheet, type PaperSheet } from './paper-sheet-store.ts'
import { mayCountersign, mayOpen, mayType, type PaperStanding, paperStanding } from './paper-standing.ts'

/** Somebody of the council before a paper sheet, with what they may do with it. */
export interface PaperRoom {
  paper: PaperSheet
  room: DossierRoom & { seat: Seat }
  set: CriteriaSet
  standing: PaperStanding
  types: boolean
  countersigns: boolean
}

/**
 * The paper sheet of a code, for those of its council who type it in or countersign it, and its member. For others there
 * is none; who is recused, has not declared, or has not handed in their own sheet is told so. `update` locks the sheet, and the dossier's
 * place on the agenda against its closing.
 */
export async function enterPaperSheet(
  ctx: Ctx<CouncilTables>,
  typedCode: string,
  lock?: 'update',
): Promise<PaperRoom> {
  const code = readPaperCode(typedCode)
  const found = code ? await findPaperSheet(ctx.db, code) : undefined
  if (!found) throw new Refusal('not_found', 'paper_sheets.unknown')
  const room = await enterDossier(ctx, found, lock && 'share')
  const { seat } = room
  if (!seat) throw new Refusal('not_found', 'paper_sheets.unknown')
  askToBeImpartial(room)
  const paper = (lock && (await findPaperSheet(ctx.db, found.code, lock))) || found
  const { set, digest } = await criteriaSetOf(ctx, paper.dossierId)
  const standing = paperStanding({
    paper,
    digest,
    item: room.item,
    member: seatOf(room.council.seats, paper.memberId),
    recused: room.recusals.some(({ personId }) => personId === paper.memberId),
    handedIn: await isIn(ctx, paper, paper.memberId),
  })
  const reader = { seat, ownIsIn: await isIn(ctx, paper, seat.personId) }
  const types = mayType(reader, paper)
  const countersigns = mayCountersign(reader, paper)
  if (!mayOpen(reader, paper)) throw notYours(seat, paper)
  return { paper, room: { ...room, seat }, set, standing, types, countersigns }
}

/** Refuses a code that no longer stands for an open sheet. */
export function askToBeOpen({ standing }: PaperRoom): void {
  if (standing === 'open') return
  throw new Refusal('conflict', staleCodes[standing])
}

const staleCodes = {
  done: 'paper_sheets.done',
  not_open: 'paper_sheets.not_open',
  round_over: 'paper_sheets.round_over',
  member_left: 'paper_sheets.member_left',
  member_recused: 'paper_sheets.member_recused',
  other_criteria: 'paper_sheets.other_criteria',
  handed_in: 'paper_sheets.handed_in',
} as const

function notYours(seat: Seat, paper: PaperSheet): Refusal {
  if (paper.countersignedBy !== null) return new Refusal('forbidden', 'paper_sheets.in_already')
  const wouldType = mayType({ seat, ownIsIn: true }, paper)
  return new Refusal('forbidden', wouldType ? 'paper_sheets.own_first' : 'paper_sheets.not_yours')
}

async function isIn(ctx: Ctx<CouncilTables>, paper: PaperSheet, memberId: string): Promise<boolean> {
  const { sessionId, dossierId, round } = paper
  const sheet = await findSheet(ctx.db, { sessionId, dossierId, round, memberId })
  return Boolean(sheet?.handedInAt)
}
