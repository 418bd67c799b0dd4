import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { keepsMinutes, seatOf } from '../positions.ts'
import { findSheet } from '../score-sheet-store.ts'
import { enterSession, type SessionRoom } from '../session-room.ts'
import { type AgendaItem, findAgendaItem, insertRecusal, listAgenda } from '../session-store.ts'
import { insertDeclarations, listDeclarations } from './declaration-store.ts'
import type { Tie } from './relations.ts'
import vi from './text/vi.json' with { type: 'json' }
import { mayStillBeScored, undeclaredBy } from './undeclared.ts'

export interface DeclaredTie {
  dossierId: string
  relation: Tie
  note: string
}

export interface Declaration {
  sessionId: string
  /** Whose it is, where whoever runs the session notes what the member gave on paper; the actor's own if left out. */
  personId?: string
  /** The dossiers that the member had before them: no other is declared. */
  seen: readonly string[]
  ties: readonly DeclaredTie[]
  /** That there is nothing between the member and the rest of them. */
  noneElse: boolean
}

/**
 * A member declares, before any dossier opens, what ties them to producers and products on the agenda, and that there is
 * nothing else. Each tie takes them off that dossier. A declaration is added to, never changed: a tie that is found later
 * may be declared until the member's sheet of the round is in.
 */
export function declareConflicts(
  ctx: Ctx<CouncilTables>,
  input: Declaration,
): Promise<{ recusedFrom: number }> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId } = input
    const room = await enterSession(ctx, sessionId)
    const { personId, notedBy } = declarerOf(room, input)
    if (room.session.status === 'closed') throw new Refusal('conflict', 'councils.session_closed')
    const agenda = await listAgenda(ctx.db, sessionId)
    const declarations = await listDeclarations(ctx.db, { sessionId, personId })
    const open = undeclaredBy(personId, { agenda, declarations })
    const ties = input.ties.filter(({ dossierId }) => agenda.some((item) => item.dossierId === dossierId))
    const nothing = untied(open, { ...input, ties })

    const common = { sessionId, councilId: room.council.id, personId, notedBy, declaredAt: ctx.now }
    await insertDeclarations(ctx.db, [
      ...ties.map(({ dossierId, relation, note }) => ({ ...common, dossierId, relation, note: note.trim() })),
      ...nothing.map(({ dossierId }) => ({ ...common, dossierId, relation: 'none' as const, note: '' })),
    ])
    let recusedFrom = 0
    for (const tie of ties) if (await recuseDeclared(ctx, common, tie)) recusedFrom += 1
    if (ties.length + nothing.length > 0)
      await record(ctx, 'conflicts.declared', `council_session:${sessionId}`, {
        personId,
        none: nothing.map(({ dossierId }) => dossierId),
        ties: ties.map(({ dossierId, relation }) => ({ dossierId, relation })),
      })
    return { recusedFrom }
  })
}

/** The dossiers seen to which nothing ties the member, who must have said so. */
function untied(
  open: readonly AgendaItem[],
  { seen, ties, noneElse }: Pick<Declaration, 'seen' | 'ties' | 'noneElse'>,
): AgendaItem[] {
  if (ties.some(({ relation, note }) => relation === 'other' && note.trim() === ''))
    throw new Refusal('invalid', 'conflicts.note_missing')
  const tied = new Set(ties.map(({ dossierId }) => dossierId))
  const nothing = open.filter(({ dossierId }) => seen.includes(dossierId) && !tied.has(dossierId))
  if (nothing.length > 0 && !noneElse) throw new Refusal('invalid', 'conflicts.confirm_missing')
  return nothing
}

function declarerOf(
  { seat, council }: SessionRoom,
  { personId }: Declaration,
): { personId: string; notedBy: string } {
  if (!seat) throw new Refusal('forbidden', 'councils.not_a_member')
  const own = personId === undefined || personId === seat.personId
  if (!own && !keepsMinutes(seat)) throw new Refusal('forbidden', 'councils.not_chair_or_secretary')
  if (!own && !seatOf(council.seats, personId)) throw new Refusal('invalid', 'councils.does_not_sit')
  return { personId: personId ?? seat.personId, notedBy: seat.personId }
}

interface Declarer {
  sessionId: string
  councilId: string
  personId: string
  notedBy: string
  declaredAt: Date
}

async function recuseDeclared(
  ctx: Ctx<CouncilTables>,
  { sessionId, councilId, personId, notedBy, declaredAt }: Declarer,
  { dossierId, relation, note }: DeclaredTie,
): Promise<boolean> {
  const item = await findAgendaItem(ctx.db, { sessionId, dossierId }, 'update')
  if (!item || !mayStillBeScored(item)) throw new Refusal('conflict', 'councils.dossier_closed')
  const sheet = await findSheet(ctx.db, { sessionId, dossierId, memberId: personId, round: item.round })
  if (sheet?.handedInAt) throw new Refusal('conflict', 'councils.handed_in_already')
  const reason = declaredReason(relation, note)
  const recusal = { sessionId, dossierId, councilId, personId, reason, declaredBy: notedBy, declaredAt }
  if (!(await insertRecusal(ctx.db, { ...recusal, source: 'declared' }))) return false
  const facts = { dossierId, personId, reason, source: 'declared' }
  await record(ctx, 'recusal.declared', `council_session:${sessionId}`, facts)
  return true
}

/** Why a member does not score, as it is noted and printed on the minutes. */
function declaredReason(relation: Tie, note: string): string {
  const tie = vi.declared[relation]
  return note.trim() === '' ? tie : `${tie}: ${note.trim()}`
}
