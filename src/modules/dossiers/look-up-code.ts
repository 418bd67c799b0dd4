import { codeSigns, newCodeSigns, readCodeSigns } from '#platform/code-signs.ts'

const randomSigns = 8

/**
 * A new code such as `7KM-2QX-4TD`, under which a household asks how its dossier stands: forty random bits and a check
 * sign. Whether it is free is for the unique key to say.
 */
export function newLookUpCode(random?: (size: number) => Uint8Array): string {
  const signs = newCodeSigns(randomSigns, random)
  return inGroups(signs + checkSign(signs))
}

/** The code that somebody typed, however it is written; null for what cannot be one, so also where a sign is wrong. */
export function readLookUpCode(typed: string): string | null {
  const signs = readCodeSigns(typed, randomSigns + 1)
  if (!signs || checkSign(signs.slice(0, -1)) !== signs.at(-1)) return null
  return inGroups(signs)
}

/** Luhn's sum over thirty-two signs: one wrong sign never passes. */
function checkSign(signs: string): string {
  const base = codeSigns.length
  const sum = Array.from(signs.split('').toReversed(), (sign, place) => {
    const value = codeSigns.indexOf(sign) * (place % 2 === 0 ? 2 : 1)
    return Math.floor(value / base) + (value % base)
  }).reduce((all, one) => all + one, 0)
  return codeSigns[(base - (sum % base)) % base] ?? ''
}

function inGroups(signs: string): string {
  return `${signs.slice(0, 3)}-${signs.slice(3, 6)}-${signs.slice(6)}`
}
