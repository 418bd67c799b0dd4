import { findDossier } from '#modules/dossiers/index.ts'
import { type CriteriaSet, getCriteriaSet } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { knownRefusal } from './conflicts/known-refusal.ts'
import { conflictOf } from './conflicts/recuse-known.ts'
import type { CouncilTables } from './council-tables.ts'
import type { Seat } from './positions.ts'
import { listSheets, type SheetKey } from './score-sheet-store.ts'
import {
  askToBeImpartial,
  askToBeScoring,
  type DossierRoom,
  enterDossier,
  standingIn,
} from './session-room.ts'
import { spokenFor } from './voices.ts'

/** A member before their own sheet of the round that is being scored. */
export interface OwnSheet extends DossierRoom {
  seat: Seat
  set: CriteriaSet
  key: SheetKey
}

/** Refuses anybody who does not score this dossier now, and whom something known ties to its product. The round cannot be closed before the transaction ends. */
export function enterOwnSheet(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
): Promise<OwnSheet> {
  return enterSheetOf(ctx, at, ctx.actor.id)
}

/**
 * The sheet of that member, asked as of the member themself; whether the actor may act for them (a paper that is
 * countersigned) has been decided before.
 */
export async function enterSheetOf(
  ctx: Ctx<CouncilTables>,
  { sessionId, dossierId }: { sessionId: string; dossierId: string },
  memberId: string | null,
): Promise<OwnSheet> {
  const entered = await enterDossier(ctx, { sessionId, dossierId }, 'share')
  const room = { ...entered, ...(await standingIn(ctx, entered, memberId)) }
  const { seat, item } = room
  askToScore(room)
  if (!seat) throw new Refusal('forbidden', 'councils.does_not_score')
  askToBeScoring(room)
  const conflict = await conflictOf(ctx, { council: room.council, seat, dossierId })
  if (conflict) throw knownRefusal(conflict)
  await askToHaveVoice(ctx, room, seat)
  const { set } = await criteriaSetOf(ctx, dossierId)
  return { ...room, seat, set, key: { sessionId, dossierId, memberId: seat.personId, round: item.round } }
}

/** Refuses a successor in whose seat a sheet was handed in before, which the council's rules keep. */
async function askToHaveVoice(
  ctx: Ctx<CouncilTables>,
  { council, item, recusals }: DossierRoom,
  seat: Seat,
): Promise<void> {
  if (!seat.succeeds || council.rules.replacedSheets !== 'keep') return
  const { sessionId, dossierId, round } = item
  const sheets = (await listSheets(ctx.db, { sessionId, dossierId })).filter((sheet) => sheet.round === round)
  const sitting = { seats: council.seats, rules: council.rules }
  const recused = recusals.map(({ personId }) => personId)
  if (spokenFor(seat.personId, sheets, { ...sitting, recused }))
    throw new Refusal('conflict', 'seats.spoken_for')
}

/** Refuses those without a sheet: who has no seat, keeps minutes only, is recused from this dossier, or has not declared. */
export function askToScore({ seat, ...room }: DossierRoom): void {
  if (!seat?.scores) throw new Refusal('forbidden', 'councils.does_not_score')
  askToBeImpartial(room)
}

/** The criteria set that the dossier is judged by, with the digest under which it was published. */
export async function criteriaSetOf(
  ctx: Ctx<CouncilTables>,
  dossierId: string,
): Promise<{ set: CriteriaSet; digest: string }> {
  const dossier = await findDossier(ctx.db, dossierId)
  if (!dossier) throw new Refusal('not_found', 'councils.dossier_unknown')
  return getCriteriaSet(ctx.db, dossier.criteriaSetId)
}
