/** The options chosen at each criterion. Nothing is imported here: browsers ask this too. */
type Chosen = Readonly<Record<string, readonly number[]>>
export type Reasons = Readonly<Record<string, string>>

/** The criteria of which the answer is another than before. An answer is the options chosen, in whatever order. */
export function changedCodes(before: Chosen, answers: Chosen): string[] {
  return Object.entries(answers)
    .filter(([code, chosen]) => {
      const kept = before[code]
      return !(kept?.length === chosen.length && chosen.every((no) => kept.includes(no)))
    })
    .map(([code]) => code)
}

/** The changed criteria that have no reason yet: with one of them the sheet is not handed in. */
export function unexplained(before: Chosen, answers: Chosen, reasons: Reasons): string[] {
  return changedCodes(before, answers).filter((code) => (reasons[code] ?? '').trim() === '')
}
