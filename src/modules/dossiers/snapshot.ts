import { canonicalJson } from '#platform/events/digest.ts'
import type { Answers } from './answer-store.ts'
import type { Changes } from './changes.ts'
import { criterionTarget, type FixTarget, paperTarget } from './fix-target.ts'
import type { Registration } from './registration.ts'
import type { Report } from './report.ts'
import type { CounterAct } from './signed-at-counter.ts'

export interface SnapshotFile {
  criterion: string | null
  paperKind: string | null
  title: string
  name: string
  sha256: string
  size: number
}

/** A dossier as it was handed in, with nothing left to look up: what has the force of the paper set (art. 7.1). */
export interface SnapshotContent {
  code: string
  kind: string
  regimeId: string
  criteriaSetId: string
  criteriaDigest: string
  producer: { id: string; name: string; kind: string; address: string; unitPath: string }
  product: { id: string; name: string; productSetNo: number | null; specification: string }
  registration: Partial<Registration>
  report: Partial<Report>
  /** Left out where there is nothing to report: in a first dossier. */
  changes?: Partial<Changes>
  answers: Answers
  notes: Record<string, string>
  /** What the answers come to; not a result of recognition. */
  selfTotal: number
  evidence: SnapshotFile[]
  /** Who pledged; at the counter also the officer who acted for them, and the digest of the page that they signed. */
  pledge: { by: string; at: string; atCounter?: CounterAct }
  /** The officer who went on with what there was, where the producer did not send it again: after the pledge. */
  goneOn?: { by: string; at: string }
}

/** The parts that differ between two submissions, for whoever looks at what was mended. */
export function changedParts(before: SnapshotContent, after: SnapshotContent): FixTarget[] {
  const changed: FixTarget[] = []
  if (differ(before.registration, after.registration)) changed.push('registration')
  if (differ(before.report, after.report)) changed.push('report')
  if (differ(before.changes, after.changes)) changed.push('changes')
  const criteria = new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])
  for (const code of criteria) {
    const answer = (content: SnapshotContent) => [
      content.answers[code],
      content.notes[code],
      filesAt(content, 'criterion', code),
    ]
    if (differ(answer(before), answer(after))) changed.push(criterionTarget(code))
  }
  const kinds = new Set([...before.evidence, ...after.evidence].map(({ paperKind }) => paperKind))
  for (const kind of kinds) {
    if (kind && differ(filesAt(before, 'paperKind', kind), filesAt(after, 'paperKind', kind)))
      changed.push(paperTarget(kind))
  }
  return changed
}

function filesAt(content: SnapshotContent, key: 'criterion' | 'paperKind', value: string): string[] {
  return content.evidence.filter((file) => file[key] === value).map(({ sha256 }) => sha256)
}

function differ(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) !== canonicalJson(b ?? null)
}
