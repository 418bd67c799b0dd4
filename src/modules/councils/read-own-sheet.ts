import { findSignedReport } from '#modules/appraisal/index.ts'
import {
  type CommuneAssessment,
  type Dossier,
  type Evidence,
  findAssessment,
  findDossier,
  listEvidence,
  selfAnswersOf,
} from '#modules/dossiers/index.ts'
import type { Answers, CriteriaSet } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { knownRefusal } from './conflicts/known-refusal.ts'
import { conflictOf, recuseKnown } from './conflicts/recuse-known.ts'
import type { CouncilTables } from './council-tables.ts'
import { earlierSheet } from './discussion/changed-answers.ts'
import { type DossierLabel, labelDossiers } from './dossier-labels.ts'
import { askToScore, criteriaSetOf } from './own-sheet.ts'
import { findSheet, listSheets, type ScoreSheet } from './score-sheet-store.ts'
import { type DossierRoom, enterDossier } from './session-room.ts'
import { type AgendaItem, listAgenda, listRecusals } from './session-store.ts'
import { findSiblingSheet } from './siblings/find-sibling-sheet.ts'
import type { OwnEarlierSheet } from './siblings/sibling-store.ts'

/** A member before a dossier: what the producer handed in, and the member's own sheet of the round. */
export interface OwnSheetReading {
  room: DossierRoom
  label: DossierLabel
  set: CriteriaSet
  sheet: ScoreSheet | undefined
  /** The member's own sheet of the last round before, where one was handed in. */
  earlier: ScoreSheet | undefined
  /** Whether answers are taken: the dossier is being scored and the sheet is not handed in. */
  writable: boolean
  evidence: Evidence[]
  /** What the producer handed in, and what the commune found. */
  dossier: Dossier
  assessment: CommuneAssessment | undefined
  /** Whether the advisory team has signed its report. */
  hasAppraisal: boolean
  /** What the producer answered; no result of recognition. */
  selfAnswers: Answers
  /** The member's own sheet for the same product in another variant, where it may propose its marks. */
  sibling: OwnEarlierSheet | undefined
  /** The dossiers of the session that the member may open, in tasting order. */
  agenda: AgendaItem[]
}

/** The dossier and the member's own sheet. Nothing of other members is read. */
export async function readOwnSheet(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
): Promise<OwnSheetReading> {
  const room = await enterDossier(ctx, at)
  askToScore(room)
  await askToBeUntied(ctx, room)
  const { session, item, seat } = room
  const { dossierId } = item
  const label = (await labelDossiers(ctx.db, [dossierId])).get(dossierId)
  const dossier = await findDossier(ctx.db, dossierId)
  if (!seat || !label || !dossier) throw new Refusal('not_found', 'councils.dossier_unknown')
  const { set } = await criteriaSetOf(ctx, dossierId)
  const key = { sessionId: session.id, dossierId, memberId: seat.personId, round: item.round }
  const sheet = await findSheet(ctx.db, key)
  const writable = item.status === 'scoring' && !sheet?.handedInAt
  const earlier = item.round > 1 ? earlierSheet(await listSheets(ctx.db, key), key) : undefined
  return {
    room,
    label,
    set,
    sheet,
    earlier,
    writable,
    sibling: writable ? await findSiblingSheet(ctx, { dossierId, memberId: seat.personId }) : undefined,
    dossier,
    assessment: await findAssessment(ctx.db, dossierId),
    evidence: await listEvidence(ctx.db, dossierId),
    hasAppraisal: (await findSignedReport(ctx.db, dossierId)) !== undefined,
    selfAnswers: await selfAnswersOf(ctx.db, dossierId),
    agenda: await openableAgenda(ctx, room),
  }
}

/**
 * Refuses a member whom something known ties to the product, and notes it: a mandate may have been signed since the
 * dossier was placed. A sheet that was handed in before stays readable.
 */
async function askToBeUntied(ctx: Ctx<CouncilTables>, room: DossierRoom): Promise<void> {
  const { session, council, item, seat } = room
  const { dossierId } = item
  if (!seat || (item.status !== 'waiting' && item.status !== 'scoring')) return
  const conflict = await conflictOf(ctx, { council, seat, dossierId })
  if (!conflict) return
  const found = { sessionId: session.id, dossierIds: [dossierId] }
  const recused = await inTransaction(ctx, (ctx) => recuseKnown(ctx, council, found))
  if (recused.some(({ personId }) => personId === seat.personId)) throw knownRefusal(conflict)
}

async function openableAgenda(ctx: Ctx<CouncilTables>, { session }: DossierRoom): Promise<AgendaItem[]> {
  const recusals = await listRecusals(ctx.db, session.id)
  const recused = recusals
    .filter(({ personId }) => personId === ctx.actor.id)
    .map(({ dossierId }) => dossierId)
  const agenda = await listAgenda(ctx.db, session.id)
  return agenda.filter(({ dossierId, status }) => status !== 'released' && !recused.includes(dossierId))
}
