import { type Ctx, inTransaction, system } from '#platform/ctx.ts'
import { checkUpload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { FileTables } from '#platform/files/stored-file-store.ts'
import { qrCode } from '#platform/pdf/qr-code.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { signPdf } from '#platform/pdf/sign-pdf.ts'
import type { SigningKey } from '#platform/pdf/signing-key.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import { Refusal } from '#platform/refusal.ts'
import { certificatePaper, starPicture, verificationAddress } from './certificate-paper.ts'
import { findCertificateByCode, findCertificateForUpdate, keepCertificateFile } from './certificate-store.ts'
import type { CertificateFacts, RecognitionTables } from './recognition-tables.ts'

registerTemplate('certificate', new URL('./certificate.typ', import.meta.url))

export interface DrawnCertificate {
  bytes: Uint8Array
  sha256: string
  name: string
}

interface Drawing {
  code: string
  files: FileStore
  signingKey: () => Promise<SigningKey>
  /** What the QR code leads to begins with it. */
  origin: string
}

/**
 * The certificate as a signed PDF/A. It is drawn from its frozen facts when first asked for and kept: everybody who asks
 * later gets the same bytes, whatever the templates and the key have become.
 */
export async function drawCertificate(
  ctx: Ctx<RecognitionTables & FileTables>,
  { code, files, signingKey, origin }: Drawing,
): Promise<DrawnCertificate> {
  const certificate = await findCertificateByCode(ctx.db, code)
  if (!certificate) throw new Refusal('not_found', 'recognition.code_unknown')
  if (certificate.fileId) return openStoredFile(ctx.db, files, certificate.fileId)

  const bytes = await draw(certificate.facts as unknown as CertificateFacts, await signingKey(), {
    origin,
    at: ctx.now,
  })
  const drawn = await checkUpload({ name: `giay-chung-nhan-${code}.pdf`, bytes })
  const fileId = await inTransaction({ ...ctx, actor: system }, async (ctx) => {
    const locked = await findCertificateForUpdate(ctx.db, certificate.id)
    if (locked?.fileId) return locked.fileId
    const file = await keepFile(ctx, files, drawn)
    await keepCertificateFile(ctx.db, certificate.id, { fileId: file.id, fileSha256: file.sha256 })
    return file.id
  })
  return openStoredFile(ctx.db, files, fileId)
}

async function draw(facts: CertificateFacts, key: SigningKey, { origin, at }: { origin: string; at: Date }) {
  const pictures = {
    'qr.svg': qrCode(verificationAddress(origin, facts.code)),
    'star.svg': starPicture(facts.stars),
  }
  const pdf = await renderPdf('certificate', certificatePaper(facts, { origin, signer: key.signer }), {
    pictures,
    madeAt: at,
  })
  return signPdf(key, pdf, { reason: 'Cấp giấy chứng nhận OCOP', location: facts.issuer.place, signedAt: at })
}
