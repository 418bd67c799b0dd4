import { type Ctx, inTransaction, system } from '#platform/ctx.ts'
import { checkUpload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { minutesPaper } from './minutes-paper.ts'
import { enterSession } from './session-room.ts'
import { findSession, setMinutesFile } from './session-store.ts'

registerTemplate('council-minutes', new URL('./minutes.typ', import.meta.url))

/**
 * The minutes of a closed session as PDF/A. They are drawn from the frozen facts when first asked for and kept:
 * everybody who asks later gets the same bytes.
 */
export async function drawMinutes(
  ctx: Ctx<CouncilTables>,
  { sessionId, files, issuer }: { sessionId: string; files: FileStore; issuer: string },
) {
  const { session } = await enterSession(ctx, sessionId)
  if (!session.minutes) throw new Refusal('not_found', 'councils.no_minutes_yet')
  if (session.minutesFileId) return openStoredFile(ctx.db, files, session.minutesFileId)

  const bytes = await renderPdf('council-minutes', minutesPaper(session.minutes, issuer), { madeAt: ctx.now })
  const drawn = await checkUpload({ name: `bien-ban-${session.heldOn}.pdf`, bytes })
  const fileId = await inTransaction({ ...ctx, actor: system }, async (ctx) => {
    const locked = await findSession(ctx.db, sessionId, 'update')
    if (locked?.minutesFileId) return locked.minutesFileId
    const file = await keepFile(ctx, files, drawn)
    await setMinutesFile(ctx.db, sessionId, file.id)
    return file.id
  })
  return openStoredFile(ctx.db, files, fileId)
}
