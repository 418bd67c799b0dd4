import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { type CheckedFile, checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { askToAppraise, getAppraised } from '../appraised-dossier.ts'
import { lockDraft } from './lock-draft.ts'
import { insertPhoto, listPhotos } from './report-store.ts'

/** The most pictures that a report bears: its paper stays one that can be opened and printed. */
export const mostPhotos = 40

const longestCaption = 300

/**
 * Adds pictures of the survey to the draft, all of them or none: written anew, so that nothing but the picture is kept
 * of what phones put into their files.
 * @throws Refusal `invalid` for what is no picture, or too many
 */
export async function addPhotos(
  ctx: Ctx<AppraisalTables>,
  files: FileStore,
  { dossierId, uploads, caption = '' }: { dossierId: string; uploads: readonly Upload[]; caption?: string },
): Promise<{ ids: string[] }> {
  askToAppraise(ctx, await getAppraised(ctx, dossierId))
  if (uploads.length === 0) throw new Refusal('invalid', 'appraisal.choose_photos')
  const checked: CheckedFile[] = []
  for (const upload of uploads) {
    const file = await checkUpload(upload)
    if (!file.contentType.startsWith('image/'))
      throw new Refusal('invalid', 'appraisal.not_a_photo', { name: file.name })
    checked.push(file)
  }
  return inTransaction(ctx, async (ctx) => {
    const report = await lockDraft(ctx, dossierId)
    const known = await listPhotos(ctx.db, report.id)
    if (known.length + checked.length > mostPhotos)
      throw new Refusal('invalid', 'appraisal.too_many_photos', { most: mostPhotos })
    const ids: string[] = []
    for (const [place, file] of checked.entries()) {
      const kept = await keepFile(ctx, files, file)
      // A moment apart, so that they stay in the order in which they were chosen.
      const id = newId(ctx.now.getTime() + place)
      const said = caption.trim().normalize('NFC').slice(0, longestCaption)
      const photo = { id, reportId: report.id, fileId: kept.id, caption: said }
      await insertPhoto(ctx.db, { ...photo, addedBy: ctx.actor.id, addedAt: ctx.now })
      ids.push(id)
    }
    const facts = { dossierId, photos: checked.map(({ sha256 }) => sha256) }
    await record(ctx, 'appraisal_report.photos_added', `appraisal_report:${report.id}`, facts)
    return { ids }
  })
}
