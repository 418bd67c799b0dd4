import { createHash, timingSafeEqual } from 'node:crypto'
import { type CheckedSignature, checkSignedPdf } from '#platform/pdf/check-signed-pdf.ts'

export type SignedFileFault = 'other_file' | 'unsigned' | 'not_whole' | 'broken' | 'own_key'

/**
 * Looks at a PDF that somebody signed outside. Checked: it begins with the bytes that were given out, byte for byte; its
 * last signature is new, covers the whole file and is that of the certificate inside; that certificate is not the
 * program's own. Not checked, and said so to whoever hands it in: who issued the certificate, whether it was revoked,
 * and that what was appended shows nothing but the signature.
 */
export function checkSignedFile(
  bytes: Uint8Array,
  { given, ownFingerprint }: { given: Uint8Array; ownFingerprint: string },
): { fault: SignedFileFault } | { fault: null; signature: CheckedSignature } {
  if (!beginsWith(bytes, given)) return { fault: 'other_file' }
  if (bytes.length === given.length) return { fault: 'unsigned' }
  const signature = checkSignedPdf(bytes)
  if (!signature) return { fault: 'unsigned' }
  if (!signature.coversFile) return { fault: 'not_whole' }
  if (!signature.intact) return { fault: 'broken' }
  if (signature.fingerprint === ownFingerprint) return { fault: 'own_key' }
  return { fault: null, signature }
}

function beginsWith(bytes: Uint8Array, given: Uint8Array): boolean {
  if (bytes.length < given.length) return false
  const hash = (part: Uint8Array) => createHash('sha256').update(part).digest()
  return timingSafeEqual(hash(bytes.subarray(0, given.length)), hash(given))
}
