import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { seatOf } from './positions.ts'
import { askToRunSession, enterSession } from './session-room.ts'
import { deleteAttendance, insertAttendance, listPresent, markLeft } from './session-store.ts'

/** The chair or the secretary notes which members are in the room, until the session closes. */
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
    const gone = noted.filter((personId) => !present.includes(personId))
    const notedAt = ctx.now
    const rows = came.map((personId) => ({ sessionId, councilId: council.id, personId, notedAt }))
    await insertAttendance(ctx.db, rows)
    // Before the session opens nobody has attended it yet; after, who leaves has.
    if (session.status === 'planned') await deleteAttendance(ctx.db, { sessionId, personIds: gone })
    else await markLeft(ctx.db, { sessionId, personIds: gone, leftAt: ctx.now })
    if (came.length + gone.length > 0)
      await record(ctx, 'council_session.attendance_noted', `council_session:${sessionId}`, { came, gone })
  })
}
