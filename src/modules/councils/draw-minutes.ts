import type { Ctx } from '#platform/ctx.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { type Drawing, type DrawnDocument, drawDocument } from './documents/draw-document.ts'
import { enterFile } from './documents/enter-file.ts'
import { enterSession } from './session-room.ts'

/**
 * The minutes of a closed session as PDF/A, with their signatures. Those that were drawn and kept before sessions had
 * their documents are given out as they are.
 */
export async function drawMinutes(
  ctx: Ctx<CouncilTables>,
  { sessionId, ...drawing }: Drawing & { sessionId: string },
): Promise<DrawnDocument> {
  const { session } = await enterSession(ctx, sessionId)
  if (!session.minutes) throw new Refusal('not_found', 'councils.no_minutes_yet')
  if (session.minutesFileId) return openStoredFile(ctx.db, drawing.files, session.minutesFileId)
  const { documents } = await enterFile(ctx, sessionId)
  const minutes = documents.find(({ kind }) => kind === 'minutes')
  if (!minutes) throw new Error(`the file of session ${sessionId} has no minutes`)
  return drawDocument(ctx, minutes, drawing)
}
