import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '#platform/refusal.ts'
import { cleanPicture, type PictureType } from './clean-picture.ts'
import { mostBytesOfFile } from './file-limit.ts'
import { pdfFault } from './inspect-pdf.ts'
import { extensionOf, safeName, withExtension } from './safe-name.ts'

export interface Upload {
  name: string
  bytes: Uint8Array
  /** The most bytes that are taken in; `mostBytesOfFile` unless said. */
  limit?: number
}

/** A file that passed every check and may be kept. */
export interface CheckedFile {
  name: string
  bytes: Uint8Array
  contentType: string
  sha256: string
}

const megabyte = 1024 * 1024

/**
 * Looks into an upload and makes it fit to keep: pictures are written anew, PDF files are kept byte for byte (they may
 * bear signatures). It takes time and no database: do it before the transaction.
 * @throws Refusal `invalid` with `files.…` that says what to do instead
 */
export async function checkUpload({ name, bytes, limit = mostBytesOfFile }: Upload): Promise<CheckedFile> {
  const shown = safeName(name)
  const refuse = (code: string, facts = {}) =>
    new Refusal('invalid', `files.${code}`, { name: shown, ...facts })
  if (bytes.length === 0) throw refuse('empty')
  if (bytes.length > limit) throw refuse('too_large', { megabytes: Math.floor(limit / megabyte) })

  const type = (await fileTypeFromBuffer(bytes))?.mime ?? null
  if (type === 'image/heic' || type === 'image/heif') throw refuse('heic')
  if (type === 'application/pdf') return keepable(checkedPdf(shown, bytes, refuse), bytes, type)
  if (!isPicture(type)) throw refuse('unsupported')

  if (!['', ...pictureExtensions].includes(extensionOf(shown))) throw refuse('wrong_extension')
  const picture = await cleanPicture(bytes, type)
  if (picture === null) throw refuse('picture_unreadable')
  return keepable(withExtension(shown, extensions[type]), picture, type)
}

const extensions: Record<PictureType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}
const pictureExtensions = ['jpg', 'jpeg', 'jfif', 'jpe', 'png', 'webp', 'heic', 'heif']

function isPicture(type: string | null): type is PictureType {
  return type !== null && type in extensions
}

/** The name of a PDF that may be kept. */
function checkedPdf(name: string, bytes: Uint8Array, refuse: (code: string) => Refusal): string {
  if (!['', 'pdf'].includes(extensionOf(name))) throw refuse('wrong_extension')
  const fault = pdfFault(bytes)
  if (fault) throw refuse(`pdf_${fault}`)
  return withExtension(name, 'pdf')
}

/**
 * A document that the platform itself made (a certificate, minutes, a sheet), ready for `keepFile`: its content is
 * ours and is not looked into.
 */
export function ownDocument(name: string, bytes: Uint8Array, contentType = 'application/pdf'): CheckedFile {
  return keepable(safeName(name), bytes, contentType)
}

function keepable(name: string, bytes: Uint8Array, contentType: string): CheckedFile {
  return { name, bytes, contentType, sha256: createHash('sha256').update(bytes).digest('hex') }
}
