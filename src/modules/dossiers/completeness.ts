import { type ChangeField, type Changes, missingChanges } from './changes.ts'
import type { DossierKind } from './dossier-store.ts'
import type { FixTarget } from './fix-target.ts'
import { expectedPapers, type PaperKind } from './paper-kinds.ts'
import { missingFields, type Registration, type RegistrationField } from './registration.ts'
import { emptySections, type Report, type ReportField } from './report.ts'

/** What keeps a dossier from being handed in. */
export type Lack =
  | { part: 'registration'; fields: RegistrationField[] }
  | { part: 'answers'; criteria: string[] }
  | { part: 'changes'; fields: ChangeField[] }
  | { part: 'carried'; targets: FixTarget[] }
  | { part: 'pledge' }

/** What an officer will probably ask for, though the dossier can be handed in without it. */
export interface Advice {
  report: ReportField[]
  papers: PaperKind[]
}

/**
 * What a dossier still lacks: lines of Form 01, answers of the self-assessment, what has changed since the recognition,
 * a look at what was taken from the last dossier, the producer's pledge.
 * None: it may be handed in.
 */
export function lacksOf(dossier: {
  registration: Partial<Registration>
  /** The criteria whose answer is missing or does not fit the sheet. */
  unanswered: readonly string[]
  kind: DossierKind
  changes: Partial<Changes>
  carried: readonly FixTarget[]
  pledged: boolean
}): Lack[] {
  const fields = missingFields(dossier.registration)
  const lacks: Lack[] = []
  if (fields.length > 0) lacks.push({ part: 'registration', fields })
  if (dossier.unanswered.length > 0) lacks.push({ part: 'answers', criteria: [...dossier.unanswered] })
  const changes = missingChanges(dossier.kind, dossier.changes)
  if (changes.length > 0) lacks.push({ part: 'changes', fields: changes })
  if (dossier.carried.length > 0) lacks.push({ part: 'carried', targets: [...dossier.carried] })
  if (!dossier.pledged) lacks.push({ part: 'pledge' })
  return lacks
}

export function adviceOf(dossier: {
  report: Partial<Report>
  evidence: readonly { paperKind: string | null }[]
}): Advice {
  const given = new Set(dossier.evidence.map(({ paperKind }) => paperKind))
  return {
    report: emptySections(dossier.report),
    papers: expectedPapers.filter((kind) => !given.has(kind)),
  }
}
