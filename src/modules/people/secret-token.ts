import { createHash, randomBytes } from 'node:crypto'

/** A secret for a link or a cookie, 256 bits; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: who reads the database cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
