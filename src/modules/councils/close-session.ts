import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { findCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { freezeDocuments } from './documents/freeze-documents.ts'
import { leads } from './positions.ts'
import { type Minutes, minutesOf } from './session-minutes.ts'
import { gatherSession } from './session-record.ts'
import { askToRunSession, enterSession } from './session-room.ts'
import {
  insertAttendance,
  listAgenda,
  listAttended,
  markClosed,
  minutesNumberTaken,
} from './session-store.ts'

/**
 * The chair or the secretary closes the session, which the chair or the delegated chair attended, once every dossier is
 * decided or taken off the agenda. Its minutes freeze under the number given, which the council uses once.
 */
export function closeSession(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; minutesNumber: string },
): Promise<Minutes> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId } = input
    const room = await enterSession(ctx, sessionId, 'update')
    askToRunSession(room)
    if (room.session.status !== 'open') throw new Refusal('conflict', 'councils.session_not_open')
    const number = input.minutesNumber.trim()
    if (number === '') throw new Refusal('invalid', 'councils.minutes_number_missing')
    const open = (await listAgenda(ctx.db, sessionId)).filter(
      ({ status }) => status === 'scoring' || status === 'discussing',
    )
    if (open.length > 0) throw new Refusal('conflict', 'councils.dossiers_open', { count: open.length })

    const present = [
      { sessionId, councilId: room.council.id, personId: room.seat.personId, notedAt: ctx.now },
    ]
    await insertAttendance(ctx.db, present)
    const attended = new Set((await listAttended(ctx.db, sessionId)).map(({ personId }) => personId))
    if (!room.council.seats.some((seat) => leads(seat) && attended.has(seat.personId)))
      throw new Refusal('conflict', 'councils.chair_absent')

    // Held to the end: two sessions of the council cannot take the same number.
    await findCouncil(ctx.db, room.council.id, 'update')
    if (await minutesNumberTaken(ctx.db, { councilId: room.council.id, minutesNumber: number }))
      throw new Refusal('conflict', 'councils.minutes_number_taken', { number })
    const minutes = minutesOf(await gatherSession(ctx, room), { number, closedAt: ctx.now })
    await markClosed(ctx.db, { id: sessionId, closedAt: ctx.now, minutesNumber: number, minutes })
    await record(ctx, 'council_session.closed', `council_session:${sessionId}`, { minutesNumber: number })
    await freezeDocuments(ctx, { room, minutes })
    return minutes
  })
}
