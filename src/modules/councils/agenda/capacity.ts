import { type Day, daysBetween } from '#platform/dates.ts'

/** How much of the council's capacity a session asks for. */
export interface Load {
  products: number
  days: number
  /** How many products the days are enough for, by the council's rules. */
  capacity: number
  over: boolean
}

/** A session of so many products over its days, the last one included, beside what the council can do in a day. */
export function loadOf(
  { heldOn, until }: { heldOn: Day; until: Day | null },
  { products, dailyCapacity }: { products: number; dailyCapacity: number },
): Load {
  const days = until === null ? 1 : daysBetween(heldOn, until) + 1
  const capacity = days * dailyCapacity
  return { products, days, capacity, over: products > capacity }
}
