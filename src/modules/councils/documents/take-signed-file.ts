import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { checkUpload, type Upload } from '#platform/files/check-upload.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { fingerprintOf } from '#platform/pdf/signing-key.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { findDocumentForUpdate, giveSignature } from './document-store.ts'
import { type Drawing, type DrawnDocument, drawToSign } from './draw-document.ts'
import { enterDocument, type FiledDocument } from './enter-file.ts'
import { noteSigned } from './note-signed.ts'
import { askToSign } from './sign-documents.ts'
import { checkSignedFile } from './signed-file-fault.ts'

/**
 * Chair or secretary hands in a document that they signed outside with a certificate of their own: the PDF that the
 * program gave out, with one more signature.
 * @throws Refusal `conflict` `documents.nothing_to_sign`; `invalid` `files.…`, `documents.file_<fault>`,
 *   `documents.certificate_used`
 */
export async function takeSignedFile(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; documentId: string },
  { upload, ...drawing }: Drawing & { upload: Upload },
): Promise<{ certificateOf: string; complete: boolean }> {
  const personId = ctx.actor.id ?? ''
  const document = await enterDocument(ctx, at)
  askToSign([document], personId)
  if (!document.signatures.some((one) => one.personId === personId && one.signedAt === null))
    throw new Refusal('conflict', 'documents.nothing_to_sign')
  const checked = await checkUpload(upload)
  const { bytes: given } = await fileToSign(ctx, document, drawing)
  const ownFingerprint = fingerprintOf(await drawing.signingKey())
  const found = checkSignedFile(checked.bytes, { given, ownFingerprint })
  if (found.fault) throw new Refusal('invalid', `documents.file_${found.fault}`)
  const { signer: certificateOf, fingerprint: certificate } = found.signature
  if (document.signatures.some((one) => one.certificate === certificate))
    throw new Refusal('invalid', 'documents.certificate_used')

  return inTransaction(ctx, async (ctx) => {
    await findDocumentForUpdate(ctx.db, document.id)
    const now = await enterDocument(ctx, at)
    if (latestSigned(now)?.fileId !== latestSigned(document)?.fileId)
      throw new Refusal('conflict', 'documents.changed')
    const { id: fileId } = await keepFile(ctx, drawing.files, {
      ...checked,
      name: `${document.name}-ky-so.pdf`,
    })
    const { digest } = document
    const signature = { digest, way: 'file' as const, fileId, certificateOf, certificate, signedAt: ctx.now }
    if (!(await giveSignature(ctx.db, { documentId: document.id, personId, ...signature })))
      throw new Refusal('conflict', 'documents.nothing_to_sign')
    const complete = await noteSigned(ctx, at.sessionId, { way: 'file', documents: [document] })
    return { certificateOf, complete }
  })
}

/** The PDF to be signed outside: what the program drew, or what somebody before has signed already. */
export async function fileToSign(
  ctx: Ctx<CouncilTables>,
  document: FiledDocument,
  drawing: Drawing,
): Promise<DrawnDocument> {
  const latest = latestSigned(document)
  return latest?.fileId
    ? openStoredFile(ctx.db, drawing.files, latest.fileId)
    : drawToSign(ctx, document, drawing)
}

/** The last signature that came as a signed file; it has all those before it. */
export function latestSigned({ signatures }: FiledDocument) {
  return signatures
    .filter(({ way }) => way === 'file')
    .sort((one, other) => Number(other.signedAt) - Number(one.signedAt))[0]
}
