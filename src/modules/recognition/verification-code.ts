import { newCodeSigns, readCodeSigns } from '#platform/code-signs.ts'

/**
 * A new code such as `SL7K-4M2Q`: forty random bits, so that codes can be neither counted nor guessed. Whether it is
 * free is for the unique key to say.
 */
export function newVerificationCode(random?: (size: number) => Uint8Array): string {
  return inGroups(newCodeSigns(8, random))
}

/**
 * The code that somebody means who typed it in small letters, without its hyphen, with spaces or with a letter that
 * codes do not have; null for what cannot be a code.
 */
export function readVerificationCode(typed: string): string | null {
  const signs = readCodeSigns(typed, 8)
  return signs && inGroups(signs)
}

function inGroups(signs: string): string {
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}
