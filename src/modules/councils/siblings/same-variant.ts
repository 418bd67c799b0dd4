import { fold } from '#platform/db/fold.ts'

/**
 * Whether two products of one producer are one product in two variants, by their names: they begin with the same two
 * words, and at least half of the words of the longer name stand in the other too ("Chè Shan tuyết hộp 100 g", "Chè Shan
 * tuyết túi 200 g"). Marks and capitals do not count. See docs/decisions/0023.
 */
export function isSameVariant(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length < 2 || b.length < 2 || a[0] !== b[0] || a[1] !== b[1]) return false
  const left = [...b]
  const common = a.filter((word) => {
    const place = left.indexOf(word)
    if (place >= 0) left.splice(place, 1)
    return place >= 0
  })
  return common.length * 2 >= Math.max(a.length, b.length)
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
