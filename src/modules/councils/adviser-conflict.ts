import { type Adviser, adviceSince, listAdvisers } from '#modules/consultants/index.ts'
import { findDossier } from '#modules/dossiers/index.ts'
import { type CouncilRules, defaultRules } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { record } from '#platform/events/record.ts'
import type { SeatedCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import type { Seat } from './positions.ts'
import { findSheet } from './score-sheet-store.ts'
import { findAgendaItem, insertRecusal } from './session-store.ts'
import vi from './text/vi.json' with { type: 'json' }

type Place = { sessionId: string; dossierId: string }

/** For how many months the council's rules keep an adviser off a product; councils of before have the platform's. */
export function adviserMonthsOf(rules: Partial<CouncilRules>): number {
  return rules.adviserMonths ?? defaultRules.adviserMonths
}

/**
 * The advice that keeps the member off the product: a mandate that was in force within the council's months, held by
 * the member, by the consultant for whom the member works or worked then, or by the organisation that the seat names.
 */
export function adviceOf(
  seat: Pick<Seat, 'personId' | 'organisation'>,
  advisers: readonly Adviser[],
): Adviser | undefined {
  return advisers.find(
    ({ personIds, kind, consultantFold }) =>
      personIds.includes(seat.personId) ||
      (kind === 'organisation' && fold(seat.organisation) === consultantFold),
  )
}

/** Why a member does not score, as it is noted and shown. */
export function adviceReason({ consultantName, mandateCode }: Adviser): string {
  return vi.recusal.advised.replace('{{consultant}}', consultantName).replace('{{code}}', mandateCode)
}

/** The advice that keeps this one member off the dossier today. */
export async function conflictOf(
  ctx: Pick<Ctx<CouncilTables>, 'db' | 'now'>,
  { council, seat, dossierId }: { council: SeatedCouncil; seat: Seat; dossierId: string },
): Promise<Adviser | undefined> {
  return adviceOf(seat, await advisersOf(ctx, council, dossierId))
}

/**
 * Finds the members of the council who advised the dossier's product and notes that they do not score it: on placing
 * the dossier, on seating a member, on opening the session, and when a member opens the sheet. Who has handed in a
 * sheet already, or is recused, stays as they are. For operations that have decided whether the actor may.
 */
export async function recuseAdvisers(
  ctx: Ctx<CouncilTables>,
  council: SeatedCouncil,
  place: Place,
): Promise<string[]> {
  const advisers = await advisersOf(ctx, council, place.dossierId)
  if (advisers.length === 0) return []
  const recused: string[] = []
  for (const seat of council.seats.filter(({ leftOn }) => leftOn === null)) {
    const advice = adviceOf(seat, advisers)
    if (advice && (await noteRecusal(ctx, council, { ...place, seat, advice }))) recused.push(seat.personId)
  }
  return recused
}

async function advisersOf(
  ctx: Pick<Ctx<CouncilTables>, 'db' | 'now'>,
  { rules }: Pick<SeatedCouncil, 'rules'>,
  dossierId: string,
): Promise<Adviser[]> {
  const dossier = await findDossier(ctx.db, dossierId)
  if (!dossier) return []
  const { productId, producerId } = dossier
  const since = adviceSince(dayOf(ctx.now), adviserMonthsOf(rules))
  return listAdvisers(ctx.db, { productId, producerId, since })
}

async function noteRecusal(
  ctx: Ctx<CouncilTables>,
  council: SeatedCouncil,
  { sessionId, dossierId, seat, advice }: Place & { seat: Seat; advice: Adviser },
): Promise<boolean> {
  const { personId } = seat
  const item = await findAgendaItem(ctx.db, { sessionId, dossierId }, 'update')
  if (!item || item.status === 'closed' || item.status === 'released') return false
  const sheet = await findSheet(ctx.db, { sessionId, dossierId, memberId: personId, round: item.round })
  if (sheet?.handedInAt) return false
  const reason = adviceReason(advice)
  const found = { sessionId, dossierId, councilId: council.id, personId, reason }
  if (
    !(await insertRecusal(ctx.db, { ...found, declaredBy: 'system', declaredAt: ctx.now, source: 'mandate' }))
  )
    return false
  const { mandateCode, consultantId } = advice
  const facts = { dossierId, personId, reason, mandateCode, consultantId }
  await record(ctx, 'recusal.found', `council_session:${sessionId}`, facts)
  return true
}
