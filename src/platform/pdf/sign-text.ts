import { createHash, createPrivateKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'

// Signed together with the text, so that no signature made for another purpose passes for one of ours.
const purpose = 'sao-lang/text/1\n'

/** A signature of 86 characters over a short text, for QR codes that can be checked without a connection. */
export function signText(textKey: KeyObject, text: string): string {
  return sign(null, Buffer.from(purpose + text), textKey).toString('base64url')
}

export function verifyText(textPublicKey: KeyObject, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  // A signature has one spelling only: a changed last letter that decodes to the same bytes is not accepted.
  if (bytes.length !== 64 || bytes.toString('base64url') !== signature) return false
  return verify(null, Buffer.from(purpose + text), textPublicKey, bytes)
}

/** The public half as 43 characters, for those who check (the `x` of a JSON Web Key). */
export function textKeyOf(textPublicKey: KeyObject): string {
  return textPublicKey.export({ format: 'jwk' }).x ?? ''
}

/**
 * An Ed25519 key that follows from the installation's private key: one file to keep and to back up, and every process
 * that has it signs texts alike.
 */
export function deriveTextKey(privateKey: KeyObject): KeyObject {
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  const salt = createHash('sha256').update(purpose).digest()
  const seed = Buffer.from(hkdfSync('sha256', secret, salt, 'ed25519', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
}

/** What stands before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')
