import type { Actor, Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { hasDeclared } from './conflicts/declaration-store.ts'
import { mayStillBeScored } from './conflicts/undeclared.ts'
import { findCouncil, type SeatedCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { keepsMinutes, leads, mayAudit, mayOversee, type Seat, seatOf } from './positions.ts'
import {
  type AgendaItem,
  findAgendaItem,
  findSession,
  listRecusals,
  type Recusal,
  type Session,
} from './session-store.ts'

/** A session as the actor comes into it: with the council that holds it and the seat that the actor has there, if any. */
export interface SessionRoom {
  session: Session
  council: SeatedCouncil
  seat: Seat | undefined
}

/** A dossier in the room, with those recused from it. */
export interface DossierRoom extends SessionRoom {
  item: AgendaItem
  recusals: Recusal[]
  /** Whether the actor is recused from this dossier. */
  recused: boolean
  /** Whether the actor sits and has declared nothing of this dossier, which may still be scored. */
  undeclared: boolean
}

/**
 * The session, for members of its council, for those who prepare or oversee it, and for auditors once it is closed.
 * For everybody else there is none. `update` locks it: it is opened and closed once.
 */
export async function enterSession(
  ctx: Ctx<CouncilTables>,
  sessionId: string,
  lock?: 'update',
): Promise<SessionRoom> {
  const session = isId(sessionId) ? await findSession(ctx.db, sessionId, lock) : undefined
  const council = session && (await findCouncil(ctx.db, session.councilId))
  if (!session || !council) throw new Refusal('not_found', 'councils.session_unknown')
  const seat = seatOf(council.seats, ctx.actor.id)
  const audits = session.status === 'closed' && mayAudit(ctx.actor, council.unitPath)
  if (!seat && !audits && !mayOversee(ctx.actor, council.unitPath))
    throw new Refusal('not_found', 'councils.session_unknown')
  return { session, council, seat }
}

/** The session and one dossier on its agenda. The lock is on the dossier's place on the agenda. */
export async function enterDossier(
  ctx: Ctx<CouncilTables>,
  { sessionId, dossierId }: { sessionId: string; dossierId: string },
  lock?: 'share' | 'update',
): Promise<DossierRoom> {
  const room = await enterSession(ctx, sessionId)
  const item = isId(dossierId) ? await findAgendaItem(ctx.db, { sessionId, dossierId }, lock) : undefined
  if (!item) throw new Refusal('not_found', 'councils.dossier_not_on_agenda')
  const all = await listRecusals(ctx.db, sessionId)
  const recusals = all.filter((recusal) => recusal.dossierId === dossierId)
  const entered = { ...room, item, recusals }
  return { ...entered, ...(await standingIn(ctx, entered, ctx.actor.id)) }
}

/** How that person stands to the dossier: their seat, and what keeps them off. */
export async function standingIn(
  { db }: Pick<Ctx<CouncilTables>, 'db'>,
  { council, item, recusals }: Pick<DossierRoom, 'council' | 'item' | 'recusals'>,
  personId: string | null,
): Promise<Pick<DossierRoom, 'seat' | 'recused' | 'undeclared'>> {
  const { sessionId, dossierId } = item
  const seat = seatOf(council.seats, personId)
  const undeclared =
    seat !== undefined &&
    mayStillBeScored(item) &&
    !(await hasDeclared(db, { sessionId, dossierId, personId: seat.personId }))
  return { seat, recused: recusals.some((recusal) => recusal.personId === personId), undeclared }
}

/** Refuses a visitor: councils are no public pages. */
export function askToBeSomebody({ id }: Actor): void {
  if (id === null) throw new Refusal('forbidden', 'councils.not_a_member')
}

/** Refuses anybody but the chair and the delegated chair, and them where they are recused. */
export function askToLead(room: DossierRoom): asserts room is DossierRoom & { seat: Seat } {
  if (!leads(room.seat)) throw new Refusal('forbidden', 'councils.not_the_chair')
  askToBeImpartial(room)
}

/** Refuses a member who is recused from the dossier, and one who has not declared their interests yet. */
export function askToBeImpartial({ recused, undeclared }: Pick<DossierRoom, 'recused' | 'undeclared'>): void {
  if (recused) throw new Refusal('forbidden', 'councils.recused')
  if (undeclared) throw new Refusal('forbidden', 'conflicts.declare_first')
}

/** Refuses anybody but those who run the session: chair, delegated chair, secretary. */
export function askToRunSession<Room extends SessionRoom>(room: Room): asserts room is Room & { seat: Seat } {
  if (!keepsMinutes(room.seat)) throw new Refusal('forbidden', 'councils.not_chair_or_secretary')
}

/** Refuses a change to a dossier that is not being scored now. */
export function askToBeScoring(room: { item: Pick<AgendaItem, 'status'> }): void {
  askToBeInHand(room)
  if (room.item.status !== 'scoring') throw new Refusal('conflict', 'discussion.round_ended')
}

/** Refuses a step with a dossier that is neither being scored nor discussed. */
export function askToBeInHand({ item }: { item: Pick<AgendaItem, 'status'> }): void {
  if (item.status === 'waiting') throw new Refusal('conflict', 'councils.session_not_open')
  if (item.status !== 'scoring' && item.status !== 'discussing')
    throw new Refusal('conflict', 'councils.dossier_closed')
}
