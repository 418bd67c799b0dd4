import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from './dossier-store.ts'
import { lockDossier } from './get-dossier.ts'
import { insertSignature, useWaitingSignature } from './signature-store.ts'
import { actsAtCounter, stepsOpenTo } from './workflow.ts'

/**
 * At the counter an officer keeps the page that the household signed: a photograph or a scan. It stands for one act,
 * handing in, sending again or withdrawing; a new page takes the place of one that still waits.
 * @throws Refusal `forbidden` for a dossier that was not filed at the counter, `conflict` where nothing is to be signed
 */
export async function keepSignature(
  ctx: Ctx<DossierTables>,
  files: FileStore,
  input: { dossierId: string; file: Upload },
): Promise<void> {
  const upload = await checkUpload(input.file)
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockDossier(ctx, input.dossierId)
    if (!actsAtCounter(ctx.actor, dossier)) throw new Refusal('forbidden', 'dossiers.not_at_counter')
    const open = stepsOpenTo(ctx.actor, dossier)
    if (!(['submit', 'resubmit', 'withdraw'] as const).some((step) => open.includes(step)))
      throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
    const file = await keepFile(ctx, files, upload)
    await useWaitingSignature(ctx.db, dossier.id, { usedFor: 'replaced', usedAt: ctx.now })
    await insertSignature(ctx.db, {
      id: newId(ctx.now.getTime()),
      dossierId: dossier.id,
      fileId: file.id,
      keptBy: ctx.actor.id,
      keptAt: ctx.now,
      usedAt: null,
      usedFor: null,
    })
    await record(ctx, 'dossier.signature_kept', `dossier:${dossier.id}`, { sha256: file.sha256 })
  })
}
