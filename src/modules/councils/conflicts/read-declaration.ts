import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type DossierLabel, labelDossiers } from '../dossier-labels.ts'
import { keepsMinutes, seatOf } from '../positions.ts'
import { enterSession, type SessionRoom } from '../session-room.ts'
import { type AgendaItem, listAgenda, listRecusals } from '../session-store.ts'
import { type ConflictDeclaration, listDeclarations } from './declaration-store.ts'
import { undeclaredBy } from './undeclared.ts'

/** A dossier as the declaration names it: no more than its product and producer. */
export interface DeclarationLine {
  item: AgendaItem
  label: DossierLabel | undefined
  /** What the member has declared of it so far. */
  declared: ConflictDeclaration[]
  /** Why the member does not score it, where that is noted already. */
  recusedBecause: string | null
}

export interface DeclarationReading {
  room: SessionRoom
  /** Whose declaration it is. */
  member: { personId: string; name: string; own: boolean }
  /** Those of which nothing is declared yet, then the others; without what is done with. */
  undeclared: DeclarationLine[]
  declared: DeclarationLine[]
}

/**
 * A member's declaration in the session: their own, or another's for whoever runs it and notes it from paper.
 * @throws Refusal `forbidden` for who has no seat
 */
export async function readDeclaration(
  ctx: Ctx<CouncilTables>,
  { sessionId, personId }: { sessionId: string; personId?: string | undefined },
): Promise<DeclarationReading> {
  const room = await enterSession(ctx, sessionId)
  const { seat, council } = room
  if (!seat) throw new Refusal('forbidden', 'councils.not_a_member')
  const whose = personId ?? seat.personId
  const own = whose === seat.personId
  if (!own && !keepsMinutes(seat)) throw new Refusal('forbidden', 'councils.not_chair_or_secretary')
  if (!seatOf(council.seats, whose)) throw new Refusal('not_found', 'councils.session_unknown')
  const agenda = (await listAgenda(ctx.db, sessionId)).filter(({ status }) => status !== 'released')
  const declarations = await listDeclarations(ctx.db, { sessionId, personId: whose })
  const recusals = await listRecusals(ctx.db, sessionId)
  const labels = await labelDossiers(
    ctx.db,
    agenda.map(({ dossierId }) => dossierId),
  )
  const lineOf = (item: AgendaItem): DeclarationLine => ({
    item,
    label: labels.get(item.dossierId),
    declared: declarations.filter(({ dossierId }) => dossierId === item.dossierId),
    recusedBecause:
      recusals.find((one) => one.dossierId === item.dossierId && one.personId === whose)?.reason ?? null,
  })
  const open = undeclaredBy(whose, { agenda, declarations })
  const names = await namesOf(ctx.db, [whose])
  return {
    room,
    member: { personId: whose, name: names.get(whose) ?? whose, own },
    undeclared: open.map(lineOf),
    declared: agenda.filter((item) => !open.includes(item)).map(lineOf),
  }
}
