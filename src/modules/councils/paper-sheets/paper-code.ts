import { newCodeSigns, readCodeSigns } from '#platform/code-signs.ts'

const length = 8

/** A code that can be neither counted nor guessed, for one paper sheet. */
export function newPaperCode(): string {
  return newCodeSigns(length)
}

/** The code as it is printed and spoken: `P7K4-M2Q9`. */
export function showPaperCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** The code that somebody typed or scanned; null for anything else. */
export function readPaperCode(typed: string): string | null {
  return readCodeSigns(typed, length)
}

/** How far a paper sheet is. */
export type PaperStage = 'printed' | 'typed' | 'done'

export function stageOf(paper: { typedAt: Date | null; countersignedAt: Date | null }): PaperStage {
  if (paper.countersignedAt) return 'done'
  return paper.typedAt ? 'typed' : 'printed'
}
