import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { Refusal } from '#platform/refusal.ts'
import { hasOpenedSession, type SeatedCouncil, updateRegulation } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import { enterToPrepare } from '../seats/enter-seat.ts'
import type { Regulation } from './regulation.ts'

/**
 * Records by which decision the council's regulation was issued, with the signed file where there is one. Once a session
 * has opened what stands there stays; what was never recorded may still be added.
 * @throws Refusal `invalid`, `files.…` for what is wrong with the file; `conflict` `councils.rules_stay`
 */
export async function recordRegulation(
  ctx: Ctx<CouncilTables>,
  files: FileStore,
  { councilId, regulation, upload }: { councilId: string; regulation: Regulation; upload: Upload | null },
): Promise<void> {
  const number = regulation.number.trim()
  const signer = regulation.signer.trim()
  const { decidedOn } = regulation
  await inTransaction(ctx, (ctx) => enterToPrepare(ctx, councilId))
  if (number === '' || signer === '') throw new Refusal('invalid', 'seats.decision_incomplete')
  if (decidedOn > dayOf(ctx.now)) throw new Refusal('invalid', 'seats.decision_to_come')
  const file = upload && (await checkUpload(upload))
  return inTransaction(ctx, async (ctx) => {
    const council = await enterToPrepare(ctx, councilId)
    const adds = addsTo(council, { number, decidedOn, signer })
    if (!adds && (await hasOpenedSession(ctx.db, councilId)))
      throw new Refusal('conflict', 'councils.rules_stay')
    const fileId = file ? (await keepFile(ctx, files, file)).id : adds ? null : council.regulationFileId
    const kept = { regulationNumber: number, regulationOn: decidedOn, regulationSigner: signer }
    await updateRegulation(ctx.db, councilId, { ...kept, regulationFileId: fileId })
    const facts = { number, decidedOn, signer, fileId }
    await record(ctx, 'council.regulation_recorded', `council:${councilId}`, facts)
  })
}

/** Whether nothing that stands there changes: it is the first, or the same decision with its file to come. */
function addsTo(council: SeatedCouncil, { number, decidedOn, signer }: Regulation): boolean {
  if (council.regulationNumber === null) return true
  return (
    council.regulationFileId === null &&
    council.regulationNumber === number &&
    council.regulationOn === decidedOn &&
    council.regulationSigner === signer
  )
}
