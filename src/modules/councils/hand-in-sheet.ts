import { faultsOf, type SheetScore, scoreOf } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { askForReasons } from './discussion/ask-for-reasons.ts'
import { enterOwnSheet, type OwnSheet } from './own-sheet.ts'
import { findSheet, markHandedIn } from './score-sheet-store.ts'
import { insertAttendance, insertAttended } from './session-store.ts'

export interface HandIn {
  sessionId: string
  dossierId: string
  /** The version that the member saw when handing in. */
  version: number
}

/**
 * A member hands in their sheet for one dossier: complete, and final for this round. What it comes to is computed here.
 * Nothing of it is told before the round has ended.
 */
export function handInSheet(ctx: Ctx<CouncilTables>, input: HandIn): Promise<SheetScore> {
  return inTransaction(ctx, async (ctx) => {
    const own = await enterOwnSheet(ctx, input)
    return completeSheet(ctx, own, { version: input.version })
  })
}

/** Hands in that sheet, whoever acts for its member. For operations that have decided whether the actor may. */
export async function completeSheet(
  ctx: Ctx<CouncilTables>,
  own: OwnSheet,
  { version, facts = {} }: { version: number; facts?: Readonly<Record<string, unknown>> },
): Promise<SheetScore> {
  const { sessionId, dossierId, memberId, round } = own.key
  const sheet = await findSheet(ctx.db, own.key, 'update')
  if (sheet?.handedInAt) throw new Refusal('conflict', 'councils.handed_in_already')
  const faults = faultsOf(sheet?.answers ?? {}, own.set)
  if (!sheet || faults.length > 0) throw new Refusal('invalid', 'councils.sheet_incomplete', { faults })

  await askForReasons(ctx, own.key, sheet)
  const score = scoreOf(sheet.answers, own.set)
  const { total, parts } = score
  const handedIn = { id: sheet.id, version, total, parts, handedInAt: ctx.now }
  if (!(await markHandedIn(ctx.db, handedIn)))
    throw new Refusal('conflict', 'councils.sheet_changed', { version: sheet.version })
  const present = { sessionId, councilId: own.council.id, personId: memberId, notedAt: ctx.now }
  // A paper may be countersigned after its member has left.
  if (memberId === ctx.actor.id) await insertAttendance(ctx.db, [present])
  else await insertAttended(ctx.db, present)
  // Not the total: events are read before the round closes.
  await record(ctx, 'score_sheet.handed_in', `council_session:${sessionId}`, { ...facts, dossierId, round })
  return score
}
