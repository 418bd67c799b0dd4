import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { DossierLabel } from '../dossier-labels.ts'
import { keepsMinutes, type Seat } from '../positions.ts'
import { gatherSession } from '../session-record.ts'
import { enterSession, type SessionRoom } from '../session-room.ts'
import { listDeclarations } from './declaration-store.ts'
import { gatherDossier, gatherMembers } from './gather-facts.ts'
import { type Hint, hintsOf } from './known-conflict.ts'
import type { ConflictSource } from './relations.ts'
import { undeclaredBy } from './undeclared.ts'

/** A dossier with those who do not score it. */
export interface ConflictLine {
  dossierId: string
  position: number
  label: DossierLabel | undefined
  recused: { name: string; reason: string; source: ConflictSource | null }[]
  /** Likenesses between members who still score it and its producer. */
  hints: { name: string; hint: Hint }[]
}

export interface ConflictsReading {
  session: { id: string; name: string; closed: boolean }
  council: { id: string; name: string }
  /** Those who sit, with the day of their last declaration and how many dossiers they have still to declare on. */
  members: (Seat & { name: string; declaredAt: Date | null; waiting: number })[]
  lines: ConflictLine[]
}

/** Who has declared, and who does not score which dossier and why: for those who run the session. */
export async function readConflicts(ctx: Ctx<CouncilTables>, sessionId: string): Promise<ConflictsReading> {
  const room = await enterSession(ctx, sessionId)
  if (!keepsMinutes(room.seat)) throw new Refusal('forbidden', 'councils.not_chair_or_secretary')
  const kept = await gatherSession(ctx, room)
  const { agenda, recusals, labels, names } = kept
  const nameOf = (personId: string) => names.get(personId) ?? personId
  const members = await gatherMembers(ctx, room.council)
  const lines: ConflictLine[] = []
  for (const { dossierId, position } of agenda) {
    const ofDossier = recusals.filter((one) => one.dossierId === dossierId)
    const off = new Set(ofDossier.map(({ personId }) => personId))
    const facts = await gatherDossier(ctx, room.council, dossierId)
    const hints = members
      .filter(({ personId }) => facts && !off.has(personId))
      .flatMap((member) =>
        (facts ? hintsOf(member, facts) : []).map((hint) => ({ name: nameOf(member.personId), hint })),
      )
    const recused = ofDossier.map(({ personId, reason, source }) => {
      return { name: nameOf(personId), reason, source }
    })
    lines.push({ dossierId, position, label: labels.get(dossierId), recused, hints })
  }
  return {
    session: { id: sessionId, name: room.session.name, closed: room.session.status === 'closed' },
    council: { id: room.council.id, name: room.council.name },
    members: await membersOf(ctx, room, { agenda, nameOf }),
    lines,
  }
}

async function membersOf(
  ctx: Ctx<CouncilTables>,
  { session, council }: SessionRoom,
  { agenda, nameOf }: { agenda: Parameters<typeof undeclaredBy>[1]['agenda']; nameOf(id: string): string },
): Promise<ConflictsReading['members']> {
  const declarations = await listDeclarations(ctx.db, { sessionId: session.id })
  return council.seats
    .filter(({ leftOn }) => leftOn === null)
    .map((seat) => ({
      ...seat,
      name: nameOf(seat.personId),
      declaredAt: declarations.findLast(({ personId }) => personId === seat.personId)?.declaredAt ?? null,
      waiting: undeclaredBy(seat.personId, { agenda, declarations }).length,
    }))
}
