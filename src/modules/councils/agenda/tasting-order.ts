/** A product as the order of an agenda looks at it. */
export interface Tasted {
  dossierId: string
  code: string
  /** The product set: products of one are tasted one after another. */
  set: string
  /** Who leaves the room for it. */
  recused: readonly string[]
}

/**
 * An order for tasting: product set by product set, so that like is compared with like; within a set those for which the
 * same members leave the room stand together, so that they leave once, and where the next set begins with the same
 * members it follows on. Within such a block by code. What is milder or stronger in taste nobody has told the system:
 * whoever plans may move it.
 */
export function tastingOrder(items: readonly Tasted[]): string[] {
  const sets = [...groupBy(items, ({ set }) => set)].sort(([a], [b]) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )
  const order: Tasted[] = []
  let out = ''
  sets.forEach(([, inSet], place) => {
    const next = new Set((sets[place + 1]?.[1] ?? []).map(whoIsOut))
    const blocks = [...groupBy(inSet, whoIsOut)].sort(
      ([a], [b]) => rank(a, { out, next }) - rank(b, { out, next }) || (a < b ? -1 : 1),
    )
    for (const [key, block] of blocks) {
      order.push(...block.sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true })))
      out = key
    }
  })
  return order.map(({ dossierId }) => dossierId)
}

/** Who is out already comes first, then where nobody is; those for whom the next set goes on come last. */
function rank(key: string, { out, next }: { out: string; next: ReadonlySet<string> }): number {
  if (key === out) return 0
  if (key === '') return 1
  return next.has(key) ? 3 : 2
}

function whoIsOut({ recused }: Tasted): string {
  return [...new Set(recused)].sort().join(' ')
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
