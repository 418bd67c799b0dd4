import type { Day } from '#platform/dates.ts'
import type { BuyerPackShareRow } from '../buyer-pack-tables.ts'

/** Whether the link opens on that day; its last day still counts. */
export function isOpen(
  { endedAt, endsOn }: Pick<BuyerPackShareRow, 'endedAt' | 'endsOn'>,
  day: Day,
): boolean {
  return endedAt === null && endsOn >= day
}
