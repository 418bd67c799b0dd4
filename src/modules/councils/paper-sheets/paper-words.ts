import { showMoment } from '#platform/dates.ts'
import { showPaperCode } from './paper-code.ts'
import type { PaperSheet } from './paper-sheet-store.ts'

/** A sheet that came from paper, in words: whose, under which code, typed by whom, countersigned by whom and when. */
export interface FromPaper {
  member: string
  code: string
  typist: string
  signer: string
  at: string
}

/** The sheets of a dossier that came from paper, for its result and the minutes. */
export function fromPaper(papers: readonly PaperSheet[], names: ReadonlyMap<string, string>): FromPaper[] {
  const nameOf = (id: string) => names.get(id) ?? id
  return papers.flatMap(({ memberId, code, typedBy, countersignedBy, countersignedAt }) => {
    if (!typedBy || !countersignedBy || !countersignedAt) return []
    const people = { member: nameOf(memberId), typist: nameOf(typedBy), signer: nameOf(countersignedBy) }
    return [{ ...people, code: showPaperCode(code), at: showMoment(countersignedAt) }]
  })
}
