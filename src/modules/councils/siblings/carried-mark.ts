import type { Answers } from '#modules/regulation/index.ts'

/** Where the answer to a criterion came from: the member's own sheet for a sibling, confirmed by the member line by line. */
export interface CarriedMark {
  dossierId: string
  sheetId: string
  product: string
  /** When the member confirmed it, as ISO text. */
  at: string
}

/** By criterion. */
export type CarriedMarks = Readonly<Record<string, CarriedMark>>

/** The marks that are still carried once answers changed: an answer given otherwise is the member's own. */
export function stillCarried(carried: CarriedMarks, before: Answers, changed: Answers): CarriedMarks {
  const kept = Object.entries(carried).filter(([code]) => {
    const now = changed[code]
    return now === undefined || sameOptions(before[code], now)
  })
  return Object.fromEntries(kept)
}

/** Whether both name the same options, in whatever order. */
export function sameOptions(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  if (!a || !b) return a === b
  return a.length === b.length && a.every((no) => b.includes(no))
}
