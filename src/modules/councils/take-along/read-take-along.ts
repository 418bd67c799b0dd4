import type { Ctx } from '#platform/ctx.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type OwnSheetReading, readOwnSheet } from '../read-own-sheet.ts'
import { enterSession, type SessionRoom } from '../session-room.ts'
import { listAgenda } from '../session-store.ts'

export interface TakeAlong {
  room: SessionRoom
  personId: string
  /** The sheets that the member may open, in tasting order, handed in or not. */
  sheets: OwnSheetReading[]
}

/** What a member takes along of a session: every sheet that they may open, with its papers. Nothing of other members. */
export async function readTakeAlong(ctx: Ctx<CouncilTables>, sessionId: string): Promise<TakeAlong> {
  const room = await enterSession(ctx, sessionId)
  if (!room.seat?.scores) throw new Refusal('forbidden', 'councils.does_not_score')
  const sheets: OwnSheetReading[] = []
  for (const { dossierId, status } of await listAgenda(ctx.db, sessionId)) {
    if (status !== 'waiting' && status !== 'scoring') continue
    const open = async () => void sheets.push(await readOwnSheet(ctx, { sessionId, dossierId }))
    // A dossier that the member may not open is not taken along.
    await refusalOf(open(), 'forbidden', 'conflict', 'not_found')
  }
  return { room, personId: room.seat.personId, sheets }
}
