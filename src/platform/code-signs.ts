import { randomBytes } from 'node:crypto'

/** No I, O, U, Z: in print and in handwriting they are taken for 1, 0, V, 2. */
export const codeSigns = '0123456789ABCDEFGHJKLMNPQRSTVWXY'

const mistaken: Readonly<Record<string, string>> = { I: '1', O: '0', U: 'V', Z: '2' }

/** So many random signs of five bits each, for codes that can be neither counted nor guessed. */
export function newCodeSigns(count: number, random: (size: number) => Uint8Array = randomBytes): string {
  return Array.from(random(count), (byte) => codeSigns[byte % codeSigns.length]).join('')
}

/**
 * The signs that somebody means who typed a code in small letters, with or without hyphens and spaces, or with a letter
 * that codes do not have; null for what is not so many signs.
 */
export function readCodeSigns(typed: string, count: number): string | null {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
  const signs = Array.from(bare, (sign) => mistaken[sign] ?? sign)
  if (signs.length !== count || signs.some((sign) => !codeSigns.includes(sign))) return null
  return signs.join('')
}
