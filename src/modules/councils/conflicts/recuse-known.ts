import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { SeatedCouncil } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { Seat } from '../positions.ts'
import { findSheet } from '../score-sheet-store.ts'
import { findAgendaItem, insertRecusal } from '../session-store.ts'
import { gatherDossier, gatherMembers } from './gather-facts.ts'
import { type KnownConflict, knownConflict } from './known-conflict.ts'
import { mayStillBeScored } from './undeclared.ts'

/** What keeps this one member off the dossier today, as far as the system knows. */
export async function conflictOf(
  ctx: Pick<Ctx<CouncilTables>, 'db' | 'now'>,
  { council, seat, dossierId }: { council: SeatedCouncil; seat: Seat; dossierId: string },
): Promise<KnownConflict | undefined> {
  const dossier = await gatherDossier(ctx, council, dossierId)
  const [member] = await gatherMembers(ctx, { seats: [seat], rules: council.rules })
  return dossier && member && knownConflict(member, dossier)
}

/**
 * Finds the members of the council whom something that the system knows ties to the dossiers, and notes that they do not
 * score them: on placing a dossier, on seating a member, on opening the session, and when a member opens the sheet. Who
 * has handed in a sheet already, or is recused, stays as they are. For operations that have decided whether the actor may.
 */
export async function recuseKnown(
  ctx: Ctx<CouncilTables>,
  council: SeatedCouncil,
  { sessionId, dossierIds }: { sessionId: string; dossierIds: readonly string[] },
): Promise<{ personId: string; dossierId: string }[]> {
  const members = await gatherMembers(ctx, council)
  const recused: { personId: string; dossierId: string }[] = []
  for (const dossierId of dossierIds) {
    const dossier = await gatherDossier(ctx, council, dossierId)
    for (const member of dossier ? members : []) {
      const conflict = dossier && knownConflict(member, dossier)
      const { personId } = member
      if (conflict && (await noteRecusal(ctx, council, { sessionId, dossierId, personId, conflict })))
        recused.push({ personId, dossierId })
    }
  }
  return recused
}

async function noteRecusal(
  ctx: Ctx<CouncilTables>,
  council: SeatedCouncil,
  {
    sessionId,
    dossierId,
    personId,
    conflict,
  }: { sessionId: string; dossierId: string; personId: string; conflict: KnownConflict },
): Promise<boolean> {
  const item = await findAgendaItem(ctx.db, { sessionId, dossierId }, 'update')
  if (!item || !mayStillBeScored(item)) return false
  const sheet = await findSheet(ctx.db, { sessionId, dossierId, memberId: personId, round: item.round })
  if (sheet?.handedInAt) return false
  const { source, reason, mandate } = conflict
  const found = { sessionId, dossierId, councilId: council.id, personId, reason, source }
  if (!(await insertRecusal(ctx.db, { ...found, declaredBy: 'system', declaredAt: ctx.now }))) return false
  const { mandateCode, consultantId } = mandate ?? {}
  const facts = { dossierId, personId, reason, source, ...(mandate ? { mandateCode, consultantId } : {}) }
  await record(ctx, 'recusal.found', `council_session:${sessionId}`, facts)
  return true
}
