import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { enterSession } from '../session-room.ts'
import { insertAttendance, listPresent, markLeft } from '../session-store.ts'

/** A member says from their own seat that they are in the room, or leave it. */
export function checkIn(
  ctx: Ctx<CouncilTables>,
  { sessionId, here }: { sessionId: string; here: boolean },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { session, council, seat } = await enterSession(ctx, sessionId)
    if (!seat) throw new Refusal('forbidden', 'councils.not_a_member')
    if (session.status !== 'open') throw new Refusal('conflict', 'councils.session_not_open')
    const { personId } = seat
    if ((await listPresent(ctx.db, sessionId)).includes(personId) === here) return
    const row = { sessionId, councilId: council.id, personId, notedAt: ctx.now }
    if (here) await insertAttendance(ctx.db, [row])
    else await markLeft(ctx.db, { sessionId, personIds: [personId], leftAt: ctx.now })
    const moved = here ? { came: [personId], gone: [] } : { came: [], gone: [personId] }
    await record(ctx, 'council_session.attendance_noted', `council_session:${sessionId}`, moved)
  })
}
