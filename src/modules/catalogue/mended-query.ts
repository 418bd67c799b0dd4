import { fold } from '#platform/db/fold.ts'

const mostAlternatives = 8

/**
 * What was typed, as a search in which each word may also be one of the known words that is one slip away: a letter
 * too many, too few, another, or two that changed places. Null when no word has such a neighbour.
 */
export function mendedQuery(typed: string, known: readonly string[]): string | null {
  const words = fold(typed).match(/[a-z0-9]+/g) ?? []
  let isMended = false
  const parts = words.map((word) => {
    if (word.length < 3 || known.some((one) => one.startsWith(word))) return `${word}:*`
    const near = known.filter((one) => isOneSlip(word, one)).slice(0, mostAlternatives)
    isMended ||= near.length > 0
    return `(${[`${word}:*`, ...near].join(' | ')})`
  })
  return isMended ? parts.join(' & ') : null
}

/** Whether one slip of the hand makes one word of the other. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const swapped = one[start] === other[start + 1] && one[start + 1] === other[start]
  if (one.length === other.length)
    return (
      one.slice(start + 1) === other.slice(start + 1) ||
      (swapped && one.slice(start + 2) === other.slice(start + 2))
    )
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.slice(start) === long.slice(start + 1)
}
