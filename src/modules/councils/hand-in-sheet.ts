import { type CriteriaSet, faultsOf, type SheetScore, scoreOf } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterOwnSheet, type OwnSheet } from './own-sheet.ts'
import { insertKnockOut } from './result-store.ts'
import { findSheet, markHandedIn } from './score-sheet-store.ts'
import { insertAttendance } from './session-store.ts'

export interface HandIn {
  sessionId: string
  dossierId: string
  /** The version that the member saw when handing in. */
  version: number
}

/**
 * A member hands in their sheet for one dossier: complete, and final for this round. What it comes to is computed here.
 * A 0 where the sheet says that a 0 stops scoring proposes that knock-out to the council.
 */
export function handInSheet(ctx: Ctx<CouncilTables>, input: HandIn): Promise<SheetScore> {
  return inTransaction(ctx, async (ctx) => {
    const own = await enterOwnSheet(ctx, input)
    const { sessionId, dossierId, memberId, round } = own.key
    const sheet = await findSheet(ctx.db, own.key, 'update')
    if (sheet?.handedInAt) throw new Refusal('conflict', 'councils.handed_in_already')
    const faults = faultsOf(sheet?.answers ?? {}, own.set)
    if (!sheet || faults.length > 0) throw new Refusal('invalid', 'councils.sheet_incomplete', { faults })

    const score = scoreOf(sheet.answers, own.set)
    const { total, parts } = score
    const handedIn = { id: sheet.id, version: input.version, total, parts, handedInAt: ctx.now }
    if (!(await markHandedIn(ctx.db, handedIn)))
      throw new Refusal('conflict', 'councils.sheet_changed', { version: sheet.version })
    await proposeByZero(ctx, own, score)
    const present = { sessionId, councilId: own.council.id, personId: memberId, notedAt: ctx.now }
    await insertAttendance(ctx.db, [present])
    // Not the total: events are read before the round closes.
    await record(ctx, 'score_sheet.handed_in', `council_session:${sessionId}`, { dossierId, round })
    return score
  })
}

async function proposeByZero(ctx: Ctx<CouncilTables>, own: OwnSheet, { points }: SheetScore): Promise<void> {
  const { sessionId, dossierId, memberId } = own.key
  for (const { key, criterion, reason } of zerosThatStop(own.set, points)) {
    const proposal = { id: newId(ctx.now.getTime()), sessionId, dossierId, key, criterion, reason }
    const undecided = { decision: null, decisionReason: null, decidedBy: null, decidedAt: null }
    const proposed = { proposedBy: memberId, proposedAt: ctx.now, ...undecided }
    if (await insertKnockOut(ctx.db, { ...proposal, ...proposed }))
      await record(ctx, 'knock_out.proposed', `council_session:${sessionId}`, { dossierId, key, criterion })
  }
}

function zerosThatStop(set: CriteriaSet, points: SheetScore['points']) {
  return set.knockouts.flatMap(({ key, zeroAt = [], textVi }) => {
    const zeros = zeroAt.filter((criterion) => points[criterion] === 0)
    const [criterion] = zeros
    if (criterion === undefined) return []
    return [{ key, criterion, reason: `${textVi} (0 điểm tại tiêu chí ${zeros.join(', ')})` }]
  })
}
