import { type Ctx, inTransaction, system } from '#platform/ctx.ts'
import { checkUpload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { paperPdf } from '#platform/paper/draw-paper.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { signPdf } from '#platform/pdf/sign-pdf.ts'
import type { SigningKey } from '#platform/pdf/signing-key.ts'
import type { CouncilTables } from '../council-tables.ts'
import { paperToSign, paperWithSignatures } from './document-paper.ts'
import { findDocumentForUpdate, keepDocumentFile } from './document-store.ts'
import type { FiledDocument } from './enter-file.ts'

export interface Drawing {
  files: FileStore
  signingKey: () => Promise<SigningKey>
}

export interface DrawnDocument {
  bytes: Uint8Array
  name: string
  contentType: string
  sha256: string
  size: number
}

/**
 * The document as PDF/A with its signatures, signed by the installation's key. Once every signature is there it is drawn
 * a last time and kept: everybody who asks later gets the same bytes.
 */
export function drawDocument(
  ctx: Ctx<CouncilTables>,
  document: FiledDocument,
  drawing: Drawing,
): Promise<DrawnDocument> {
  const whole = document.signatures.every(({ signedAt }) => signedAt !== null)
  const paper = paperWithSignatures(document)
  return whole
    ? drawOnce(ctx, document, { ...drawing, paper, as: 'fileId' })
    : draw(ctx, document, paper, drawing)
}

/** The PDF that is signed outside: the same bytes for everybody who takes it, whoever signed meanwhile with a password. */
export function drawToSign(
  ctx: Ctx<CouncilTables>,
  document: FiledDocument,
  drawing: Drawing,
): Promise<DrawnDocument> {
  return drawOnce(ctx, document, { ...drawing, paper: paperToSign(document), as: 'signingFileId' })
}

async function drawOnce(
  ctx: Ctx<CouncilTables>,
  document: FiledDocument,
  { paper, as, ...drawing }: Drawing & { paper: Paper; as: 'fileId' | 'signingFileId' },
): Promise<DrawnDocument> {
  const kept = document[as]
  if (kept) return openStoredFile(ctx.db, drawing.files, kept)
  const drawn = await draw(ctx, document, paper, drawing)
  const fileId = await inTransaction({ ...ctx, actor: system }, async (ctx) => {
    const locked = (await findDocumentForUpdate(ctx.db, document.id))?.[as]
    if (locked) return locked
    const file = await keepFile(ctx, drawing.files, drawn)
    await keepDocumentFile(ctx.db, document.id, { [as]: file.id })
    return file.id
  })
  return openStoredFile(ctx.db, drawing.files, fileId)
}

async function draw(
  { now }: Ctx<CouncilTables>,
  { name, paper: { head } }: FiledDocument,
  paper: Paper,
  { signingKey }: Drawing,
): Promise<DrawnDocument> {
  const pdf = await paperPdf(paper, now)
  const location = head.superior ?? head.issuer ?? ''
  const reason = 'Hồ sơ phiên họp của hội đồng OCOP'
  const bytes = await signPdf(await signingKey(), pdf, { reason, location, signedAt: now })
  return { ...(await checkUpload({ name: `${name}.pdf`, bytes })), size: bytes.length }
}
