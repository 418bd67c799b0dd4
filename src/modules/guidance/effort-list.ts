import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import type { Translate } from '#platform/text/translator.ts'
import { type CriterionKind, criterionKinds, readKind } from './criterion-kinds.ts'
import type { EffortFigures } from './effort-of.ts'
import { estimateOf, levelCountOf } from './effort-of.ts'
import type { FiguresOf } from './effort-store.ts'
import type { CriterionEffortRow } from './guidance-tables.ts'
import { helperOf, papersOf } from './plan-lines.ts'

/** What a line of the list of efforts is about: a kind of criterion, or one criterion of one sheet. */
export type EffortSubject =
  | { is: 'kind'; kind: CriterionKind }
  | { is: 'criterion'; setId: string; criterion: string; name: string }

/** One subject of the list with what stands for it now. */
export interface EffortEntry {
  /** As the list names it: `packaging`, or `qd26-2026-13/2.2`. */
  code: string
  subject: EffortSubject
  figures: EffortFigures
  levels: number
  /** The version of the province's own figures; 0 where it has none. */
  version: number
}

/** Every kind with its figures, then every criterion that has figures of its own. */
export function effortEntries(
  ofKind: FiguresOf,
  own: readonly CriterionEffortRow[],
  sets: ReadonlyMap<string, CriteriaSet>,
): EffortEntry[] {
  const kinds = criterionKinds.map((kind): EffortEntry => {
    const figures = ofKind(kind)
    const levels = estimateOf(kind).levels.length
    return { code: kind, subject: { is: 'kind', kind }, figures, levels, version: figures.version }
  })
  return [...kinds, ...own.flatMap((row) => ownEntry(row, sets) ?? [])]
}

/** The entry of a criterion, with its own figures; those of its kind do not come with it. */
export function ownEntry(
  row: CriterionEffortRow,
  sets: ReadonlyMap<string, CriteriaSet>,
): EffortEntry | null {
  const { criteriaSetId: setId, criterion: code, version, papers, helperNote } = row
  const set = sets.get(setId)
  const criterion = set && criterionOf(set, code)
  if (!criterion) return null
  const name = `${set.productSetNo}. ${set.nameVi}: ${code} ${criterion.nameVi}`
  return {
    code: `${setId}/${code}`,
    subject: { is: 'criterion', setId, criterion: code, name },
    figures: {
      ...estimateOf('other'),
      levels: row.months.map((months, at) => ({ months, cost: row.cost[at] ?? 0 })),
      papers,
      helperNote,
      version,
    },
    levels: levelCountOf(criterion),
    version,
  }
}

/** What the list calls the subject. */
export function subjectName(subject: EffortSubject, t: Translate): string {
  return subject.is === 'kind' ? t(`guidance:kind.${subject.kind}`) : subject.name
}

/** The papers and the helper as the list shows them; for a criterion only what was written for it alone. */
export function shownWords(
  { subject, figures }: EffortEntry,
  t: Translate,
): { papers: string; helper: string } {
  if (subject.is === 'criterion') return { papers: figures.papers ?? '', helper: figures.helperNote ?? '' }
  return { papers: papersOf(figures, t), helper: helperOf(figures, t) }
}

/** The subject that a code of the list names; null where there is none such. */
export function subjectOfCode(code: string, sets: ReadonlyMap<string, CriteriaSet>): EffortSubject | null {
  const kind = readKind(code)
  if (kind) return { is: 'kind', kind }
  const [setId = '', criterion = ''] = code.split('/')
  const set = sets.get(setId)
  const found = set && criterionOf(set, criterion)
  if (!found) return null
  return {
    is: 'criterion',
    setId,
    criterion,
    name: `${set.productSetNo}. ${set.nameVi}: ${criterion} ${found.nameVi}`,
  }
}
