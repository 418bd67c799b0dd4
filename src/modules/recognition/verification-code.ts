import { randomBytes } from 'node:crypto'

/** No I, O, U, Z: on a printed pack they are taken for 1, 0, V, 2. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRSTVWXY'

const mistaken: Readonly<Record<string, string>> = { I: '1', O: '0', U: 'V', Z: '2' }

/**
 * A new code such as `SL7K-4M2Q`: forty random bits, so that codes can be neither counted nor guessed. Whether it is
 * free is for the unique key to say.
 */
export function newVerificationCode(random: (size: number) => Uint8Array = randomBytes): string {
  const signs = Array.from(random(8), (byte) => alphabet[byte % alphabet.length])
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}

/**
 * The code that somebody means who typed it in small letters, without its hyphen, with spaces or with a letter that
 * codes do not have; null for what cannot be a code.
 */
export function readVerificationCode(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
  const signs = Array.from(bare, (sign) => mistaken[sign] ?? sign)
  if (signs.length !== 8 || signs.some((sign) => !alphabet.includes(sign))) return null
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}
