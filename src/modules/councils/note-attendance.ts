import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { seatOf } from './positions.ts'
import { listSheets } from './score-sheet-store.ts'
import { askToRunSession, enterSession } from './session-room.ts'
import { deleteAttendance, insertAttendance, listPresent } from './session-store.ts'

/** The chair or the secretary notes which members are present, until the session closes. */
export function noteAttendance(
  ctx: Ctx<CouncilTables>,
  { sessionId, present }: { sessionId: string; present: readonly string[] },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const room = await enterSession(ctx, sessionId, 'update')
    askToRunSession(room)
    const { session, council } = room
    if (session.status === 'closed') throw new Refusal('conflict', 'councils.session_closed')
    if (present.some((personId) => !seatOf(council.seats, personId)))
      throw new Refusal('invalid', 'councils.does_not_sit')

    const noted = await listPresent(ctx.db, sessionId)
    const came = present.filter((personId) => !noted.includes(personId))
    // Who handed in a sheet was there.
    const handedIn = (await listSheets(ctx.db, { sessionId })).filter((sheet) => sheet.handedInAt)
    const scored = new Set(handedIn.map(({ memberId }) => memberId))
    const gone = noted.filter((personId) => !present.includes(personId) && !scored.has(personId))
    const notedAt = ctx.now
    const rows = came.map((personId) => ({ sessionId, councilId: council.id, personId, notedAt }))
    await insertAttendance(ctx.db, rows)
    await deleteAttendance(ctx.db, { sessionId, personIds: gone })
    if (came.length + gone.length > 0)
      await record(ctx, 'council_session.attendance_noted', `council_session:${sessionId}`, { came, gone })
  })
}
