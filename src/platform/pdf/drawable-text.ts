/** Whether some font of the document has this code point. */
export type Covers = (codePoint: number) => boolean

const missing = '\u25a1'
// Signs that the typesetter's own fonts have, of which it tells us nothing.
const alwaysThere = new Set('★☆✓✗□')
const breakHere = '\u200b'

// Controls, formatting and directional marks, variation selectors, private use: they draw nothing, or turn text around.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Variation_Selector}]/u
const halfOfPair = /\p{Cs}/u

/**
 * Text that can be set in a PDF/A document: composed letters, no control characters, a box for what no font has
 * (PDF/A refuses a missing character), and places to break in a word that is longer than a narrow column.
 */
export function drawableText(text: string, covers: Covers): string {
  const signs = Array.from(text.normalize('NFC').replaceAll('\r\n', '\n'), (sign) =>
    drawableSign(sign, covers),
  )
  return signs
    .join('')
    .replaceAll(/[^\s-]{17,}/gu, (word) => word.replaceAll(/.{4}(?=.)/gsu, `$&${breakHere}`))
}

function drawableSign(sign: string, covers: Covers): string {
  if (sign === '\n') return sign
  if (sign === '\t') return ' '
  if (sign === '\ufffd' || halfOfPair.test(sign)) return missing
  if (invisible.test(sign)) return ''
  return alwaysThere.has(sign) || covers(sign.codePointAt(0) ?? 0) ? sign : missing
}

/** The same for every text in a JSON value. Names of fields are the template's own words and stay. */
export function drawableData(value: unknown, covers: Covers): unknown {
  if (typeof value === 'string') return drawableText(value, covers)
  if (Array.isArray(value)) return value.map((item) => drawableData(item, covers))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, drawableData(item, covers)]))
}
