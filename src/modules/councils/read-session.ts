import type { Ctx } from '#platform/ctx.ts'
import { listDeclarations } from './conflicts/declaration-store.ts'
import { undeclaredBy } from './conflicts/undeclared.ts'
import type { CouncilTables } from './council-tables.ts'
import { labelDossiers } from './dossier-labels.ts'
import { keepsMinutes } from './positions.ts'
import { findStage } from './screen/stage-store.ts'
import { gatherAgenda } from './session-record.ts'
import { enterSession, type SessionRoom } from './session-room.ts'
import { type AgendaItem, type Attended, listAgenda } from './session-store.ts'
import { type AgendaLine, agendaFor } from './session-view.ts'

export interface SessionReading {
  room: SessionRoom
  /** Who is in the room now, and who attended. */
  inRoom: readonly string[]
  attended: readonly Attended[]
  names: ReadonlyMap<string, string>
  agenda: AgendaLine[]
  /** How many dossiers the actor has still to declare their interests in; 0 for who does not sit. */
  undeclared: number
  /** The product that was called last, for those who run the session. */
  stage: { dossierId: string; showsResults: boolean; product: string } | null
  /** How many dossiers of the agenda stand where. */
  counts: Readonly<Record<AgendaItem['status'], number>>
  /** The page shown, from 1, and how many there are. */
  page: number
  pages: number
}

export interface SessionAsked {
  /** Only the dossiers that stand there. */
  status?: AgendaItem['status'] | undefined
  page?: number | undefined
}

/** How many dossiers a page of the agenda shows. */
export const agendaPage = 50

/** The session as the actor may see it: who came, a page of the agenda, how far each dossier is. */
export async function readSession(
  ctx: Ctx<CouncilTables>,
  sessionId: string,
  { status, page: asked = 1 }: SessionAsked = {},
): Promise<SessionReading> {
  const room = await enterSession(ctx, sessionId)
  const all = await listAgenda(ctx.db, sessionId)
  const wanted = status ? all.filter((item) => item.status === status) : all
  const pages = Math.max(1, Math.ceil(wanted.length / agendaPage))
  const page = Math.min(Math.max(1, asked), pages)
  const shown = wanted.slice((page - 1) * agendaPage, page * agendaPage)
  const kept = await gatherAgenda(ctx, room, shown)
  const agenda = agendaFor(kept, ctx.actor.id)
  const { inRoom, attended, names } = kept
  const stage = await stageOf(ctx, room)
  const undeclared = await countUndeclared(ctx, room, all)
  const counts = countsOf(all)
  return { room, stage, inRoom, attended, names, agenda, undeclared, counts, page, pages }
}

async function countUndeclared(
  ctx: Ctx<CouncilTables>,
  { session, seat }: SessionRoom,
  agenda: Parameters<typeof undeclaredBy>[1]['agenda'],
): Promise<number> {
  if (!seat || session.status === 'closed') return 0
  const { personId } = seat
  const declarations = await listDeclarations(ctx.db, { sessionId: session.id, personId })
  return undeclaredBy(personId, { agenda, declarations }).length
}

async function stageOf(
  ctx: Ctx<CouncilTables>,
  { session, seat }: SessionRoom,
): Promise<SessionReading['stage']> {
  const stage = keepsMinutes(seat) ? await findStage(ctx.db, session.id) : undefined
  if (!stage) return null
  const { dossierId, showsResults } = stage
  const label = (await labelDossiers(ctx.db, [dossierId])).get(dossierId)
  return { dossierId, showsResults, product: label?.product ?? '' }
}

function countsOf(agenda: readonly AgendaItem[]): SessionReading['counts'] {
  const counts = { waiting: 0, scoring: 0, discussing: 0, closed: 0, released: 0 }
  for (const { status } of agenda) counts[status] += 1
  return counts
}
