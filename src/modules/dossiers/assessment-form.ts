import type { Section } from '#modules/regulation/index.ts'
import type { SelfAssessment } from './answer-store.ts'

/** The answer "none of these", as the form hands it in. */
export const noneValue = '0'

/** The names of the controls of a line of the sheet. */
export const answerName = (criterion: string) => `answer:${criterion}`
export const noteName = (criterion: string) => `note:${criterion}`
export const filesName = (criterion: string) => `files:${criterion}`

/**
 * What was answered in a section of the sheet. A line that nobody touched is left out; where several may be ticked and
 * something was before, nothing ticked is the answer "none of these".
 */
export function typedAnswers(form: FormData, section: Section, before: SelfAssessment): SelfAssessment {
  const answers: Record<string, number[]> = {}
  const notes: Record<string, string> = {}
  for (const { code, scoring } of section.criteria) {
    const note = form.get(noteName(code))
    if (note === null) continue
    const chosen = form.getAll(answerName(code)).map(String)
    const emptied = scoring === 'sum' && before.answers[code] !== undefined
    if (chosen.length > 0 || emptied)
      answers[code] = chosen.filter((value) => value !== noneValue).map(Number)
    notes[code] = String(note).trim().slice(0, 4000)
  }
  return { answers, notes }
}

/** The lines that have a note but no answer: a note belongs to an answer. */
export function notesWithoutAnswer({ answers, notes }: SelfAssessment): string[] {
  return Object.entries(notes).flatMap(([code, note]) => (note && answers[code] === undefined ? [code] : []))
}

/** What the button hands in that leads to the vault for a criterion, once the answers are kept. */
export const citeGo = (code: string): string => `cite:${code}`

/** The criterion that such a button names, as it may stand in an address; null for another button. */
export function citedFor(go: string): string | null {
  const [, code] = /^cite:(.+)$/.exec(go) ?? []
  return code ? encodeURIComponent(code) : null
}
