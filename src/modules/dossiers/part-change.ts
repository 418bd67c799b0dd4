import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import type { Answers } from './answer-store.ts'
import type { Changes } from './changes.ts'
import { type FixTarget, splitTarget } from './fix-target.ts'
import type { Registration } from './registration.ts'
import type { Report } from './report.ts'

/** A dossier's content as it was handed in, or as it stands now. */
export interface Content {
  registration: Partial<Registration>
  report: Partial<Report>
  changes?: Partial<Changes> | undefined
  answers: Answers
  notes: Record<string, string>
  evidence: readonly { criterion: string | null; paperKind: string | null; title: string }[]
}

/** One thing that a part says: the name of a field, of an answer, or of a file; `value` as it was written. */
export type PartLine =
  | { kind: 'field'; field: string; value: string }
  | { kind: 'answer'; points: number; textVi: string; textEn: string }
  | { kind: 'none' }
  | { kind: 'note'; value: string }
  | { kind: 'file'; value: string }

/** What a part of the dossier said before and says now; of a form only the fields that differ. */
export function partChange(
  target: FixTarget,
  set: CriteriaSet,
  { before, after }: { before: Content | undefined; after: Content },
): { before: PartLine[]; after: PartLine[] } {
  const [kind] = splitTarget(target)
  const was = before ? linesOf(target, set, before) : []
  const is = linesOf(target, set, after)
  if (kind !== 'registration' && kind !== 'report' && kind !== 'changes') return { before: was, after: is }
  const differs = (lines: PartLine[]) => (line: PartLine) => !lines.some((one) => same(one, line))
  return { before: was.filter(differs(is)), after: is.filter(differs(was)) }
}

function linesOf(target: FixTarget, set: CriteriaSet, content: Content): PartLine[] {
  const [kind, name = ''] = splitTarget(target)
  if (kind === 'registration') return fieldsOf(content.registration)
  if (kind === 'report') return fieldsOf(content.report)
  if (kind === 'changes') return fieldsOf(content.changes ?? {}, 'change.')
  if (kind === 'paper') return filesOf(content, ({ paperKind }) => paperKind === name)
  if (kind !== 'criterion') return []
  const note = content.notes[name]
  return [
    ...answersOf(set, name, content.answers[name]),
    ...(note ? [{ kind: 'note' as const, value: note }] : []),
    ...filesOf(content, ({ criterion }) => criterion === name),
  ]
}

function fieldsOf(form: Record<string, unknown>, group = ''): PartLine[] {
  return Object.entries(form).flatMap(([field, value]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    return text === '' ? [] : [{ kind: 'field' as const, field: `${group}${field}`, value: text }]
  })
}

function answersOf(set: CriteriaSet, code: string, chosen: readonly number[] | undefined): PartLine[] {
  if (chosen?.length === 0) return [{ kind: 'none' }]
  const options = criterionOf(set, code)?.options.filter(({ no }) => chosen?.includes(no)) ?? []
  return options.map(({ points, textVi, textEn }) => ({ kind: 'answer', points, textVi, textEn }))
}

function filesOf({ evidence }: Content, belongs: (file: Content['evidence'][number]) => boolean): PartLine[] {
  return evidence.filter(belongs).map(({ title }) => ({ kind: 'file', value: title }))
}

function same(one: PartLine, other: PartLine): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
