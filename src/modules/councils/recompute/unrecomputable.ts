import type { Kysely } from 'kysely'

/** Results that came in without what they were computed from, counted by those who know them. */
// biome-ignore lint/suspicious/noExplicitAny: each module counts in its own tables
export type CountUnrecomputable = (db: Kysely<any>) => Promise<number>

const known = new Map<string, CountUnrecomputable>()

/** Names a kind of result that nobody can compute again, with its sentence `recompute:unrecomputable.<name>`. Called when a later module is loaded. */
export function addUnrecomputable(name: 'imported' | 'central', count: CountUnrecomputable): void {
  known.set(name, count)
}

/** How many results of each kind cannot be recomputed. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function countUnrecomputable(db: Kysely<any>): Promise<Record<string, number>> {
  const counted: [string, number][] = []
  for (const [name, count] of known) counted.push([name, await count(db)])
  return Object.fromEntries(counted)
}
