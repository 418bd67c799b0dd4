import { newCodeSigns, readCodeSigns } from '#platform/code-signs.ts'

const signs = 16

/**
 * A new code such as `7KM2-QXTD-04HA-9WRC`: eighty random bits, twice those of a certificate's, for what it opens was not
 * made public. Whether it is free is for the unique key to say.
 */
export function newShareCode(random?: (size: number) => Uint8Array): string {
  return inGroups(newCodeSigns(signs, random))
}

/** The code in an address, however it is written; null for what cannot be one. */
export function readShareCode(typed: string): string | null {
  const read = readCodeSigns(typed, signs)
  return read && inGroups(read)
}

function inGroups(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-')
}
