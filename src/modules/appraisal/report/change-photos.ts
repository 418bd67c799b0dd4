import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { lockDraft } from './lock-draft.ts'
import { deletePhoto, listPhotos, writeCaption } from './report-store.ts'

const longestCaption = 300

/** Takes a picture out of the draft. @throws Refusal `not_found` when it is not there any more */
export function removePhoto(
  ctx: Ctx<AppraisalTables>,
  { dossierId, photoId }: { dossierId: string; photoId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const report = await lockDraft(ctx, dossierId)
    if (!isId(photoId) || !(await deletePhoto(ctx.db, report.id, photoId)))
      throw new Refusal('not_found', 'appraisal.photo_unknown')
    const facts = { dossierId, photoId }
    await record(ctx, 'appraisal_report.photo_removed', `appraisal_report:${report.id}`, facts)
  })
}

/** Writes what the pictures of the draft show. @param captions by the picture's id; those left out stay as they are */
export function captionPhotos(
  ctx: Ctx<AppraisalTables>,
  { dossierId, captions }: { dossierId: string; captions: ReadonlyMap<string, string> },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const report = await lockDraft(ctx, dossierId)
    for (const { id, caption: before } of await listPhotos(ctx.db, report.id)) {
      const caption = captions.get(id)?.trim().normalize('NFC').slice(0, longestCaption)
      if (caption !== undefined && caption !== before) await writeCaption(ctx.db, report.id, { id, caption })
    }
    await record(ctx, 'appraisal_report.captions_written', `appraisal_report:${report.id}`, { dossierId })
  })
}
