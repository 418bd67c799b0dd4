import type { Difference } from './difference.ts'
import type { KeptResult } from './kept-result.ts'

const told = ['outcome', 'average', 'stars'] as const

/** How a result differs from those who told of it when it was decided: its event, and the minutes of its session. */
export function witnessDifferences(kept: KeptResult): Difference[] {
  return [...eventDifferences(kept), ...minutesDifferences(kept)]
}

function eventDifferences(kept: KeptResult): Difference[] {
  const { eventSays } = kept
  if (!eventSays) return [{ kind: 'event_missing' }]
  return told.flatMap((field): Difference[] => differenceAt('event', field, kept[field], eventSays[field]))
}

function minutesDifferences(kept: KeptResult): Difference[] {
  const { minutes, closedAt, decidedAt, code } = kept
  // What was decided after the minutes were frozen stands in others.
  if (!minutes || !closedAt || closedAt < decidedAt) return []
  const line = minutes.dossiers.find((dossier) => dossier.code === code)
  return told.flatMap((field): Difference[] => differenceAt('minutes', field, kept[field], line?.[field]))
}

function differenceAt(
  kind: 'event' | 'minutes',
  at: (typeof told)[number],
  kept: string | number | null,
  said: unknown,
): Difference[] {
  const found = typeof said === 'string' || typeof said === 'number' ? said : null
  return kept === found ? [] : [{ kind, at, kept, found }]
}
