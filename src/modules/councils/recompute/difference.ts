/**
 * What can differ between a result as it is kept and what becomes of its inputs, or between those inputs and the tables
 * that they were taken from. Each has its sentence in `text/`.
 */
export const differenceKinds = [
  'not_computable',
  'set_missing',
  'set_changed',
  'dossier_set',
  'outcome',
  'average',
  'part',
  'band',
  'stars',
  'marks',
  'knock_out',
  'trace',
  'rules',
  'bands',
  'reason',
  'sheet_missing',
  'sheet_added',
  'sheet_answers',
  'sheet_total',
  'sheet_moment',
  'seat_missing',
  'seat_added',
  'seat',
  'recusal_missing',
  'recusal_added',
  'event_missing',
  'event',
  'minutes',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** One difference: what is kept, and what was found in its place. Averages and parts in hundredths of a point. */
export interface Difference {
  kind: DifferenceKind
  /** Where in the result: a part, a member of the council. */
  at?: string
  kept?: Value
  found?: Value
}

type Value = string | number | null
