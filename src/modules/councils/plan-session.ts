import { findDossier, takeStep } from '#modules/dossiers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { recuseKnown } from './conflicts/recuse-known.ts'
import type { Council } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterCouncil } from './enter-council.ts'
import { keepsMinutes, mayPrepare } from './positions.ts'
import { insertAgenda, insertSession } from './session-store.ts'

export interface NewSession {
  councilId: string
  name: string
  heldOn: Day
  /** The last day, where it lasts more than one. */
  until?: Day | null
  place: string
  /** In tasting order. */
  dossierIds: readonly string[]
}

/**
 * Plans a session: day, place, and the checked dossiers of the council's unit in tasting order, which from now on are
 * in the council's hands. Members whom something known ties to a product are noted as not scoring it.
 */
export function planSession(ctx: Ctx<CouncilTables>, input: NewSession): Promise<{ sessionId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { councilId, name, heldOn, until = null, place, dossierIds } = input
    const { council, seat } = await enterCouncil(ctx, councilId)
    if (!mayPrepare(ctx.actor, council.unitPath) && !keepsMinutes(seat))
      throw new Refusal('forbidden', 'councils.not_the_office')
    askToBeWhole(input)

    const sessionId = newId(ctx.now.getTime())
    const session = { id: sessionId, councilId, name: name.trim(), heldOn, until, place: place.trim() }
    const unopened = {
      openedAt: null,
      closedAt: null,
      minutesNumber: null,
      minutes: null,
      minutesFileId: null,
    }
    await insertSession(ctx.db, { ...session, ...unopened })
    for (const dossierId of dossierIds) await placeDossier(ctx, council, { sessionId, dossierId })
    await insertAgenda(
      ctx.db,
      dossierIds.map((dossierId, index) => ({
        sessionId,
        dossierId,
        position: index + 1,
        closeReason: null,
        closedBy: null,
        closedAt: null,
      })),
    )
    await recuseKnown(ctx, council, { sessionId, dossierIds })
    await record(ctx, 'council_session.planned', `council_session:${sessionId}`, {
      councilId,
      heldOn,
      ...(until ? { until } : {}),
      dossierIds,
    })
    return { sessionId }
  })
}

function askToBeWhole({ name, heldOn, until = null, place, dossierIds }: NewSession): void {
  if (name.trim() === '' || place.trim() === '') throw new Refusal('invalid', 'councils.session_incomplete')
  if (until !== null && until < heldOn) throw new Refusal('invalid', 'councils.days_reversed')
  if (dossierIds.length === 0) throw new Refusal('invalid', 'councils.agenda_empty')
  if (new Set(dossierIds).size < dossierIds.length) throw new Refusal('invalid', 'councils.agenda_twice')
}

async function placeDossier(
  ctx: Ctx<CouncilTables>,
  council: Council,
  { sessionId, dossierId }: { sessionId: string; dossierId: string },
): Promise<void> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  if (!dossier || !`${dossier.unitPath}/`.startsWith(`${council.unitPath}/`))
    throw new Refusal('not_found', 'councils.dossier_unknown')
  await takeStep(ctx, { dossierId, step: 'place', facts: { sessionId } })
}
