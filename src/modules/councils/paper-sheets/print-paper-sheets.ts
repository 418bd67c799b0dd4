import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { criteriaSetOf } from '../own-sheet.ts'
import { askToRunSession, enterSession } from '../session-room.ts'
import { listAgenda, listRecusals } from '../session-store.ts'
import { scorersOf } from '../voices.ts'
import { newPaperCode } from './paper-code.ts'
import { insertPaperSheets } from './paper-sheet-store.ts'

export interface PapersToPrint {
  sessionId: string
  /** One dossier, or null for all that are not closed. */
  dossierId: string | null
  /** One member, or null for all who score. */
  memberId: string | null
}

/**
 * Gives every sheet asked for its code, so that it can be printed: of the members who score and are not recused, in the
 * round that stands. A sheet that has a code keeps it.
 */
export function printPaperSheets(ctx: Ctx<CouncilTables>, asked: PapersToPrint): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId } = asked
    const room = await enterSession(ctx, sessionId)
    askToRunSession(room)
    const { council, seat } = room
    const recusals = await listRecusals(ctx.db, sessionId)
    const agenda = (await listAgenda(ctx.db, sessionId)).filter(
      ({ status, dossierId }) =>
        (status === 'waiting' || status === 'scoring') &&
        (asked.dossierId === null || dossierId === asked.dossierId),
    )
    const members = scorersOf(council.seats).filter(
      ({ personId }) => asked.memberId === null || personId === asked.memberId,
    )
    const rows = []
    for (const { dossierId, round } of agenda) {
      const { set, digest } = await criteriaSetOf(ctx, dossierId)
      const criteria = { criteriaSetId: set.id, criteriaDigest: digest }
      for (const { personId: memberId } of members) {
        if (recusals.some((recusal) => recusal.dossierId === dossierId && recusal.personId === memberId))
          continue
        const code = { id: newId(ctx.now.getTime()), code: newPaperCode() }
        const of = { sessionId, dossierId, councilId: council.id, memberId, round }
        rows.push({ ...code, ...of, ...criteria, printedBy: seat.personId, printedAt: ctx.now })
      }
    }
    if (rows.length === 0) throw new Refusal('invalid', 'paper_sheets.nothing_to_print')
    await insertPaperSheets(ctx.db, rows)
    const { dossierId, memberId } = asked
    await record(ctx, 'paper_sheets.printed', `council_session:${sessionId}`, {
      ...{ dossierId, memberId, sheets: rows.length },
    })
  })
}
