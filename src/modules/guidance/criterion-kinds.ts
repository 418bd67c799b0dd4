import type { Criterion } from '#modules/regulation/index.ts'
import names from './data/criterion-kinds.json' with { type: 'json' }

/** A kind of criterion: lines of different sheets that ask for the same work. */
export type CriterionKind = keyof typeof names | 'other'

/** Every kind, in the order of the sheets; `other` is what no kind is written for, as in sheets of earlier law. */
export const criterionKinds: readonly CriterionKind[] = [...(Object.keys(names) as CriterionKind[]), 'other']

const kindByName = new Map(
  Object.entries(names).flatMap(([kind, all]) => all.map((name) => [name, kind as CriterionKind] as const)),
)

/** The kind of a line, by the name that the law gives it. */
export function kindOf({ nameVi }: Pick<Criterion, 'nameVi'>): CriterionKind {
  return kindByName.get(nameVi) ?? 'other'
}

/** The kind that this text names, or undefined: it may come from an address. */
export function readKind(text: string): CriterionKind | undefined {
  return criterionKinds.find((kind) => kind === text)
}

/** The law's names of the criteria that are of this kind. */
export function namesOfKind(kind: CriterionKind): readonly string[] {
  return kind === 'other' ? [] : names[kind]
}
