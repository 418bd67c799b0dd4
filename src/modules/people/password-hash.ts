import { hash, verify } from '@node-rs/argon2'

/** OWASP's parameters for argon2id: 19 MiB of memory, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/** The hash of a password, argon2id. Whether a Vietnamese letter was typed as one character or as two is the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether the password is the one that was hashed. Against `null` it takes as long and is false. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  if (hashed) return verify(hashed, password.normalize('NFKC'))
  await hashPassword(password)
  return false
}
